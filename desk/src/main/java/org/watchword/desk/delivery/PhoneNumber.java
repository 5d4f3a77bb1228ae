package org.watchword.desk.delivery;

import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// A telephone number with its country, as E.164 writes it: a plus and at most fifteen digits.
record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern BETWEEN =
            Pattern.compile("[\\s\\p{Pd}\\p{Zs}\u2212./()\u200e\u200f\u202a-\u202e\u2066-\u2069]+");
    private static final Pattern WITHOUT_PLUS = Pattern.compile("[1-9][0-9]{7,14}");

    /// Reads what somebody typed: blanks, dashes, brackets, `00` for the plus, and any script's
    /// digits.
    static Optional<PhoneNumber> of(String typed) {
        if (typed.length() > Limits.ADDRESS_CHARACTERS) {
            return Optional.empty();
        }
        String bare = bare(typed);
        String number = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
        return E164.matcher(number).matches()
                ? Optional.of(new PhoneNumber(number))
                : Optional.empty();
    }

    /// What a gateway says who sent something. Many leave out the plus; a name or a short number
    /// stays what it is.
    static String sender(String said) {
        String bare = bare(said);
        String plus = WITHOUT_PLUS.matcher(bare).matches() ? "+" + bare : bare;
        String clean = CleanText.onOneLine(CleanText.cleaned(said));
        return of(plus).map(PhoneNumber::e164)
                .orElse(CleanText.beginning(clean, Limits.NAME_CHARACTERS));
    }

    private static String bare(String typed) {
        var bare = new StringBuilder();
        BETWEEN.matcher(CleanText.normalised(typed))
                .replaceAll("")
                .codePoints()
                .forEach(c -> {
                    int digit = Character.digit(c, 10);
                    if (digit >= 0) {
                        bare.append(digit);
                    } else {
                        bare.appendCodePoint(c == '\uff0b' ? '+' : c);
                    }
                });
        return bare.toString();
    }

    /// What is wrong with what somebody typed, when {@link #of} finds no number in it.
    static Sentence wrongWith(String typed) {
        if (typed.isBlank()) {
            return Sentence.of("delivery.address.empty");
        }
        if (typed.length() > Limits.ADDRESS_CHARACTERS) {
            return Sentence.of("delivery.address.long", "most", Limits.ADDRESS_CHARACTERS);
        }
        return Sentence.of("delivery.address.phone");
    }

    String digits() {
        return e164.substring(1);
    }

    @Override
    public String toString() {
        return "number";
    }
}
