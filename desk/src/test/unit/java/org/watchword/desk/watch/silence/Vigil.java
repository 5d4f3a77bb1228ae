package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.silence.OneWatch.Draft;
import org.watchword.desk.watch.silence.OneWatch.Ear;

/// One watch and the step function, without clock or disk: 10:00 and 22:00 UTC, a reminder a
/// quarter of an hour before, half an hour of grace.
final class Vigil {
    static final CodenameId KESTREL = new CodenameId(1);
    static final CodenameId ALDER = new CodenameId(2);
    static final PersonId WREN = new PersonId(1);
    static final PersonId FINCH = new PersonId(2);
    static final ZoneId UTC = ZoneId.of("UTC");

    OneWatch watch;
    final List<WatchEffect> effects = new ArrayList<>();
    private final WatchEngine engine = new WatchEngine(SilencePolicy.DEFAULT);

    Vigil(Plan plan) {
        watch =
                new OneWatch(
                        new WatchId(7),
                        0,
                        plan,
                        new Draft(),
                        plan.about().stream().map(Ear::fresh).toList(),
                        OneWatch.Clockwork.STILL);
    }

    static Plan plan(boolean anyone, CodenameId... about) {
        return plan(Schedule.daily(UTC, LocalTime.of(10, 0), LocalTime.of(22, 0)), anyone, about);
    }

    static Plan plan(Schedule schedule, boolean anyone, CodenameId... about) {
        return new Plan(
                "The flat",
                List.of(about),
                Optional.empty(),
                schedule,
                new Margins(Duration.ofMinutes(15), Duration.ofMinutes(30)),
                anyone,
                false);
    }

    /// Armed at noon on the fourth.
    static Vigil armed(Plan plan) {
        var vigil = new Vigil(plan);
        vigil.done("12:00", new WatchEvent.Armed(WREN));
        return vigil;
    }

    static Instant at(String time) {
        return time.length() == 5
                ? Instant.parse("2021-02-04T" + time + ":00Z")
                : Instant.parse("2021-02-" + time.replace(' ', 'T') + ":00Z");
    }

    WatchEngine engine() {
        return engine;
    }

    WatchStep step(String time, WatchEvent event) {
        return engine.step(watch, event, at(time));
    }

    /// Takes an event; what is refused fails.
    void done(String time, WatchEvent event) {
        var next = assertInstanceOf(WatchStep.Next.class, step(time, event));
        watch = next.watch();
        effects.addAll(next.effects());
    }

    String refused(String time, WatchEvent event) {
        return assertInstanceOf(WatchStep.Refused.class, step(time, event)).why().key();
    }

    void heard(String time, CodenameId who) {
        done(time, new WatchEvent.Heard(who, at(time)));
    }

    /// Its timer fires, when it is meant to.
    void fires() {
        var timer = watch.clockwork().timer().orElseThrow();
        var due = new WatchEvent.Due(watch.clockwork().generation());
        var next = assertInstanceOf(WatchStep.Next.class, engine.step(watch, due, timer.at()));
        watch = next.watch();
        effects.addAll(next.effects());
    }

    void fires(String time) {
        done(time, new WatchEvent.Due(watch.clockwork().generation()));
    }

    void paused(String time, String until) {
        done(time, pause(until));
    }

    static WatchEvent.Paused pause(String until) {
        return new WatchEvent.Paused(new Pause(at(until), WREN, FINCH, "a long flight"));
    }

    Instant due() {
        return assertInstanceOf(OneWatch.Armed.class, watch.phase()).due().orElseThrow();
    }

    Instant timer() {
        return watch.clockwork().timer().orElseThrow().at();
    }

    List<WatchEffect> silences() {
        return effects.stream().filter(WatchEffect.Silent.class::isInstance).toList();
    }

    List<WatchEffect> reminders() {
        return effects.stream().filter(WatchEffect.Remind.class::isInstance).toList();
    }
}
