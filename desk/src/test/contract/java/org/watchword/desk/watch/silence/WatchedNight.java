package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AlarmKind;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Duty;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.OpenAlarm;
import org.watchword.desk.watch.PaperWatch;
import org.watchword.desk.watch.Watch;

/// Watches and alarms over a real store, with the clocks in hand. A second one over the same
/// directory is the desk started again.
final class WatchedNight implements AutoCloseable {
    static final Instant NOON = Instant.parse("2021-02-04T12:00:00Z");
    static final ZoneId UTC = ZoneId.of("UTC");
    static final PersonId WREN = new PersonId(1);
    static final PersonId FINCH = new PersonId(2);

    final TeamOnDisk team;
    final Watch watch;
    final Watches watches;
    final HandClock clock;
    private final PaperWatch paper;
    final List<String> reminded = Collections.synchronizedList(new ArrayList<>());

    /// Words that are committed and wait to be applied.
    final Map<CodenameId, Instant> waiting = Collections.synchronizedMap(new TreeMap<>(BY_NUMBER));

    /// Neither words nor reminders work.
    volatile boolean broken;

    private static final Comparator<CodenameId> BY_NUMBER =
            Comparator.comparingLong(CodenameId::value);

    private WatchedNight(Path dir, Instant at) {
        team = new TeamOnDisk(dir, at);
        clock = team.clock;
        paper = new PaperWatch(team, UTC, Watches.class);
        watch = paper.watch;
        watches =
                new Watches(
                        team.store,
                        paper.ground,
                        team.accounts.people(),
                        watch,
                        SilencePolicy.DEFAULT);
    }

    /// A new desk at noon, with Wren and Finch and a ladder that rings Wren.
    static WatchedNight founded(Path dir) {
        var night = new WatchedNight(dir, NOON);
        night.team.role("duty", "answer");
        night.team.stub(WREN.value(), "Wren");
        night.team.stub(FINCH.value(), "Finch");
        var step =
                new Ladder.Step(
                        List.of(new Duty.OfPerson(WREN)), List.of(), Duration.ofMinutes(5), false);
        assertInstanceOf(Ladder.Done.class, night.watch.ladders().add("Night", List.of(step)));
        night.begin();
        return night;
    }

    /// The desk of that directory, started again at that time.
    static WatchedNight again(Path dir, Instant at, Map<CodenameId, Instant> waiting) {
        var night = new WatchedNight(dir, at);
        night.waiting.putAll(waiting);
        night.begin();
        night.idle();
        return night;
    }

    private void begin() {
        watch.start();
        watches.start(this::applyWords, this::remind);
    }

    private void applyWords(Turn turn) {
        failWhereBroken();
        var words = Map.copyOf(waiting);
        words.forEach((who, at) -> watches.heard(turn, who, at));
        turn.afterCommit(() -> waiting.keySet().removeAll(words.keySet()));
    }

    private void failWhereBroken() {
        if (broken) {
            throw new IllegalStateException("broken");
        }
    }

    private boolean remind(Turn turn, CodenameId who, String key, Instant due) {
        failWhereBroken();
        turn.afterCommit(() -> reminded.add(who + " " + due));
        return true;
    }

    CodenameId codename(String name) {
        var saved = watch.ladders().addCodename(name, "", Optional.empty());
        return assertInstanceOf(Codename.Done.class, saved).id();
    }

    /// A watch that is armed: 10:00 and 22:00.
    WatchId armed(CodenameId... about) {
        return armed(Schedule.daily(UTC, LocalTime.of(10, 0), LocalTime.of(22, 0)), about);
    }

    WatchId armed(Schedule schedule, CodenameId... about) {
        WatchId id = changed(watches.add(Vigil.plan(schedule, false, about), WREN));
        changed(watches.arm(id, edition(id), WREN));
        return id;
    }

    static WatchId changed(WatchReply reply) {
        return assertInstanceOf(WatchReply.Changed.class, reply).id();
    }

    static String refused(WatchReply reply) {
        return assertInstanceOf(WatchReply.Refused.class, reply).why().key();
    }

    long edition(WatchId id) {
        return watches.edition(id).orElseThrow();
    }

    OneWatch load(WatchId id) {
        return team.store.read(handle -> watches.rows().load(handle, id)).orElseThrow();
    }

    void heard(CodenameId who) {
        team.store
                .writer()
                .write(
                        Lane.FIRST,
                        turn -> {
                            watches.heard(turn, who, clock.instant());
                            return who;
                        });
    }

    /// Lets time pass on both clocks until then, minute by minute where something is due.
    void passUntil(String time) {
        Instant until = Vigil.at(time);
        idle();
        while (clock.instant().isBefore(until)) {
            Instant next =
                    watches.nextDue()
                            .filter(due -> due.isAfter(clock.instant()) && due.isBefore(until))
                            .orElse(until);
            clock.pass(Duration.between(clock.instant(), next));
            idle();
        }
    }

    void idle() {
        await(() -> watches.isIdle() && watch.isIdle() && team.store.isIdle(), () -> "busy");
    }

    List<AlarmKind> alarms() {
        return watch.openAlarms().stream().map(OpenAlarm::kind).toList();
    }

    /// Ends without a word, as a killed program does: what is not committed is gone.
    @Override
    public void close() {
        watches.close();
        paper.close();
        team.close();
    }
}
