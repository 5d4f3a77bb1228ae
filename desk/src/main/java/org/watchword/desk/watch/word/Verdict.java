package org.watchword.desk.watch.word;

import java.util.List;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.watch.word.Outcome.State;

/// What a right word means. Help and duress always count; an OK must have come in its own way, at
/// the beginning of what was sent, and after few wrong ones.
final class Verdict {
    /// How a word came.
    ///
    /// @param door at the quiet door, which keeps no copies
    /// @param early at the beginning of what was sent
    /// @param tooManyWrong as many wrong ones came before it within the hour
    record Way(boolean door, boolean early, boolean tooManyWrong) {}

    /// @param all every word of that card
    static State of(Reading.Found found, List<CardRows.KeptWord> all, Way way) {
        boolean counts = way.early() && !way.tooManyWrong();
        return switch (found.word().kind()) {
            case DURESS -> State.DURESS;
            case HELP -> State.HELP;
            case OK -> ok(counts && (way.door() || !found.card().listOn()));
            case LISTED -> ok(counts && isNext(found.word(), all));
        };
    }

    private static State ok(boolean counts) {
        return counts ? State.OK : State.CONTACT;
    }

    private static boolean isNext(CardRows.KeptWord word, List<CardRows.KeptWord> all) {
        return all.stream()
                .filter(one -> one.kind() == WordKind.LISTED && !one.used())
                .mapToInt(CardRows.KeptWord::nth)
                .sorted()
                .limit(Limits.LISTED_AHEAD)
                .anyMatch(nth -> nth == word.nth());
    }

    private Verdict() {}
}
