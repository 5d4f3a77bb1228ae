package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.Alarm.Climbing;
import org.watchword.desk.watch.Alarm.Closed;
import org.watchword.desk.watch.Alarm.Held;
import org.watchword.desk.watch.Alarm.Place;
import org.watchword.desk.watch.Alarm.Timer;
import org.watchword.desk.watch.Alarm.TimerKind;

/// An alarm while one event is worked into it. It lives for one call of the {@link Engine} and is
/// seen by nobody else.
final class Draft {
    final Alarm old;
    final Situation situation;
    final TreeMap<PersonId, Standing> people;
    final List<Alarm.Statement> statements;
    private final List<Effect> effects = new ArrayList<>();

    Alarm.Origin origin;
    Alarm.Phase phase;
    Place place;
    Optional<Instant> joinDueAt;
    Optional<Instant> drillEndsAt;
    Signs signs;
    private boolean waitedOnce;
    private Optional<Timer> timer;
    private boolean rang;

    /// @param behind how far the wall clock lies behind what was awaited of it
    Draft(Alarm alarm, Situation situation, Duration behind) {
        this.old = alarm;
        this.situation = situation;
        this.people = new TreeMap<>(Standing.BY_NUMBER);
        people.putAll(alarm.people());
        this.statements = new ArrayList<>(alarm.statements());
        this.origin = alarm.origin();
        this.phase = alarm.phase();
        this.place = alarm.place();
        this.joinDueAt = alarm.clockwork().joinDueAt();
        this.drillEndsAt = alarm.clockwork().drillEndsAt();
        this.waitedOnce = alarm.clockwork().waitedOnce();
        this.timer = alarm.clockwork().timer();
        this.signs = alarm.signs();
        if (behind.isPositive()) {
            setBack(behind);
        }
    }

    Instant now() {
        return situation.now();
    }

    /// The generation that a ring of this step carries.
    long generation() {
        return old.generation() + 1;
    }

    void add(Effect effect) {
        effects.add(effect);
        rang |= effect instanceof Effect.Ring;
    }

    Entry entry(LogKind kind) {
        return Entry.of(kind, place);
    }

    void log(Entry entry) {
        add(new Effect.Log(entry));
    }

    void log(LogKind kind, Optional<PersonId> person) {
        log(person.map(who -> entry(kind).about(who)).orElse(entry(kind)));
    }

    /// Moves everything that is awaited, so that a wall clock set back delays nobody.
    private void setBack(Duration by) {
        if (phase instanceof Climbing climbing) {
            phase = new Climbing(climbing.stepEndsAt().minus(by), climbing.reachesNobody());
        }
        people.replaceAll((_, standing) -> standing.lapsingEarlier(by));
        joinDueAt = joinDueAt.map(at -> at.minus(by));
        drillEndsAt = drillEndsAt.map(at -> at.minus(by));
        signs = signs.earlier(by);
        timer = timer.map(t -> new Timer(t.kind(), t.generation(), t.at().minus(by)));
    }

    void noteLateness() {
        timer.ifPresent(t -> {
            var late = Duration.between(t.at(), now());
            if (late.compareTo(Policy.LATE_FROM) >= 0) {
                log(entry(LogKind.FIRED_LATE).counting(late.toSeconds()));
            }
        });
    }

    void ringAgainAfter(Duration wait) {
        joinDueAt = Optional.of(now().plus(wait));
    }

    void somebodyLooked() {
        joinDueAt = Optional.empty();
    }

    void climbsNow(LadderId ladder) {
        origin = origin.climbing(ladder);
    }

    /// Another ladder: every alarm reaches its first step, whoever is on it already.
    void atTheFirstStep() {
        place = new Place(0, place.round(), 0);
    }

    /// The ladder may have become shorter below the alarm's feet.
    void stayOnLadder() {
        int last = Math.max(0, situation.steps().size() - 1);
        place =
                new Place(
                        Math.min(place.step(), last),
                        place.round(),
                        Math.min(place.reached(), last));
    }

    /// Begins the given step, or the first one from there that has somebody to ring. When the whole
    /// ladder reaches nobody, waits where it stands, and says so once.
    void climbFrom(int from) {
        List<Situation.Step> steps = situation.steps();
        var skipped = new ArrayList<Entry>();
        int at = from;
        for (int tried = 0; tried < steps.size(); tried++) {
            if (at >= steps.size()) {
                at = 0;
                place = new Place(0, place.round() + 1, place.reached());
            }
            place = new Place(at, place.round(), Math.max(place.reached(), at));
            if (Rings.reachesSomebody(this, steps.get(at))) {
                skipped.forEach(this::log);
                begin(steps.get(at));
                return;
            }
            skipped.add(entry(Rings.whySkipped(this, steps.get(at))));
            at++;
        }
        if (!(phase instanceof Climbing climbing && climbing.reachesNobody())) {
            skipped.forEach(this::log);
            log(entry(LogKind.LADDER_REACHES_NOBODY));
        }
        Duration wait = steps.isEmpty() ? Policy.EMPTY_WAIT : steps.get(place.step()).lasts();
        phase = new Climbing(now().plus(atLeast(wait)), true);
    }

    private void begin(Situation.Step step) {
        log(entry(LogKind.STEP_BEGAN));
        for (PersonId person : Rings.wanted(this, step)) {
            Rings.ring(this, person, step);
        }
        phase = new Climbing(now().plus(atLeast(step.lasts())), false);
    }

