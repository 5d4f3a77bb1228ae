package org.watchword.desk.accounts;

import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.basis.Sentence;

/// What a PIN must be: six digits, not all alike, not counted up or down.
final class Pin {
    /// Why this is no PIN to choose; empty when it is one.
    static Optional<Sentence> flaw(Secret pin) {
        if (!isSixDigits(pin)) {
            return Optional.of(Sentence.of("accounts.pin.six-digits", "digits", Limits.PIN_DIGITS));
        }
        return stepsAlike(pin.bytes())
                ? Optional.of(Sentence.of("accounts.pin.too-easy"))
                : Optional.empty();
    }

    static boolean isSixDigits(Secret pin) {
        for (byte digit : pin.bytes()) {
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return pin.length() == Limits.PIN_DIGITS;
    }

    private static boolean stepsAlike(byte[] digits) {
        int step = digits[1] - digits[0];
        for (int i = 2; i < digits.length; i++) {
            if (digits[i] - digits[i - 1] != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    private Pin() {}
}
