package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.watch.Alarm.Climbing;

/// Words that came after the alarm and ask for nothing. An OK in an alarm born of silence is a late
/// word: once in the life of the alarm, and only while somebody's proven answer stands, the ladder
/// waits at its step for it. Everywhere else it is a note, and what proves nothing is a line.
final class LateWord {
    static Reply ok(Draft draft, Event.Word word) {
        boolean concerns = draft.origin.kind().isOfSilence() && draft.signs.lead().isEmpty();
        draft.signs
                .of(word.who())
                .filter(about -> concerns && about.lateWord().isEmpty())
                .ifPresentOrElse(
                        about -> {
                            draft.signs = draft.signs.with(about.spokeAt(draft.now()));
                            draft.log(line(draft, LogKind.LATE_WORD, word));
                        },
                        () -> draft.log(line(draft, LogKind.WORD_NOTED, word)));
        return new Reply.Kept();
    }

    static Reply contact(Draft draft, Event.Word word) {
        draft.signs
                .of(word.who())
                .ifPresent(
                        about -> draft.signs = draft.signs.with(about.showedItself(draft.now())));
        draft.log(line(draft, LogKind.CONTACT, word));
        return new Reply.Kept();
    }

    static Entry line(Draft draft, LogKind kind, Event.Word word) {
        Entry line = draft.entry(kind).of(word.who());
        return word.over().map(line::over).orElse(line);
    }

    /// Begins the hold as soon as everything it takes is there, and ends it when something of that
    /// is gone.
    static void tend(Draft draft) {
        boolean may = mayHold(draft);
        if (draft.signs.holdsUntil().isEmpty()) {
            if (may && draft.phase instanceof Climbing) {
                Duration wait = draft.situation.policy().lateHold();
                draft.signs = draft.signs.holding(draft.now().plus(wait));
                draft.log(draft.entry(LogKind.LATE_HOLD).counting(wait.toSeconds()));
            }
        } else if (!may && draft.signs.holdsUntil().get().isAfter(draft.now())) {
            end(draft);
        }
    }

    /// A late word of each whom it is about, no word that forbids it, and somebody on it.
    private static boolean mayHold(Draft draft) {
        return draft.origin.kind().isOfSilence()
                && draft.signs.lead().isEmpty()
                && draft.signs.allSpoke()
                && Answers.somebodyHolds(draft);
    }

    private static void end(Draft draft) {
        Instant now = draft.now();
        draft.signs = draft.signs.holding(now);
        draft.log(draft.entry(LogKind.HOLD_OVER));
        if (draft.phase instanceof Climbing climbing && climbing.stepEndsAt().isBefore(now)) {
            draft.phase = new Climbing(now, climbing.reachesNobody());
        }
    }

    private LateWord() {}
}
