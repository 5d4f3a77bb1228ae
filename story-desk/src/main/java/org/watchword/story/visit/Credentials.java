package org.watchword.story.visit;

import java.security.SecureRandom;

/// What an invented person types to sign in and to unlock.
public record Credentials(String name, String passphrase, String pin) {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    /// Made up anew.
    public static Credentials made(String name, SecureRandom random) {
        var passphrase = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            passphrase.append(i > 0 && i % 4 == 0 ? "-" : "");
            passphrase.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new Credentials(name, passphrase.toString(), pin(random));
    }

    /// The same person with this passphrase.
    public Credentials with(String known) {
        return new Credentials(name, known, pin);
    }

    /// Six digits, no two neighbours alike or in a row.
    private static String pin(SecureRandom random) {
        var pin = new StringBuilder();
        int before = -5;
        while (pin.length() < 6) {
            int digit = random.nextInt(10);
            if (Math.abs(digit - before) > 1) {
                pin.append(digit);
                before = digit;
            }
        }
        return pin.toString();
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
