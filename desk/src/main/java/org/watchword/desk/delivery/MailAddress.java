package org.watchword.desk.delivery;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// One address of mail, in the plain form that every server takes (RFC 5321 without quotes and
/// comments): nothing in it can end a header or name a second receiver.
record MailAddress(String local, String domain) {
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                            + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final int LOCAL_CHARACTERS = 64;

    /// Reads what somebody typed; a domain in another script becomes its ASCII form.
    static Optional<MailAddress> of(String typed) {
        String address = typed.strip();
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > Limits.ADDRESS_CHARACTERS) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        String domain = ascii(address.substring(at + 1)).toLowerCase(Locale.ROOT);
        return local.length() <= LOCAL_CHARACTERS
                        && local.length() + 1 + domain.length() <= Limits.ADDRESS_CHARACTERS
                        && LOCAL.matcher(local).matches()
                        && DOMAIN.matcher(domain).matches()
                ? Optional.of(new MailAddress(local, domain))
                : Optional.empty();
    }

    /// What is wrong with what somebody typed, when {@link #of} finds no address in it.
    static Sentence wrongWith(String typed) {
        if (typed.isBlank()) {
            return Sentence.of("delivery.address.empty");
        }
        if (typed.length() > Limits.ADDRESS_CHARACTERS) {
            return Sentence.of("delivery.address.long", "most", Limits.ADDRESS_CHARACTERS);
        }
        if (typed.strip().codePoints().anyMatch(Character::isISOControl)) {
            return Sentence.of("delivery.address.characters");
        }
        if (typed.chars().filter(c -> c == '@').count() > 1) {
            return Sentence.of("delivery.address.one");
        }
        return Sentence.of("delivery.address.mail");
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    /// The same in small letters: no server tells two people apart by the size of letters, and a
    /// telephone writes what it likes.
    String folded() {
        return toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
