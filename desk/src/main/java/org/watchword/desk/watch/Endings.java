package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.Alarm.Statement;
import org.watchword.desk.watch.Situation.Way;

/// How people end an alarm.
final class Endings {
    /// One who saw or spoke to the person. Two different ones end it.
    static Reply seenSafe(Draft draft, PersonId person, Seen how) {
        if (!draft.origin.kind().needsTwoToEnd()) {
            return endedBy(draft, person);
        }
        switch (how) {
            case SAME_LINE -> {
                return new Reply.SameWay();
            }
            case NOBODY -> {
                return new Reply.SayHow();
            }
            case FACE_TO_FACE, VIDEO, OTHER_LINE -> {}
        }
        if (draft.statements.stream().anyMatch(said -> said.person().equals(person))) {
            return new Reply.SaidBefore();
        }
        state(draft, person, how);
        if (draft.statements.size() < 2) {
            Answers.renew(draft, person);
            return new Reply.SecondPersonNeeded(person);
        }
        return close(draft, person);
    }

    /// One officer, where nobody is to be seen.
    static Reply endedBy(Draft draft, PersonId person) {
        if (draft.origin.kind().needsTwoToEnd()) {
            return new Reply.SayHow();
        }
        state(draft, person, Seen.NOBODY);
        return close(draft, person);
    }

    private static void state(Draft draft, PersonId person, Seen how) {
        draft.statements.add(new Statement(person, how, draft.now()));
        draft.log(draft.entry(LogKind.SEEN_SAFE).about(person));
    }

    /// Takes back what is not sent yet and tells everybody who was woken, but not who ended it.
    private static Reply close(Draft draft, PersonId by) {
        draft.phase = new Alarm.Closed(draft.now());
        draft.somebodyLooked();
        draft.log(draft.entry(LogKind.ENDED).about(by));
        draft.people.forEach((person, standing) -> release(draft, person, standing, by));
        return new Reply.Ended();
    }

    private static void release(Draft draft, PersonId person, Standing standing, PersonId by) {
        Optional<Standing.Rung> rung = standing.rung();
        if (rung.isEmpty()) {
            return;
        }
        draft.add(new Effect.Withdraw(person));
        if (person.equals(by)) {
            return;
        }
        List<Way> ways = draft.situation.waysTo(person);
        for (Way way : ways) {
            if (rung.get().tried().contains(way.address())) {
                draft.add(new Effect.Tell(person, way, draft.generation()));
            }
        }
    }

    private Endings() {}
}
