package org.watchword.desk.casebook.envelope;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;

/// What somebody can do next about an envelope that he holds, in an alarm that runs.
sealed interface Step {
    /// Nobody opened it in this alarm: a reason is enough.
    record First() implements Step {}

    /// He opened it a moment ago.
    record Again(Opening mine) implements Step {}

    /// It was opened in this alarm: it takes a reason, and a second person's word.
    record Ask(Opening last) implements Step {}

    /// He asked, and nobody agreed yet.
    record Waits(Opening mine) implements Step {}

    /// He asked, and somebody agreed.
    record Agreed(Opening mine) implements Step {}

    /// Where it stands for this person.
    ///
    /// @param openings of this alarm and code-name, the oldest first
    static Step of(List<Opening> openings, PersonId me, Instant now) {
        List<Opening> mine =
                openings.reversed().stream().filter(one -> one.by().equals(me)).toList();
        Optional<Opening> again =
                mine.stream()
                        .filter(one ->
                                one.open()
                                        .filter(open -> open.isNow(now, Limits.CLOCK_WOBBLE))
                                        .isPresent())
                        .findFirst();
        if (again.isPresent()) {
            return new Again(again.get());
        }
        Optional<Opening> last =
                openings.reversed().stream().filter(one -> one.open().isPresent()).findFirst();
        if (last.isEmpty()) {
            return new First();
        }
        return mine.stream()
                .filter(one -> one.open().isEmpty())
                .filter(one -> counts(one, now))
                .findFirst()
                .<Step>map(one -> one.agreed().isPresent() ? new Agreed(one) : new Waits(one))
                .orElseGet(() -> new Ask(last.get()));
    }

    /// A word counts for a while; until somebody gives it, what was asked stands.
    private static boolean counts(Opening asked, Instant now) {
        return asked.agreed()
                .map(agreed ->
                        new Opening.Open(agreed.at(), agreed.at().plus(CaseLimits.ENVELOPE_OPEN))
                                .isNow(now, Limits.CLOCK_WOBBLE))
                .orElse(true);
    }
}
