package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.PersonId;

/// Random nights: people answer, fall silent, pass on, leave, change ladders; gateways refuse;
/// clocks jump. A failure prints the seed; `-Dwatchword.seed=N` plays that one night again.
class AnyNight {
    private static final int NIGHTS = 2_000;
    private static final int EVENTS = 150;
    private static final Duration LONGEST_STEP = Duration.ofMinutes(2);
    private static final List<PersonId> ALL =
            List.of(Night.WREN, Night.FINCH, Night.HERON, Night.SWIFT, Night.TERN);

    private static final List<CodenameId> CODENAMES = List.of(Night.ALDER, Night.BIRCH);

    private final Set<Long> generationsArmed = new HashSet<>();
    private final Set<String> messages = new HashSet<>();
    private final WordsOfANight words = new WordsOfANight();
    private Duration delayed = Duration.ZERO;

    @Test
    void keeps_ringing_while_nobody_is_on_it_and_never_rings_who_is() {
        Optional<Long> only = Optional.ofNullable(Long.getLong("watchword.seed"));
        long first = only.orElseGet(System::nanoTime);
        long nights = only.isPresent() ? 1 : NIGHTS;
        for (long seed = first; seed < first + nights; seed++) {
            try {
                new AnyNight().play(new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private void play(Random random) {
        AlarmKind kind = oneOf(List.of(AlarmKind.values()), random);
        Night night = begun(kind);
        if (random.nextInt(4) > 0) {
            night.leads(Night.SWIFT, Night.TERN);
        }
        newLadder(night, random);
        checked(night, new Event.Raised());
        for (int i = 0; i < EVENTS; i++) {
            checked(night, something(night, random));
        }
    }

    private static Night begun(AlarmKind kind) {
        return switch (kind) {
            case CALL -> Night.call();
            case SILENCE, HELP, DURESS -> Night.about(kind, Night.ALDER);
            case MANY_SILENT -> Night.about(kind, Night.ALDER, Night.BIRCH);
            case UNKNOWN_CALLERS, CLOCK, DESK, REMINDER -> Night.of(kind);
        };
    }

    private void checked(Night night, Event event) {
        Alarm before = night.alarm;
        Situation situation = night.situation();
        night.then(event);
        Alarm after = night.alarm;

        if (night.logged().contains(LogKind.WAITS_ONCE_MORE)) {
            delayed = delayed.plus(LONGEST_STEP);
            assertEquals(LONGEST_STEP, delayed, "delayed more than once");
        }
        assertTrue(night.effects.size() <= 200, "bounded: " + night.effects.size());
        checkRings(night, situation);
        checkTimer(night, before, after);
        if (before.isClosed()) {
            assertEquals(before, after, "a closed alarm changed by " + event);
        }
        if (night.reply instanceof Reply.Stale) {
            assertEquals(before, after, "a stale timer changed something");
        }
        checkNotSilent(night, situation);
        words.check(night, before);
        if (event instanceof Event.AnsweredUnproven(PersonId person, var _)) {
            checkUnproven(night, before, person);
        }
    }

    /// An answer without a session holds nothing, and all of them together delay a step once.
    private void checkUnproven(Night night, Alarm before, PersonId person) {
        Alarm after = night.alarm;
        assertEquals(before.isHeld(), after.isHeld(), "held by an unproven answer");
        for (PersonId one : ALL) {
            assertEquals(
                    before.standing(one).flatMap(Standing::answer).map(Standing.Answer::how),
                    after.standing(one).flatMap(Standing::answer).map(Standing.Answer::how));
        }
        assertEquals(before.place(), after.place(), "climbed for an unproven answer");
        assertTrue(
                night.rings().stream().allMatch(ring -> ring.tune() == Effect.Tune.LEAD),
                "rang for an unproven answer");
        var word = before.standing(person).flatMap(Standing::unproven);
        if (word.isPresent()) {
            assertFalse(night.reply instanceof Reply.Unproven, "taken again without a ring");
        }
        if (night.reply instanceof Reply.Unproven(var until)) {
            assertEquals(night.now.plus(Night.POLICY.unproven()), until);
        }
        if (night.reply instanceof Reply.SaidAlready(var until)) {
            assertFalse(until.isAfter(word.orElseThrow().until()), "extended");
        }
    }

    private void checkRings(Night night, Situation situation) {
        var thisStep = new HashSet<Object>();
        for (Effect.Ring ring : night.rings()) {
            boolean tellsNews = ring.tune() == Effect.Tune.WORD || ring.tune() == Effect.Tune.LEAD;
            assertFalse(
                    !tellsNews && night.onIt(ring.person()),
                    "rang " + ring.person() + ", who is on it");
            boolean quiet = night.alarm.standing(ring.person()).orElseThrow().isUnproven();
            assertFalse(
                    quiet && ring.tune() == Effect.Tune.ALARM,
                    "rang " + ring.person() + ", who answered");
            assertTrue(situation.members().contains(ring.person()), "rang a stranger");
            assertTrue(thisStep.add(List.of(ring.person(), ring.way())), "rang twice at once");
            String key = ring.ring().generation() + "/" + ring.person() + "/" + ring.way();
            assertTrue(messages.add(key), "a second message under the key " + key);
        }
    }

    private void checkTimer(Night night, Alarm before, Alarm after) {
        List<Effect.Arm> armed = night.only(Effect.Arm.class);
        assertTrue(armed.size() <= 1, "armed twice in one step");
        for (Effect.Arm arm : armed) {
            assertTrue(generationsArmed.add(arm.generation()), "a generation armed twice");
            assertTrue(arm.generation() > before.generation(), "a generation not above");
        }
        assertTrue(after.generation() >= before.generation());
        if (after.isClosed()) {
            assertTrue(after.clockwork().timer().isEmpty(), "closed, with a timer");
        } else {
            Alarm.Timer timer = night.timer();
            assertEquals(after.generation(), timer.generation());
            assertTrue(generationsArmed.contains(timer.generation()), "a timer nobody armed");
        }
    }

    /// While it is open and not held, either somebody was rung in the running step, or nobody at
    /// all can be.
    private void checkNotSilent(Night night, Situation situation) {
        if (!(night.alarm.phase() instanceof Alarm.Climbing climbing)) {
            return;
        }
        if (climbing.reachesNobody()) {
            return;
        }
        boolean somebodyWasRung =
                night.alarm.people().values().stream()
                        .flatMap(standing -> standing.rung().stream())
                        .anyMatch(rung -> rung.round() == night.alarm.place().round());
        assertTrue(somebodyWasRung, "silent: nobody was rung in this round");
        var waits = Duration.between(situation.now(), climbing.stepEndsAt());
        var holds = Duration.between(situation.now(), night.alarm.stepEndsAt().orElseThrow());
        assertTrue(
                holds.equals(waits) || holds.compareTo(Night.POLICY.lateHold()) <= 0,
                "held back for " + holds);
        assertTrue(waits.compareTo(LONGEST_STEP.plus(delayed)) <= 0, "waits " + waits);
    }

    private static Event something(Night night, Random random) {
        PersonId person = oneOf(ALL, random);
        PersonId other = oneOf(ALL, random);
        if (random.nextInt(3) > 0) {
            night.after(Duration.ofSeconds(random.nextInt(200)));
        }
        return switch (random.nextInt(29)) {
            case 0, 1, 2, 3, 4, 5 -> timer(night, random);
            case 6, 7 -> new Event.Acknowledged(person);
            case 8 -> new Event.StillOnIt(person);
            case 9 -> new Event.Noted(person);
            case 10 -> new Event.PassedOn(person, other);
            case 11 -> new Event.Looked(person);
            case 12 -> new Event.SomethingAdded(Optional.of(person));
            case 13, 14 -> refused(night, person, random);
            case 15 -> new Event.SeenSafe(person, oneOf(List.of(Seen.values()), random));
            case 16 -> random.nextInt(5) == 0 ? new Event.EndedBy(person) : timer(night, random);
            case 17 -> members(night, person, random);
            case 18 -> ladder(night, random);
            case 19, 20, 21 ->
                    new Event.AnsweredUnproven(
                            person, oneOf(List.of(Standing.Way.values()), random));
            case 22 -> new Event.Confirmed(person, other);
            case 24, 25 ->
                    new Event.Word(
                            oneOf(CODENAMES, random),
                            random.nextInt(3) > 0
                                    ? Meaning.OK
                                    : oneOf(List.of(Meaning.values()), random),
                            Optional.empty());
            case 26 ->
                    new Event.SilenceJoined(
                            List.of(Signs.About.of(oneOf(CODENAMES, random), night.now)));
            case 27 ->
                    new Event.Asked(
                            person,
                            oneOf(CODENAMES, random),
                            oneOf(List.of(Seen.values()), random),
                            random.nextInt(4) == 0);
            case 28 ->
                    random.nextBoolean()
                            ? new Event.Parted(oneOf(CODENAMES, random))
                            : new Event.DrillOver();
            default -> clock(night, random);
        };
    }

    private static <T> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Event timer(Night night, Random random) {
        Optional<Alarm.Timer> timer = night.alarm.clockwork().timer();
        if (timer.isEmpty() || random.nextInt(6) == 0) {
            return new Event.StepEnded(random.nextInt(20));
        }
        if (timer.get().at().isAfter(night.now)) {
            night.now = timer.get().at().plusMillis(random.nextInt(20_000));
        }
        return Engine.due(timer.get());
    }

    private static Event refused(Night night, PersonId person, Random random) {
        var rung = night.alarm.standing(person).flatMap(Standing::rung);
        long generation =
                rung.map(Standing.Rung::generation).orElse(1L) - (random.nextInt(4) == 0 ? 1 : 0);
        var channel = random.nextBoolean() ? Night.SMS : Night.MAIL;
        return new Event.Refused(person, Night.way(person, channel).address(), generation);
    }

    private static Event members(Night night, PersonId person, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                night.members.remove(person);
                night.ways.remove(person);
            }
            case 1 -> night.ways.remove(person);
            default -> {
                night.members.add(person);
                night.ways.put(
                        person,
                        List.of(Night.way(person, Night.SMS), Night.way(person, Night.MAIL)));
            }
        }
        return new Event.MembersChanged();
    }

    private static Event ladder(Night night, Random random) {
        newLadder(night, random);
        return new Event.LadderChanged(new LadderId(1 + random.nextInt(2)));
    }

    private static void newLadder(Night night, Random random) {
        night.steps.clear();
        int steps = random.nextInt(5);
        for (int i = 0; i < steps; i++) {
            var people = new ArrayList<>(ALL);
            Collections.shuffle(people, random);
            PersonId[] named = people.subList(0, random.nextInt(4)).toArray(PersonId[]::new);
            switch (random.nextInt(4)) {
                case 0 -> night.stepOfAll(named);
                case 1 -> night.stepOver(Night.MAIL, named);
                case 2 -> night.stepOfRole(random.nextBoolean(), "duty", true, named);
                default -> night.step(named);
            }
        }
    }

    private static Event clock(Night night, Random random) {
        if (random.nextInt(4) > 0) {
            return new Event.MembersChanged();
        }
        var by = Duration.ofSeconds(random.nextInt(7_200));
        night.after(by.negated());
        return new Event.ClockSetBack(by, night.now);
    }
}
