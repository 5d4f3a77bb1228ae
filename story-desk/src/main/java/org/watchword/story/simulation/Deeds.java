package org.watchword.story.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.watchword.desk.Desk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.rota.RotaDesk;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.RaiseReply;
import org.watchword.desk.watch.silence.Margins;
import org.watchword.desk.watch.silence.Pause;
import org.watchword.desk.watch.silence.Plan;
import org.watchword.desk.watch.silence.WatchId;
import org.watchword.desk.watch.silence.WatchReply;
import org.watchword.story.simulation.Hidden.Meant;

/// Does what the script says, when it says it.
final class Deeds {
    private static final long SECOND = 1_000_000_000L;
    private static final int COMMITS_SKIPPED = 3;
    private static final Duration SHIFT = Duration.ofHours(12);
    private static final Duration TAKEN_OVER = Duration.ofHours(4);

    private final World world;
    private final Officers officers;
    private final Hidden hidden;
    private final Map<Long, WatchId> watches = new HashMap<>();

    Deeds(World world, Officers officers, Hidden hidden) {
        this.world = world;
        this.officers = officers;
        this.hidden = hidden;
    }

    /// The team sets up what it begins with; then everything takes its course.
    void begin() {
        shifts();
        for (Script.Awaited watch : world.script.watches()) {
            watch(watch);
        }
        for (Happening one : world.script.happenings()) {
            world.agenda.in(one.at() * 1_000_000, world.outside, () -> happens(one));
            if (one.kind() == Happening.Kind.RESTORED) {
                long backup = Math.max(0, one.at() - one.much());
                world.agenda.in(backup * 1_000_000, world.outside, world::backUp);
            }
        }
        if (world.script.fair() < world.script.end()) {
            world.agenda.in(world.script.fair() * 1_000_000, world.outside, this::nothingFails);
        }
    }

    private void shifts() {
        Instant at = world.script.beginning();
        for (int i = 0; i < 2 * world.script.days(); i++) {
            long person = Foundation.OFFICERS.get(i % Foundation.OFFICERS.size());
            Duration wait = SHIFT.multipliedBy(i);
            Instant from = at.plus(wait);
            world.agenda.in(wait.toNanos(), world.outside, this::shiftChanges);
            // Now and then nobody was found.
            if (!world.chance.in100(10, "gap", i)) {
                var plan =
                        new RotaDesk.Plan(
                                Foundation.ON_DUTY, new PersonId(person), from, from.plus(SHIFT));
                var _ = world.ask(rooms -> rota(rooms).plan(plan, world.clock.wall()));
            }
        }
    }

    private void shiftChanges() {
        world.oracle.shiftChanged();
        world.lookSoon();
    }

    private static RotaDesk rota(Desk.Rooms rooms) {
        return new RotaDesk(rooms.store(), rooms.rota());
    }

    private void watch(Script.Awaited watch) {
        var plan =
                new Plan(
                        "watch " + watch.codename(),
                        java.util.List.of(
                                new org.watchword.desk.watch.CodenameId(watch.codename())),
                        Optional.empty(),
                        watch.schedule(),
                        new Margins(watch.reminder(), watch.grace()),
                        false,
                        false);
        var by = new PersonId(1);
        var added = world.ask(rooms -> rooms.watches().add(plan, by));
        if (added.isPresent() && added.get() instanceof WatchReply.Changed(WatchId id)) {
            var armed = world.ask(rooms -> rooms.watches().arm(id, edition(rooms, id), by));
            if (armed.isPresent() && armed.get() instanceof WatchReply.Changed) {
                watches.put(watch.codename(), id);
                world.silences.armed(watch);
                return;
            }
        }
        throw new IllegalStateException("a watch was not armed: " + added);
    }

    private static long edition(Desk.Rooms rooms, WatchId id) {
        return rooms.watches().edition(id).orElseThrow();
    }

