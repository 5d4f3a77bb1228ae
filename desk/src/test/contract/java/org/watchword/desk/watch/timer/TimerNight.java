package org.watchword.desk.watch.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.PaperKind;
import org.watchword.desk.delivery.SentMessage;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Duty;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.OpenAlarm;
import org.watchword.desk.watch.PaperWatch;
import org.watchword.desk.watch.Watch;

/// Timers over a real store, with a watch that rings them and the clocks in hand: Wren on the
/// default ladder, Finch on another. A second one over the same directory is the desk started
/// again.
final class TimerNight implements AutoCloseable {
    static final Instant NOON = Instant.parse("2021-02-04T12:00:00Z");
    static final PersonId WREN = new PersonId(1);
    static final PersonId FINCH = new PersonId(2);
    private static final ZoneId UTC = ZoneId.of("UTC");

    final TeamOnDisk team;
    final HandClock clock;
    final Watch watch;
    final PlantedTimers timers;
    private final PaperWatch paper;

    private TimerNight(Path dir, Instant at) {
        team = new TeamOnDisk(dir, at);
        clock = team.clock;
        paper = new PaperWatch(team, UTC, PlantedTimers.class);
        watch = paper.watch;
        timers = new PlantedTimers(team.store, watch, clock);
    }

    static TimerNight founded(Path dir) {
        var night = new TimerNight(dir, NOON);
        night.team.role("duty", "answer");
        var post =
                night.team
                        .store
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        night.paper
                                                .delivery
                                                .channels()
                                                .add(
                                                        turn,
                                                        "Post",
                                                        new PaperKind().name(),
                                                        Map.of()));
        for (PersonId who : List.of(WREN, FINCH)) {
            night.team.stub(who.value(), "Bird " + who.value());
            night.team
                    .store
                    .writer()
                    .write(
                            Lane.ORDINARY,
                            turn ->
                                    night.paper
                                            .delivery
                                            .addresses()
                                            .addProved(turn, who, post, "at " + who.value()));
        }
        night.ladder("Night", WREN);
        night.begin();
        return night;
    }

    static TimerNight again(Path dir, Instant at) {
        TimerNight night = at(dir, at);
        night.idle();
        return night;
    }

    /// The desk of that directory, started again, whether everything that is due is kept or not.
    static TimerNight at(Path dir, Instant at) {
        var night = new TimerNight(dir, at);
        night.begin();
        return night;
    }

    private void begin() {
        watch.start();
        timers.start();
    }

    LadderId ladder(String label, PersonId... rings) {
        var steps =
                Arrays.stream(rings)
                        .map(who ->
                                new Ladder.Step(
                                        List.of(new Duty.OfPerson(who)),
                                        List.of(),
                                        Duration.ofMinutes(5),
                                        false))
                        .toList();
        return assertInstanceOf(Ladder.Done.class, watch.ladders().add(label, steps)).id();
    }

    LadderId defaultLadder() {
        return watch.ladders().all().stream()
                .filter(Ladder::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// A timer on the default ladder.
    TimerId planted(Duration... in) {
        return planted(defaultLadder(), TimerText.DUE, in);
    }

    TimerId planted(LadderId ladder, TimerText text, Duration... in) {
        Instant now = clock.instant();
        List<Instant> at = Arrays.stream(in).map(now::plus).toList();
        var timer = new NewTimer(TimerId.fresh(new SecureRandom()), at, ladder, text);
        assertEquals(Optional.empty(), plant(timer));
        return timer.id();
    }

    Optional<Sentence> plant(NewTimer timer) {
        return team.store.writer().write(Lane.ORDINARY, turn -> timers.plant(turn, timer));
    }

    void cancel(TimerId id) {
        var _ =
                team.store
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> {
                                    timers.cancel(turn, id);
                                    return id;
                                });
    }

    void tampers(String sql) {
        team.store.writer().write(Lane.FIRST, turn -> turn.handle().execute(sql));
    }

    int rows() {
        return team.store.read(handle ->
                handle.createQuery("SELECT count(*) FROM timer").mapTo(Integer.class).one());
    }

    List<AlarmId> alarms() {
        return watch.openAlarms().stream().map(OpenAlarm::id).toList();
    }

    List<SentMessage> messages(AlarmId alarm) {
        return team.store.read(
                handle -> paper.delivery.outbox().concerning(handle, "alarm-" + alarm.value()));
    }

    List<PersonId> rung(AlarmId alarm) {
        return messages(alarm).stream().map(SentMessage::person).distinct().toList();
    }

    List<TimerRing> rings(TimerId id) {
        return team.store.read(handle -> timers.rings(handle, id));
    }

    String text(SentMessage message) {
        byte[] sealed =
                team.store.read(handle ->
                        handle.createQuery("SELECT text FROM message WHERE id = ?")
                                .bind(0, message.id().value())
                                .map((row, _) -> row.getBytes(1))
                                .one());
        var place = new FieldSeal.Place("message", "text", message.id().value());
        return team.vault.fieldSeal().open(place, sealed);
    }

    String planOfTheLook() {
        return team.store.read(handle ->
                String.join(
                        "\n",
                        handle.createQuery("EXPLAIN QUERY PLAN " + TimerRows.LOOK)
                                .bind("wall", 0)
                                .bind("furthest", 0)
                                .map((row, _) -> row.getString("detail"))
                                .list()));
    }

    /// Somebody looked what is due, and tried to ring it.
    void looked() {
        timers.look();
        await(team.store::isIdle, () -> "still busy");
    }

    void pass(Duration time) {
        clock.pass(time);
        idle();
    }

    void idle() {
        await(() -> timers.isIdle() && watch.isIdle() && team.store.isIdle(), () -> "still busy");
    }

    /// Ends without a word, as a killed program does: what is not committed is gone.
    @Override
    public void close() {
        paper.close();
        team.close();
    }
}
