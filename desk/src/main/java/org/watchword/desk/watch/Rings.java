package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.AddressId;
import org.watchword.desk.watch.Alarm.Held;
import org.watchword.desk.watch.Situation.Way;

/// Who is rung, and over what.
final class Rings {
    /// Whom a step still wants: everybody it names who has not answered. Where all targets must
    /// answer, a target that has is left in peace.
    static List<PersonId> wanted(Draft draft, Situation.Step step) {
        var wanted = new LinkedHashSet<PersonId>();
        for (Situation.Target target : step.targets()) {
            if (step.all() && Answers.answered(draft, target)) {
                continue;
            }
            for (PersonId person : target.people()) {
                if (!Answers.stands(draft, person) && !Unproven.quiets(draft, person)) {
                    wanted.add(person);
                }
            }
        }
        return List.copyOf(wanted);
    }

    static LogKind whySkipped(Draft draft, Situation.Step step) {
        var names = step.targets().stream().flatMap(target -> target.people().stream()).toList();
        if (names.isEmpty() || !wanted(draft, step).isEmpty()) {
            return LogKind.STEP_REACHES_NOBODY;
        }
        return names.stream().anyMatch(person -> Unproven.quiets(draft, person))
                ? LogKind.STEP_ALL_UNPROVEN
                : LogKind.STEP_ALL_AWAKE;
    }

    static boolean reachesSomebody(Draft draft, Situation.Step step) {
        return wanted(draft, step).stream()
                .anyMatch(person -> !draft.situation.waysTo(person).isEmpty());
    }

    static boolean rungInThisStep(Draft draft, PersonId person) {
        return rungOf(draft, person)
                .filter(rung ->
                        rung.step() == draft.place.step() && rung.round() == draft.place.round())
                .isPresent();
    }

    /// Whether the event that is being worked in has rung this person already.
    static boolean rungNow(Draft draft, PersonId person) {
        return rungOf(draft, person)
                .filter(rung -> rung.generation() == draft.generation())
                .isPresent();
    }

    /// Rings a person for a step: over its channels; over all there are, when what came back over
    /// one of them ran out unconfirmed.
    static void ring(Draft draft, PersonId person, Situation.Step step) {
        boolean doubted = draft.people.getOrDefault(person, Standing.NONE).ranOutUnconfirmed();
        List<Way> ways =
                doubted ? draft.situation.waysTo(person) : draft.situation.waysTo(person, step);
        ring(draft, person, ways, Effect.Tune.ALARM);
    }

    private static Optional<Standing.Rung> rungOf(Draft draft, PersonId person) {
        return draft.people.getOrDefault(person, Standing.NONE).rung();
    }

    /// Rings a person over all the given ways at once. What an earlier ring has not sent yet is
    /// taken back: this one says the same.
    static void ring(Draft draft, PersonId person, List<Way> ways, Effect.Tune tune) {
        if (ways.isEmpty()) {
            return;
        }
        boolean again = rungOf(draft, person).isPresent();
        if (again) {
            draft.add(new Effect.Withdraw(person));
        }
        var rung =
                new Standing.Rung(
                        draft.generation(),
                        draft.place.step(),
                        draft.place.round(),
                        draft.now(),
                        ways.stream().map(Way::address).toList());
        draft.people.merge(person, Standing.NONE.with(rung), (before, _) -> before.with(rung));
        for (Way way : ways) {
            send(draft, new Effect.Ring(person, way, rung, tune, again));
        }
    }

    /// A channel refused: the person's next address that this ring has not used is rung at once.
    static void tryNext(Draft draft, PersonId person, AddressId refused, long generation) {
        draft.log(overThatWay(draft, person, refused, draft.entry(LogKind.REFUSED).about(person)));
        Optional<Standing.Rung> current =
                rungOf(draft, person).filter(rung -> rung.generation() == generation);
        boolean answered = Answers.stands(draft, person) || Unproven.quiets(draft, person);
        boolean waits = draft.phase instanceof Held && !Leading.wants(draft, person);
        if (current.isEmpty() || answered || waits || Leading.ringsNow(draft, person)) {
            return;
        }
        Standing.Rung rung = current.get();
        Optional<Way> next =
                draft.situation.waysTo(person).stream()
                        .filter(way -> !rung.tried().contains(way.address()))
                        .findFirst();
        if (next.isEmpty()) {
            draft.log(draft.entry(LogKind.NO_OTHER_WAY).about(person));
            return;
        }
        var tried = new ArrayList<>(rung.tried());
        tried.add(next.get().address());
        var wider =
                new Standing.Rung(rung.generation(), rung.step(), rung.round(), rung.at(), tried);
        draft.people.computeIfPresent(person, (_, standing) -> standing.with(wider));
        send(draft, new Effect.Ring(person, next.get(), wider, Effect.Tune.ALARM, false));
    }

    private static Entry overThatWay(Draft draft, PersonId person, AddressId address, Entry entry) {
        return draft.situation.waysTo(person).stream()
                .filter(way -> way.address().equals(address))
                .findFirst()
                .map(way -> entry.over(way.channel()))
                .orElse(entry);
    }

    private static void send(Draft draft, Effect.Ring ring) {
        draft.add(ring);
        draft.log(draft.entry(LogKind.RUNG).about(ring.person()).over(ring.way().channel()));
    }

    private Rings() {}
}
