package org.watchword.desk.casebook;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.basis.Patience.await;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.casebook.reminder.Reminders;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.rota.Rota;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Duty;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.OpenAlarm;
import org.watchword.desk.watch.PageTools;
import org.watchword.desk.watch.PaperWatch;
import org.watchword.desk.watch.Watch;
import org.watchword.desk.watch.WatchPages;
import org.watchword.desk.watch.timer.NewTimer;
import org.watchword.desk.watch.timer.PlantedTimers;
import org.watchword.desk.watch.timer.TimerText;
import org.watchword.desk.web.Route;

/// What rings beside the cases of a quay: the watch, its timers and reminders, on paper.
final class Bell implements AutoCloseable {
    /// Whose message files its pages and messages need.
    static final List<Class<?>> SPEAKERS =
            List.of(Delivery.class, Watch.class, PlantedTimers.class, Changes.class, Rota.class);

    private static final ZoneId UTC = ZoneId.of("UTC");

    final TeamOnDisk team;
    final Watch watch;
    final PlantedTimers timers;
    final Reminders reminders;
    private final PaperWatch paper;

    Bell(TeamOnDisk team) {
        this.team = team;
        paper = new PaperWatch(team, UTC, SPEAKERS.toArray(Class<?>[]::new));
        watch = paper.watch;
        timers = new PlantedTimers(team.store, watch, team.clock);
        reminders =
                new Reminders(
                        new Reminders.Ground(
                                team.store,
                                team.vault.fieldSeal(),
                                timers,
                                watch.ladders(),
                                new SecureRandom()));
        watch.start();
        timers.start();
    }

    List<Route> routes() {
        var tools =
                new PageTools(
                        watch,
                        watch.ladders(),
                        team.store,
                        team.accounts.people(),
                        paper.delivery,
                        paper.book,
                        new SecureRandom(),
                        AtOnce.on(team.store));
        return new WatchPages(tools).routes();
    }

    /// A ladder that rings somebody over paper.
    Ladder ladder(String label, PersonId who) {
        var channel =
                team.store
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        paper.delivery
                                                .channels()
                                                .add(turn, label, "paper", Map.of()));
        team.store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> paper.delivery.addresses().addProved(turn, who, channel, "a door"));
        var step =
                new Ladder.Step(
                        List.of(new Duty.OfPerson(who)), List.of(), Duration.ofMinutes(5), false);
        var added = watch.ladders().add(label, List.of(step));
        var id = assertInstanceOf(Ladder.Done.class, added).id();
        return watch.ladders().ladder(id).orElseThrow();
    }

    /// One that is to be, in an hour.
    NewTimer timer(Ladder rings) {
        return new NewTimer(
                reminders.fresh(),
                List.of(team.clock.instant().plus(Duration.ofHours(1))),
                rings.id(),
                TimerText.DUE);
    }

    void pass(Duration time) {
        team.clock.pass(time);
        await(() -> due() == 0 && watch.isIdle() && team.store.isIdle(), () -> "still busy");
    }

    private int due() {
        return count(
                "timer WHERE alarm_id IS NULL AND at <= " + team.clock.instant().toEpochMilli());
    }

    /// Rows of a table, or of some of it.
    int count(String rows) {
        return team.store.read(handle ->
                handle.createQuery("SELECT count(*) FROM " + rows).mapTo(Integer.class).one());
    }

    List<AlarmId> alarms() {
        return watch.openAlarms().stream().map(OpenAlarm::id).toList();
    }

    /// All texts of all messages.
    List<String> messages() {
        return team.store.read(handle ->
                handle.createQuery("SELECT id, subject, text FROM message")
                        .map((row, _) ->
                                open("subject", row.getLong("id"), row.getBytes("subject"))
                                        + "\n"
                                        + open("text", row.getLong("id"), row.getBytes("text")))
                        .list());
    }

    private String open(String column, long id, byte[] sealed) {
        return team.vault.fieldSeal().open(new FieldSeal.Place("message", column, id), sealed);
    }

    /// Whether a text stands readable in a row of any of these tables.
    boolean liesReadable(String text, String... tables) {
        return team.store.read(handle -> {
            for (String table : tables) {
                boolean found =
                        handle.createQuery("SELECT * FROM " + table).mapToMap().list().stream()
                                .flatMap(row -> row.values().stream())
                                .anyMatch(value -> holds(value, text));
                if (found) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean holds(Object value, String text) {
        String shown =
                value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : String.valueOf(value);
        return shown.contains(text);
    }

    @Override
    public void close() {
        paper.close();
    }
}
