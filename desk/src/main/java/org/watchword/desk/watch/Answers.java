package org.watchword.desk.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.Standing.Answer;

/// Who is on it, for how long, and whether that is enough.
final class Answers {
    /// Whether this person's answer stands.
    static boolean stands(Draft draft, PersonId person) {
        return answerOf(draft, person).isPresent();
    }

    private static Optional<Answer> answerOf(Draft draft, PersonId person) {
        return draft.people.getOrDefault(person, Standing.NONE).answer();
    }

    /// Whether somebody has answered for this target: one it names now, or one who stood for it
    /// when answering.
    static boolean answered(Map<PersonId, Standing> people, Situation.Target target) {
        return people.entrySet().stream()
                .anyMatch(one ->
                        one.getValue()
                                .answer()
                                .filter(a -> answers(one.getKey(), a, target))
                                .isPresent());
    }

    private static boolean answers(PersonId person, Answer answer, Situation.Target target) {
        return target.people().contains(person) || answer.duties().contains(target.duty());
    }

    static boolean answered(Draft draft, Situation.Target target) {
        return answered(draft.people, target);
    }

    /// Whether the alarm is held: somebody other than its raiser is on it, and of every step so far
    /// that asks for all, all have answered. A target that nobody can be is not waited for.
    static boolean hold(Draft draft) {
        return somebodyHolds(draft) && allReachedStepsHaveAnswered(draft);
    }

    /// Whether the proven answer of anybody but the raiser stands.
    static boolean somebodyHolds(Draft draft) {
        return draft.people.keySet().stream().anyMatch(person -> holds(draft, person));
    }

