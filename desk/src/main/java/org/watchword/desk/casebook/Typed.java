package org.watchword.desk.casebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.membership.AccountNumber;

/// What stands in a form or an address, looked at.
final class Typed {
    static long before(Visit visit) {
        return visit.query("before")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
    }

    static List<Wrong> name(String field, String name) {
        if (name.isEmpty()) {
            return List.of(new Wrong(field, Sentence.of("casebook.wrong.empty")));
        }
        boolean isLong = name.codePointCount(0, name.length()) > Limits.NAME_CHARACTERS;
        return isLong ? List.of(new Wrong(field, tooLong(Limits.NAME_CHARACTERS))) : List.of();
    }

    static Optional<Wrong> note(String text) {
        return text(text, CaseLimits.NOTE_CHARACTERS);
    }

    static Optional<Wrong> text(String text, int most) {
        if (text.isEmpty()) {
            return Optional.of(new Wrong("text", Sentence.of("casebook.wrong.empty")));
        }
        return text.codePointCount(0, text.length()) > most
                ? Optional.of(new Wrong("text", tooLong(most)))
                : Optional.empty();
    }

    private static Sentence tooLong(int most) {
        return Sentence.of("casebook.wrong.long", "most", most);
    }

    /// Whoever would read alone says that he knows what that means.
    static Optional<Wrong> alone(Set<AccountNumber> with, boolean alone) {
        return with.isEmpty() && !alone
                ? Optional.of(new Wrong("alone", Sentence.of("casebook.wrong.alone")))
                : Optional.empty();
    }

    private Typed() {}
}