    /// The running step gets its wait once more, once in the life of an alarm.
    void waitOnceMore() {
        if (!(phase instanceof Climbing climbing) || climbing.reachesNobody()) {
            return;
        }
        if (waitedOnce || situation.steps().isEmpty()) {
            return;
        }
        waitedOnce = true;
        int running = Math.min(place.step(), situation.steps().size() - 1);
        Duration wait = atLeast(situation.steps().get(running).lasts());
        phase = new Climbing(climbing.stepEndsAt().plus(wait), false);
        log(entry(LogKind.WAITS_ONCE_MORE).counting(wait.toSeconds()));
    }

    private static Duration atLeast(Duration wait) {
        return wait.compareTo(Policy.SHORTEST_WAIT) < 0 ? Policy.SHORTEST_WAIT : wait;
    }

    /// Draws the consequence of answers that came or went. Returns whether the ladder began anew.
    boolean settle() {
        boolean held = Answers.hold(this);
        if (held && phase instanceof Climbing) {
            phase = new Held();
            log(entry(LogKind.HELD));
            people.forEach((person, standing) -> {
                boolean waitsForAnswer = standing.rung().isPresent() && standing.answer().isEmpty();
                boolean wanted =
                        Answers.isAskedToTakeOver(this, person) || Leading.wants(this, person);
                if (waitsForAnswer && !wanted) {
                    add(new Effect.Withdraw(person));
                }
            });
        } else if (!held && phase instanceof Held) {
            log(entry(LogKind.HELD_NO_MORE));
            beginNewRound();
            return true;
        }
        return false;
    }

    void beginNewRound() {
        place = new Place(0, place.round() + 1, place.reached());
        joinDueAt = Optional.empty();
        climbFrom(0);
    }

    /// Rings at once whoever the running step names by now and was not rung in it. When all whom it
    /// rang have left, the next step begins.
    void ringWhoJoined() {
        if (!(phase instanceof Climbing climbing)) {
            return;
        }
        if (situation.steps().isEmpty() && !climbing.reachesNobody()) {
            climbFrom(0);
            return;
        }
        if (climbing.reachesNobody()) {
            if (situation.steps().stream().anyMatch(step -> Rings.reachesSomebody(this, step))) {
                climbFrom(place.step());
            }
            return;
        }
        Situation.Step step = situation.steps().get(place.step());
        for (PersonId person : Rings.wanted(this, step)) {
            if (!Rings.rungInThisStep(this, person)) {
                Rings.ring(this, person, step);
            }
        }
        if (people.keySet().stream().noneMatch(person -> Rings.rungInThisStep(this, person))) {
            climbFrom(place.step() + 1);
        }
    }

    /// Closes the books: one timer for whatever comes first, under a new number when it is another
    /// one or when somebody was rung.
    Next finish(Reply reply) {
        if (!(phase instanceof Closed)) {
            LateWord.tend(this);
            Leading.tend(this);
        }
        Optional<Timer> next = earliest();
        boolean same =
                next.map(Timer::at).equals(timer.map(Timer::at))
                        && next.map(Timer::kind).equals(timer.map(Timer::kind));
        long generation = old.generation();
        if (rang || !same || phase instanceof Closed) {
            generation++;
            long number = generation;
            timer = next.map(t -> new Timer(t.kind(), number, t.at()));
            timer.ifPresent(this::arm);
        }
        var alarm =
                new Alarm(
                        old.id(),
                        origin,
                        phase,
                        place,
                        new Alarm.Clockwork(
                                generation, timer, joinDueAt, now(), waitedOnce, drillEndsAt),
                        people,
                        statements,
                        signs);
        return new Next(alarm, effects, reply);
    }

    private void arm(Timer t) {
        var wait = Duration.between(now(), t.at());
        effects.add(
                new Effect.Arm(
                        t.kind(),
                        t.generation(),
                        t.at(),
                        wait.isNegative() ? Duration.ZERO : wait));
    }

    private Optional<Timer> earliest() {
        var candidates = new ArrayList<Timer>();
        if (phase instanceof Closed) {
            return Optional.empty();
        }
        if (phase instanceof Climbing climbing) {
            Instant ends = Alarm.later(climbing.stepEndsAt(), signs.holdsUntil());
            candidates.add(new Timer(TimerKind.STEP_ENDS, 0, ends));
        }
        for (Standing standing : people.values()) {
            standing.answer()
                    .ifPresent(a -> candidates.add(new Timer(TimerKind.LAPSE, 0, a.lapsesAt())));
            standing.unproven()
                    .filter(word -> !word.lapsed())
                    .ifPresent(w -> candidates.add(new Timer(TimerKind.LAPSE, 0, w.until())));
        }
        joinDueAt.ifPresent(at -> candidates.add(new Timer(TimerKind.JOIN_RING, 0, at)));
        drillEndsAt.ifPresent(at -> candidates.add(new Timer(TimerKind.DRILL_ENDS, 0, at)));
        signs.lead()
                .flatMap(Signs.Lead::ringsAt)
                .ifPresent(at -> candidates.add(new Timer(TimerKind.LEAD_RING, 0, at)));
        return candidates.stream()
                .reduce((first, second) -> second.at().isBefore(first.at()) ? second : first);
    }
}