    private static boolean allReachedStepsHaveAnswered(Draft draft) {
        List<Situation.Step> steps = draft.situation.steps();
        for (int i = 0; i <= Math.min(draft.place.reached(), steps.size() - 1); i++) {
            Situation.Step step = steps.get(i);
            if (!step.all()) {
                continue;
            }
            for (Situation.Target target : step.targets()) {
                if (!target.people().isEmpty() && !answered(draft, target)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean holds(Draft draft, PersonId person) {
        return answerOf(draft, person).filter(a -> mayHold(draft, person, a)).isPresent();
    }

    private static boolean mayHold(Draft draft, PersonId person, Answer answer) {
        return switch (answer.how()) {
            case Standing.ByRaising _ -> false;
            case Standing.InSession _, Standing.Confirmed _ -> !isRaiser(draft, person);
        };
    }

    private static boolean isRaiser(Draft draft, PersonId person) {
        return draft.origin.raiser().filter(person::equals).isPresent();
    }

    /// Whoever raises is awake.
    static void awake(Draft draft, PersonId raiser) {
        give(draft, raiser, new Standing.ByRaising(), draft.situation.dutiesOf(raiser));
    }

    /// "I'm on it", and "Still on it", which means the same when the answer has lapsed.
    static Reply onIt(Draft draft, PersonId person) {
        boolean again =
                answerOf(draft, person)
                        .filter(a -> !(a.how() instanceof Standing.ByRaising))
                        .isPresent();
        LogKind said = again ? LogKind.STILL_ON_IT : LogKind.ACKNOWLEDGED;
        return counts(draft, person, new Standing.InSession(), draft.entry(said).about(person));
    }

    /// A full answer, however it was proven.
    static Reply.OnIt counts(Draft draft, PersonId person, Standing.How how, Entry line) {
        Set<Duty> duties = new HashSet<>(draft.situation.dutiesOf(person));
        answerOf(draft, person).ifPresent(a -> duties.addAll(a.duties()));
        duties.addAll(takeOver(draft, person));
        give(draft, person, how, duties);
        draft.add(new Effect.Withdraw(person));
        draft.log(line);
        Leading.answered(draft, person);
        draft.somebodyLooked();
        draft.settle();
        return new Reply.OnIt(draft.phase instanceof Alarm.Held);
    }

    private static void give(Draft draft, PersonId person, Standing.How how, Set<Duty> duties) {
        var answer = new Answer(how, draft.now(), lapsesAt(draft), duties, Optional.empty());
        draft.people.merge(person, Standing.NONE.with(answer), (before, _) -> before.with(answer));
    }

    private static Instant lapsesAt(Draft draft) {
        return draft.now().plus(draft.situation.policy().lapse());
    }

    /// Ends the answers of those who have passed the alarm on to this person, who now stands for
    /// what they stood for. The raiser cannot hold an alarm, so nobody is released to the raiser.
    private static Set<Duty> takeOver(Draft draft, PersonId person) {
        var duties = new HashSet<Duty>();
        if (isRaiser(draft, person)) {
            return duties;
        }
        for (PersonId from : List.copyOf(draft.people.keySet())) {
            answerOf(draft, from)
                    .filter(a -> a.passingTo().filter(person::equals).isPresent())
                    .ifPresent(a -> duties.addAll(handOver(draft, from, a, person)));
        }
        return duties;
    }

    /// Whether somebody whose answer stands has passed the alarm on to this person.
    static boolean isAskedToTakeOver(Draft draft, PersonId person) {
        return draft.people.keySet().stream()
                .flatMap(from -> answerOf(draft, from).stream())
                .anyMatch(answer -> answer.passingTo().filter(person::equals).isPresent());
    }

    private static Set<Duty> handOver(Draft draft, PersonId from, Answer answer, PersonId to) {
        draft.people.computeIfPresent(from, (_, standing) -> standing.withoutAnswer());
        draft.log(draft.entry(LogKind.HANDED_OVER).about(from).and(to));
        return answer.duties();
    }

    /// A sign of life: the answer, if there is one, stands for another while.
    static void renew(Draft draft, PersonId person) {
        answerOf(draft, person)
                .ifPresent(a ->
                        draft.people.computeIfPresent(
                                person,
                                (_, standing) -> standing.with(a.lasting(lapsesAt(draft)))));
    }

    /// Rings the other at once. The answer of whoever passes on stands until then.
    static Reply passOn(Draft draft, PersonId from, PersonId to) {
        if (from.equals(to)) {
            return new Reply.NotToYourself();
        }
        Optional<Answer> mine = answerOf(draft, from);
        if (mine.isEmpty()) {
            return new Reply.NotOnIt();
        }
        if (!draft.situation.members().contains(to)) {
            return new Reply.CannotBeRung();
        }
        if (holds(draft, to)) {
            Answer theirs = answerOf(draft, to).orElseThrow();
            var duties = handOver(draft, from, mine.get(), to);
            draft.people.computeIfPresent(to, (_, standing) -> standing.with(theirs.with(duties)));
            draft.settle();
            return new Reply.PassedOn();
        }
        if (draft.situation.waysTo(to).isEmpty()) {
            return new Reply.CannotBeRung();
        }
        renew(draft, from);
        draft.people.computeIfPresent(
                from, (_, standing) -> standing.with(standing.answer().orElseThrow().passing(to)));
        draft.log(draft.entry(LogKind.PASSED_ON).about(from).and(to));
        if (!stands(draft, to)) {
            Rings.ring(draft, to, draft.situation.waysTo(to), Effect.Tune.PASSED_ON);
        }
        draft.somebodyLooked();
        return new Reply.PassedOn();
    }

    /// Ends every answer whose time has run out.
    static void lapse(Draft draft) {
        for (PersonId person : List.copyOf(draft.people.keySet())) {
            answerOf(draft, person)
                    .filter(a -> !a.lapsesAt().isAfter(draft.now()))
                    .ifPresent(_ -> end(draft, person, LogKind.LAPSED));
        }
        List<PersonId> unconfirmed = Unproven.lapse(draft);
        draft.settle();
        Unproven.ringAgain(draft, unconfirmed);
    }

    private static void end(Draft draft, PersonId person, LogKind why) {
        draft.people.computeIfPresent(person, (_, standing) -> standing.withoutAnswer());
        draft.log(draft.entry(why).about(person));
    }

    /// Something was added and nobody has looked: what was answered before counts no more.
    static void ringAllAgain(Draft draft) {
        draft.somebodyLooked();
        draft.log(draft.entry(LogKind.RINGS_AGAIN));
        draft.people.replaceAll((_, standing) -> standing.asIfSilent());
        draft.beginNewRound();
    }

    /// Whoever is no member any more neither holds an alarm nor is rung.
    static void forgetWhoLeft(Draft draft) {
        for (PersonId person : new ArrayList<>(draft.people.keySet())) {
            if (!draft.situation.members().contains(person)) {
                draft.people.remove(person);
                draft.add(new Effect.Withdraw(person));
                draft.log(draft.entry(LogKind.LEFT).about(person));
            }
        }
    }

    private Answers() {}
}