    private void nothingFails() {
        world.gateways.fairForEver();
        world.fill(false);
        world.note("from now on nothing fails");
    }

    private void happens(Happening one) {
        world.note(one.kind().word() + " " + one.who() + " " + one.much());
        switch (one.kind()) {
            case OK_AT_THE_DOOR,
                    OK_SENT,
                    HELP_AT_THE_DOOR,
                    HELP_SENT,
                    DURESS_AT_THE_DOOR,
                    DURESS_SENT,
                    OK_TWICE,
                    MISTYPED ->
                    says(one);
            case RAISED -> raise(one, "form-" + one.at(), OptionalLong.empty());
            case STRANGER -> stranger(one);
            case TAKE_OVER, LADDER_EDITED, PAUSED, RESUMED -> {
                setUp(one);
                world.lookSoon();
            }
            case KILL_BEFORE_COMMIT,
                    KILL_AFTER_COMMIT,
                    KILL_AT_A_CALL,
                    KILL_AT_A_STATEMENT,
                    KILL_AT_A_MOMENT,
                    COMMIT_UNDONE,
                    COMMIT_KEPT_UNTOLD,
                    DISK_FULL,
                    GATEWAY_REFUSES,
                    GATEWAY_HANGS,
                    GATEWAY_SWALLOWS,
                    CLOCK_SET,
                    RESTORED,
                    OLD_CLOCK ->
                    fails(one);
        }
    }

    private void says(Happening one) {
        switch (one.kind()) {
            case OK_AT_THE_DOOR -> hidden.atTheDoor(one.who(), Meant.OK);
            case OK_SENT -> hidden.send(one.who(), Meant.OK);
            case HELP_AT_THE_DOOR -> hidden.atTheDoor(one.who(), Meant.HELP);
            case HELP_SENT -> hidden.send(one.who(), Meant.HELP);
            case DURESS_AT_THE_DOOR -> hidden.atTheDoor(one.who(), Meant.DURESS);
            case DURESS_SENT -> hidden.send(one.who(), Meant.DURESS);
            case OK_TWICE -> hidden.twice(one.who());
            case MISTYPED -> {
                hidden.atTheDoor(one.who(), Meant.NOTHING);
                after(one.much(), () -> hidden.atTheDoor(one.who(), Meant.OK));
            }
            default -> throw new IllegalArgumentException("nobody says " + one.kind());
        }
    }

    /// @param reached when a desk that was up was asked first, and gave no answer
    private void raise(Happening one, String form, OptionalLong reached) {
        long now = world.clock.millis();
        boolean up = world.uptime.isUp();
        var reply = world.ask(rooms -> rooms.watch().raiseNow(form, new PersonId(one.who())));
        world.note("person " + one.who() + " raises: " + Officers.said(reply));
        if (reply.isEmpty()) {
            // The page says so, and offers the same form again.
            var first = reached.isPresent() || !up ? reached : OptionalLong.of(now);
            world.agenda.in(25 * SECOND, world.outside, () -> raise(one, form, first));
            return;
        }
        long id;
        long made = now;
        switch (reply.get()) {
            case RaiseReply.Raised raised -> id = raised.alarm().value();
            case RaiseReply.Joined joined -> id = joined.alarm().value();
            case RaiseReply.AlreadyRaised raised -> {
                id = raised.alarm().value();
                made = reached.orElse(now);
            }
        }
        world.oracle.accepted(id);
        // Whoever raises is awake, for as long as after any answer.
        world.oracle.alarm(id).answers(one.who(), made + 1_800_000);
    }

    private void stranger(Happening one) {
        world.oracle.doubtful(alarm -> alarm.about.isEmpty());
        officers.write(
                one.who(),
                "stranger-" + one.at(),
                "s" + one.at(),
                "Somebody gave me this number, and I do not know whom else to ask for help now.");
    }

