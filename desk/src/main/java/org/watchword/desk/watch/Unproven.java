package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.Alarm.Climbing;
import org.watchword.desk.watch.Alarm.Held;

/// Answers without a session: what whoever held the message could give. They spare their owner the
/// ladder's rings for a while and the running step gets its wait once more, once in an alarm's
/// life. They hold nothing, and nobody is spared for ever: who was not confirmed is rung again
/// before another one is taken.
final class Unproven {
    private static Optional<Standing.Unproven> of(Draft draft, PersonId person) {
        return draft.people.getOrDefault(person, Standing.NONE).unproven();
    }

    /// Whether the ladder leaves this person in peace for it.
    static boolean quiets(Draft draft, PersonId person) {
        return draft.people.getOrDefault(person, Standing.NONE).isUnproven();
    }

    static Reply said(Draft draft, PersonId person, Standing.Way by) {
        boolean rung =
                Optional.ofNullable(draft.people.get(person)).flatMap(Standing::rung).isPresent();
        if (!rung || !draft.situation.members().contains(person)) {
            return new Reply.NotConcerned();
        }
        if (Answers.stands(draft, person)) {
            return new Reply.OnItAlready();
        }
        Optional<Standing.Unproven> before = of(draft, person);
        if (before.isPresent()) {
            return before.get().lapsed()
                    ? new Reply.NotTakenAgain()
                    : new Reply.SaidAlready(before.get().until());
        }
        var until = draft.now().plus(draft.situation.policy().unproven());
        var word = new Standing.Unproven(by, draft.now(), until, false);
        draft.people.computeIfPresent(person, (_, standing) -> standing.with(word));
        draft.add(new Effect.Withdraw(person));
        draft.log(draft.entry(said(by)).about(person));
        draft.waitOnceMore();
        return new Reply.Unproven(until);
    }

    private static LogKind said(Standing.Way by) {
        return switch (by) {
            case LINK -> LogKind.UNPROVEN_LINK;
            case REPLY -> LogKind.UNPROVEN_REPLY;
        };
    }

    /// Somebody signed in vouches for it: from now on it is an answer like any other.
    static Reply confirmed(Draft draft, PersonId person, PersonId by) {
        if (person.equals(by)) {
            return Answers.onIt(draft, person);
        }
        if (!quiets(draft, person)) {
            return new Reply.NothingToConfirm();
        }
        Entry line = draft.entry(LogKind.CONFIRMED).about(person).and(by);
        return Answers.counts(draft, person, new Standing.Confirmed(), line);
    }

    /// Ends those whose time has run out; returns their owners.
    static List<PersonId> lapse(Draft draft) {
        var unconfirmed = new ArrayList<PersonId>();
        for (PersonId person : List.copyOf(draft.people.keySet())) {
            of(draft, person)
                    .filter(word -> !word.lapsed() && !word.until().isAfter(draft.now()))
                    .ifPresent(word -> {
                        lapse(draft, person, word);
                        unconfirmed.add(person);
                    });
        }
        return unconfirmed;
    }

    /// What this person answered was another ring than the one that is due now.
    static void overtaken(Draft draft, PersonId person) {
        of(draft, person)
                .filter(word -> !word.lapsed())
                .ifPresent(word -> lapse(draft, person, word));
    }

    private static void lapse(Draft draft, PersonId person, Standing.Unproven word) {
        draft.people.computeIfPresent(person, (_, standing) -> standing.with(word.lapsing()));
        draft.log(draft.entry(LogKind.UNPROVEN_LAPSED).about(person));
    }

    /// Rings these at once over all they have: whoever is asked to take over, and whoever a step
    /// names that has begun, in this round or an earlier one.
    static void ringAgain(Draft draft, List<PersonId> unconfirmed) {
        boolean waits = draft.phase instanceof Climbing climbing && climbing.reachesNobody();
        if (waits && !unconfirmed.isEmpty()) {
            draft.ringWhoJoined();
        }
        for (PersonId person : unconfirmed) {
            if (Rings.rungNow(draft, person)) {
                continue;
            }
            if (Answers.isAskedToTakeOver(draft, person)) {
                ring(draft, person, Effect.Tune.PASSED_ON);
            } else if (isWanted(draft, person)) {
                ring(draft, person, Effect.Tune.ALARM);
            }
        }
    }

    private static void ring(Draft draft, PersonId person, Effect.Tune tune) {
        Rings.ring(draft, person, draft.situation.waysTo(person), tune);
    }

    private static boolean isWanted(Draft draft, PersonId person) {
        boolean waits = draft.phase instanceof Climbing climbing && climbing.reachesNobody();
        if (draft.phase instanceof Held || waits) {
            return false;
        }
        List<Situation.Step> steps = draft.situation.steps();
        int begun = Math.min(draft.place.reached(), steps.size() - 1);
        for (int i = 0; i <= begun; i++) {
            if (Rings.wanted(draft, steps.get(i)).contains(person)) {
                return true;
            }
        }
        return false;
    }

    private Unproven() {}
}
