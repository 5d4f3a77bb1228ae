package org.watchword.story.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.watchword.story.simulation.Script.Awaited;

/// Reckons from outside when somebody was due, who was heard, and what must have rung.
final class Silences {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long MINUTE = 60_000;

    /// How long before a due time a word counts.
    private static final long EARLY = 2 * HOUR;

    private final SimulatedClock clock;
    private final Oracle oracle;
    private final Uptime uptime;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<Long, List<Word>> words = new HashMap<>();
    private final Map<Long, List<Pause>> pauses = new HashMap<>();
    private final List<Long> clockSet = new ArrayList<>();

    /// A watch, and the due time it is looked at for next.
    private static final class Waiting {
        final Awaited watch;
        Instant mark;
        Optional<Instant> due;

        Waiting(Awaited watch, Instant armed) {
            this.watch = watch;
            this.mark = armed;
            this.due = watch.schedule().after(armed);
        }
    }

    /// @param from when it was said first
    /// @param last when it was said last: until somebody is told, it is said again and again
    /// @param until when it was known to be kept; for ever where nobody was told so
    private record Word(long from, long last, long until, boolean counts) {
        Word withoutProof() {
            return new Word(from, last, Long.MAX_VALUE, counts);
        }
    }

    /// @param kept whether somebody was told that it counts
    private record Pause(long from, long until, boolean kept) {}

    Silences(SimulatedClock clock, Oracle oracle, Uptime uptime) {
        this.clock = clock;
        this.oracle = oracle;
        this.uptime = uptime;
    }

    void armed(Awaited watch) {
        waiting.add(new Waiting(watch, clock.wall()));
    }

    /// A word was said, now for the last time. It counts for a due time, or it proves nothing.
    ///
    /// @param told by when whoever said it has been told that it was received; empty when nobody
    ///   was told
    void said(long codename, long from, OptionalLong told, boolean counts) {
        words.computeIfAbsent(codename, _ -> new ArrayList<>())
                .add(new Word(from, clock.millis(), told.orElse(Long.MAX_VALUE), counts));
    }

    void paused(long codename, long until, boolean kept) {
        pauses.computeIfAbsent(codename, _ -> new ArrayList<>())
                .add(new Pause(clock.millis(), until, kept));
    }

    /// Whether it goes on now, nobody outside can say.
    void mayGoOn(long codename) {
        pauses.computeIfAbsent(codename, _ -> new ArrayList<>())
                .replaceAll(one -> new Pause(one.from(), one.until(), false));
    }

    /// What was said since then is gone, although its sayers were told that it counts.
    void restored(long backedUp) {
        words.values()
                .forEach(said ->
                        said.replaceAll(
                                word -> word.until() < backedUp ? word : word.withoutProof()));
        pauses.values()
                .forEach(asked ->
                        asked.replaceAll(one ->
                                one.from() < backedUp
                                        ? one
                                        : new Pause(one.from(), one.until(), false)));
    }

    void clockSet() {
        clockSet.add(clock.millis());
    }

    /// A due time is awaited from the one before it on, or from the word that counted for that one;
    /// a clock that is set meanwhile moves it on the wall.
    private boolean clockWasSetWhileAwaited(Waiting one, Instant due) {
        long day = Math.min(at(due), clock.millis()) - 26 * HOUR;
        long since = Math.min(day, at(one.mark) - EARLY - HOUR);
        return clockSet.stream().anyMatch(at -> at >= since && at <= clock.millis());
    }

    void look() {
        for (Waiting one : waiting) {
            one.due.ifPresent(due -> mayJoin(one, due));
            while (one.due.isPresent() && isOver(one.watch, one.due.get())) {
                judge(one, one.due.get());
                one.mark = one.due.get();
                one.due = one.watch.schedule().after(one.due.get());
            }
        }
    }

    /// From its time on a silence may join an alarm, which then rings again.
    private void mayJoin(Waiting one, Instant due) {
        boolean soon = clock.millis() >= at(due.plus(one.watch.grace())) - MINUTE;
        if (soon || clockWasSetWhileAwaited(one, due)) {
            long who = one.watch.codename();
            oracle.doubtful(alarm -> mayBeAbout(alarm, who));
        }
    }

    /// An incident of many may begin with one name, and others join it without a ring of their own
    /// while somebody is on it.
    private static boolean mayBeAbout(AlarmSeen alarm, long who) {
        return alarm.ofMany || alarm.about.size() != 1 || alarm.about.contains(who);
    }

    /// On the clock of the simulation, as the wall is set now.
    private long at(Instant wall) {
        return clock.millis() + Duration.between(clock.wall(), wall).toMillis();
    }

    private boolean isOver(Awaited watch, Instant due) {
        long overdue = at(due.plus(watch.grace()));
        return uptime.isUp()
                && clock.millis() > overdue + 2 * MINUTE + oracle.slack()
                && clock.millis() > uptime.since() + MINUTE + oracle.slack();
    }

    private void judge(Waiting one, Instant due) {
        long who = one.watch.codename();
        long at = at(due);
        long overdue = at + one.watch.grace().toMillis();
        if (clockWasSetWhileAwaited(one, due) || maybePaused(who, at, overdue)) {
            return;
        }
        long early = Math.min(EARLY, Duration.between(one.mark, due).toMillis() / 2);
        List<Word> mine = words.getOrDefault(who, List.of());
        boolean heard =
                mine.stream()
                        .anyMatch(w ->
                                w.counts()
                                        && w.from() > at - early + MINUTE
                                        && w.until() < overdue);
        boolean maybe =
                mine.stream()
                        .anyMatch(w ->
                                w.last() > at - EARLY - 2 * MINUTE && w.from() <= overdue + MINUTE);
        String name = "tree" + Foundation.names().get((int) who - 1).substring(4);
        if (heard) {
            mustNotHaveRung(who, at, overdue, name.toUpperCase(Locale.ROOT));
        } else if (!maybe) {
            mustHaveRung(who, overdue, name.toUpperCase(Locale.ROOT));
        }
    }

    private boolean maybePaused(long who, long due, long overdue) {
        return pauses.getOrDefault(who, List.of()).stream()
                .anyMatch(p -> p.from() <= overdue && p.until() + EARLY + HOUR >= due);
    }

    /// A word that was kept before wins.
    private void mustNotHaveRung(long who, long due, long overdue, String name) {
        for (AlarmSeen alarm : oracle.alarms()) {
            boolean begun = alarm.since > due - MINUTE && alarm.since < overdue + 5 * MINUTE;
            if (begun && alarm.ofSilence && alarm.about.equals(java.util.Set.of(who))) {
                oracle.violated(
                        "who-was-heard-in-time-is-not-missed",
                        name
                                + " was heard before "
                                + Happening.time(overdue)
                                + ", and alarm "
                                + alarm.id
                                + " rang");
            }
        }
    }

    /// It rang, or joined an alarm that goes on, or one that people ended with it on the list.
    private void mustHaveRung(long who, long overdue, String name) {
        boolean rung =
                oracle.alarms().stream()
                        .filter(alarm -> mayBeAbout(alarm, who))
                        .anyMatch(alarm ->
                                alarm.lastTry >= overdue - MINUTE
                                        || alarm.endedAt >= overdue
                                        || !alarm.ended);
        if (!rung) {
            oracle.violated(
                    "a-silence-rings",
                    name
                            + " was due, was not heard until "
                            + Happening.time(overdue)
                            + ", and nobody was rung");
        }
    }
}