    private void setUp(Happening one) {
        switch (one.kind()) {
            case TAKE_OVER -> {
                world.oracle.shiftChanged();
                after(TAKEN_OVER.toMillis(), this::shiftChanges);
                var took =
                        world.ask(rooms ->
                                rota(rooms)
                                        .takeOver(
                                                Foundation.ON_DUTY,
                                                new PersonId(one.who()),
                                                Optional.of(TAKEN_OVER),
                                                world.clock.wall()));
                world.note("take-over: " + Officers.said(took));
            }
            case LADDER_EDITED -> {
                world.oracle.doubtful(_ -> true);
                var edited =
                        world.ask(rooms ->
                                rooms.watch()
                                        .ladders()
                                        .change(
                                                new LadderId(one.who()),
                                                "Edited at " + one.at(),
                                                one.who() == 1
                                                        ? Foundation.allMustAnswer()
                                                        : Foundation.quick()));
                world.note("ladder: " + Officers.said(edited));
            }
            case PAUSED -> pause(one);
            case RESUMED -> resume(one);
            default -> throw new IllegalArgumentException("nobody sets up " + one.kind());
        }
    }

    private void pause(Happening one) {
        WatchId id = watches.get(one.who());
        if (id == null) {
            return;
        }
        long until = world.clock.millis() + 3_600_000 + one.much();
        var pause =
                new Pause(world.clock.wallAt(until), new PersonId(1), new PersonId(2), "Travels.");
        var reply = world.ask(rooms -> rooms.watches().pause(id, edition(rooms, id), pause));
        world.note("pause: " + Officers.said(reply));
        if (reply.isEmpty() || reply.get() instanceof WatchReply.Changed) {
            world.silences.paused(one.who(), until, reply.isPresent());
        }
    }

    private void resume(Happening one) {
        WatchId id = watches.get(one.who());
        if (id == null) {
            return;
        }
        world.silences.mayGoOn(one.who());
        var reply =
                world.ask(rooms -> rooms.watches().resume(id, edition(rooms, id), new PersonId(1)));
        world.note("resume: " + Officers.said(reply));
    }

    private void fails(Happening one) {
        int skipped = (int) (one.at() % COMMITS_SKIPPED);
        switch (one.kind()) {
            case KILL_BEFORE_COMMIT -> world.commit(Commits.End.KILL_BEFORE, skipped);
            case KILL_AFTER_COMMIT -> world.commit(Commits.End.KILL_AFTER, skipped);
            case KILL_AT_A_CALL -> world.kills.next(Kills.At.CALL, (int) one.much());
            case KILL_AT_A_STATEMENT -> world.kills.next(Kills.At.STATEMENT, (int) one.much());
            case KILL_AT_A_MOMENT -> world.kills.next(Kills.At.MOMENT, (int) one.much());
            case RESTORED -> world.restore();
            case COMMIT_UNDONE -> world.commit(Commits.End.UNDONE, (int) one.much());
            case COMMIT_KEPT_UNTOLD -> world.commit(Commits.End.KEPT_UNTOLD, (int) one.much());
            case DISK_FULL -> {
                world.fill(true);
                after(one.much(), () -> world.fill(false));
            }
            case GATEWAY_REFUSES -> weather(one, Gateways.Weather.REFUSES);
            case GATEWAY_HANGS -> weather(one, Gateways.Weather.HANGS);
            case GATEWAY_SWALLOWS -> weather(one, Gateways.Weather.SWALLOWS);
            case CLOCK_SET -> world.setClock(Duration.ofMillis(one.much()));
            case OLD_CLOCK -> world.loseTheClock(Duration.ofMillis(one.much()));
            default -> throw new IllegalArgumentException("no fault: " + one.kind());
        }
    }

    private void weather(Happening one, Gateways.Weather weather) {
        world.gateways.turn(one.who(), weather);
        after(one.much(), () -> world.gateways.turn(one.who(), Gateways.Weather.FAIR));
    }

    private void after(long millis, Runnable what) {
        world.agenda.in(millis * 1_000_000, world.outside, what);
    }
}
