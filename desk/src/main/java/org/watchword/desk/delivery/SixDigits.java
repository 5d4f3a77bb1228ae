package org.watchword.desk.delivery;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.watchword.desk.basis.KeyedHash;

/// Codes of six digits. A code is made by a key from what it stands for, so that none is kept.
final class SixDigits {
    private static final BigInteger CODES = BigInteger.valueOf(1_000_000);
    private static final int CODES_IN_A_TEXT = 3;
    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![0-9])([0-9]{3})[ \\u00a0-]?([0-9]{3})(?![0-9])");
    private static final Pattern QUOTED = Pattern.compile("(?m)^\\h*>.*$");

    /// The code for this, as long as the key is the same.
    static String of(KeyedHash hash, String what) {
        byte[] bytes = hash.of("delivery/six-digits", what.getBytes(StandardCharsets.UTF_8));
        return "%06d".formatted(new BigInteger(1, bytes).mod(CODES));
    }

    /// What may be a code in what somebody wrote, the first few of it: whoever sends a thousand
    /// numbers is guessing. What is quoted was not written by him.
    static Set<String> in(String text) {
        var found = new LinkedHashSet<String>();
        var codes = IN_TEXT.matcher(withPlainDigits(QUOTED.matcher(text).replaceAll("")));
        while (codes.find() && found.size() < CODES_IN_A_TEXT) {
            found.add(codes.group(1) + codes.group(2));
        }
        return found;
    }

    /// Telephones write digits in many scripts.
    private static String withPlainDigits(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c ->
                        plain.appendCodePoint(
                                Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString();
    }

    private SixDigits() {}
}
