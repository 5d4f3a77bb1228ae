package org.watchword.story.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.watchword.desk.watch.silence.Schedule;
import org.watchword.story.simulation.Happening.Kind;

/// What a seed has decided beforehand: when it begins, who is awaited, and what happens.
///
/// @param fair from when on nothing fails any more, in milliseconds; never in a history of safety
record Script(
        long seed,
        int days,
        Instant beginning,
        List<Awaited> watches,
        long fair,
        List<Happening> happenings) {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long MINUTE = 60_000;

    /// Of how many alarms in a hundred something goes wrong beside.
    private static final int BESIDE = 40;

    /// Ordinary days, the nights on which the clocks are changed, a leap day, a year's end.
    private static final List<Instant> BEGINNINGS =
            List.of(
                    Instant.parse("2026-06-10T09:00:00Z"),
                    Instant.parse("2027-03-27T06:00:00Z"),
                    Instant.parse("2026-10-24T06:00:00Z"),
                    Instant.parse("2028-02-28T12:00:00Z"),
                    Instant.parse("2026-12-30T20:00:00Z"));

    /// Somebody who must be heard.
    ///
    /// @param codename whose number is the watch's, too
    record Awaited(long codename, Schedule schedule, Duration reminder, Duration grace) {}

    Script {
        watches = List.copyOf(watches);
        happenings = List.copyOf(happenings);
    }

    static Script of(long seed, int days) {
        var chance = new Chance(seed);
        Instant beginning = Chance.oneOf(BEGINNINGS, chance.of("beginning"));
        var watches = new ArrayList<Awaited>();
        int carded = 1 + chance.of("watches").nextInt(Foundation.WITH_CARDS);
        for (long c = 1; c <= carded; c++) {
            watches.add(awaited(chance.of("watch", c), c));
        }
        if (chance.of("many").nextInt(30) == 0) {
            var at = Schedule.daily(Foundation.ZONE, LocalTime.of(17, 30));
            for (long c = Foundation.WITH_CARDS + 1; c <= Foundation.CODENAMES; c++) {
                watches.add(new Awaited(c, at, Duration.ZERO, Duration.ofMinutes(10)));
            }
        }
        long end = Duration.ofDays(days).toMillis();
        long fair = seed % 2 == 0 ? Long.MAX_VALUE : end * 6 / 10;
        var all = new ArrayList<Happening>();
        var loud = Loud.of(chance, days);
        watches.stream()
                .filter(w -> w.codename() <= Foundation.WITH_CARDS)
                .forEach(watch -> all.addAll(words(chance, watch, beginning, loud)));
        people(chance, end, watches.size()).stream()
                .filter(one -> loud.at(one.at()))
                .forEach(all::add);
        faults(chance, end).stream()
                .filter(one -> one.at() < fair && loud.at(one.at()))
                .forEach(all::add);
        beside(chance, all).stream().filter(one -> one.at() < fair).forEach(all::add);
        all.sort(Comparator.comparingLong(Happening::at));
        return new Script(seed, days, beginning, watches, fair, all);
    }

    Script with(List<Happening> others) {
        return new Script(seed, days, beginning, watches, fair, others);
    }

    long end() {
        return Duration.ofDays(days).toMillis();
    }

    private static Awaited awaited(SplittableRandom random, long codename) {
        var morning = LocalTime.of(7 + random.nextInt(4), 15 * random.nextInt(4));
        var evening = LocalTime.of(16 + random.nextInt(6), 15 * random.nextInt(4));
        var night = LocalTime.of(3, 15);
        Schedule schedule =
                switch (random.nextInt(3)) {
                    case 0 -> Schedule.daily(Foundation.ZONE, evening);
                    case 1 -> Schedule.daily(Foundation.ZONE, morning, evening);
                    default -> Schedule.daily(Foundation.ZONE, night, evening);
                };
        return new Awaited(
                codename,
                schedule,
                Duration.ofMinutes(10L * random.nextInt(4)),
                Duration.ofMinutes(5 + 5L * random.nextInt(5)));
    }

    /// A word or none for every due time.
    private static List<Happening> words(
            Chance chance, Awaited watch, Instant beginning, Loud loud) {
        var all = new ArrayList<Happening>();
        var due = watch.schedule().after(beginning);
        while (due.isPresent() && Duration.between(beginning, due.get()).toMillis() < loud.end()) {
            long at = Duration.between(beginning, due.get()).toMillis();
            long overdue = at + watch.grace().toMillis();
            var random = chance.of("word", watch.codename(), at);
            boolean inTime = !loud.at(at) && random.nextInt(20) != 0;
            all.addAll(
                    inTime
                            ? List.of(early(random, watch.codename(), at))
                            : words(random, watch.codename(), at, overdue));
            due = watch.schedule().after(due.get());
        }
        all.removeIf(one -> one.at() < 0);
        return all;
    }

    private static Happening early(SplittableRandom random, long who, long due) {
        Kind ok = random.nextBoolean() ? Kind.OK_AT_THE_DOOR : Kind.OK_SENT;
        return new Happening(due - 5 * MINUTE - random.nextLong(100 * MINUTE), ok, who, 0);
    }

    private static List<Happening> words(
            SplittableRandom random, long who, long due, long overdue) {
        Happening inTime = early(random, who, due);
        long early = inTime.at();
        Kind ok = inTime.kind();
        long late = overdue + random.nextLong(40 * MINUTE);
        int dice = random.nextInt(100);
        if (dice < 40) {
            return List.of(inTime);
        }
        if (dice < 50) {
            return List.of(new Happening(due + random.nextLong(overdue - due), ok, who, 0));
        }
        if (dice < 58) {
            // At the last moment.
            return List.of(new Happening(overdue - 1 - random.nextLong(200), ok, who, 0));
        }
        if (dice < 64) {
            return List.of(new Happening(early, Kind.MISTYPED, who, random.nextLong(30 * MINUTE)));
        }
        if (dice < 68) {
            return List.of(new Happening(early, Kind.OK_TWICE, who, 0));
        }
        if (dice < 80) {
            return List.of(new Happening(late, ok, who, 0));
        }
        if (dice < 86) {
            Kind duress = random.nextBoolean() ? Kind.DURESS_AT_THE_DOOR : Kind.DURESS_SENT;
            return List.of(new Happening(random.nextBoolean() ? late : early, duress, who, 0));
        }
        if (dice < 90) {
            Kind help = random.nextBoolean() ? Kind.HELP_AT_THE_DOOR : Kind.HELP_SENT;
            return List.of(new Happening(random.nextBoolean() ? late : early, help, who, 0));
        }
        return List.of();
    }

    private static List<Happening> people(Chance chance, long end, int watches) {
        var all = new ArrayList<Happening>();
        new Often(Kind.RAISED, 14, 5, 0).until(end, chance).forEach(all::add);
        new Often(Kind.STRANGER, 40, 3, 0).until(end, chance).forEach(all::add);
        new Often(Kind.TAKE_OVER, 20, 3, 0).until(end, chance).forEach(all::add);
        new Often(Kind.LADDER_EDITED, 60, 2, 0).until(end, chance).forEach(all::add);
        int paused = Math.min(watches, Foundation.WITH_CARDS);
        new Often(Kind.PAUSED, 60, paused, 30 * HOUR).until(end, chance).forEach(all::add);
        new Often(Kind.RESUMED, 90, paused, 0).until(end, chance).forEach(all::add);
        return all;
    }

    private static List<Happening> faults(Chance chance, long end) {
        var all = new ArrayList<Happening>();
        new Often(Kind.KILL_BEFORE_COMMIT, 24, 1, 20).until(end, chance).forEach(all::add);
        new Often(Kind.KILL_AFTER_COMMIT, 16, 1, 20).until(end, chance).forEach(all::add);
        new Often(Kind.COMMIT_UNDONE, 8, 1, 8).until(end, chance).forEach(all::add);
        new Often(Kind.COMMIT_KEPT_UNTOLD, 20, 1, 8).until(end, chance).forEach(all::add);
        new Often(Kind.DISK_FULL, 60, 1, HOUR).until(end, chance).forEach(all::add);
        new Often(Kind.GATEWAY_REFUSES, 24, 3, HOUR).until(end, chance).forEach(all::add);
        new Often(Kind.GATEWAY_HANGS, 24, 3, HOUR).until(end, chance).forEach(all::add);
        new Often(Kind.GATEWAY_SWALLOWS, 48, 3, HOUR).until(end, chance).forEach(all::add);
        new Often(Kind.OLD_CLOCK, 200, 1, 3 * HOUR).until(end, chance).forEach(all::add);
        new Often(Kind.RESTORED, 400, 1, HOUR).until(end, chance).forEach(all::add);
        new Often(Kind.CLOCK_SET, 90, 1, 0)
                .until(end, chance).stream()
                        .map(one ->
                                new Happening(
                                        one.at(), one.kind(), 0, one.at() % 2 == 0 ? HOUR : -HOUR))
                        .forEach(all::add);
        return all;
    }

    /// What goes wrong while an alarm is young finds more than what goes wrong at any time.
    private static List<Happening> beside(Chance chance, List<Happening> all) {
        var faults = new ArrayList<Happening>();
        for (Happening one : all) {
            var random = chance.of("beside", one.at(), one.kind());
            if (rings(one.kind()) && random.nextInt(100) < BESIDE) {
                long at = one.at() + random.nextLong(random.nextBoolean() ? MINUTE : 15 * MINUTE);
                faults.add(fault(random, at));
            }
        }
        return faults;
    }

    private static boolean rings(Kind kind) {
        return switch (kind) {
            case RAISED, STRANGER, HELP_AT_THE_DOOR, HELP_SENT, DURESS_AT_THE_DOOR, DURESS_SENT ->
                    true;
            default -> false;
        };
    }

    private static Happening fault(SplittableRandom random, long at) {
        int dice = random.nextInt(100);
        if (dice < 40) {
            return new Happening(at, Kind.KILL_AT_A_CALL, 0, random.nextInt(4));
        }
        if (dice < 55) {
            return new Happening(at, Kind.KILL_AT_A_STATEMENT, 0, random.nextInt(200));
        }
        if (dice < 75) {
            return new Happening(at, Kind.KILL_AT_A_MOMENT, 0, random.nextInt(60));
        }
        if (dice < 95) {
            Kind lost = random.nextBoolean() ? Kind.COMMIT_UNDONE : Kind.COMMIT_KEPT_UNTOLD;
            return new Happening(at, lost, 1, random.nextInt(8));
        }
        return new Happening(at, Kind.CLOCK_SET, 0, random.nextInt(4) == 0 ? HOUR : -HOUR);
    }

    /// Something that happens about once in so many hours.
    ///
    /// @param whos to one of so many
    /// @param most how much of it at the most
    private record Often(Kind kind, int hours, int whos, long most) {
        List<Happening> until(long end, Chance chance) {
            var random = chance.of(kind);
            var all = new ArrayList<Happening>();
            long at = random.nextLong(2L * hours * HOUR);
            while (at < end) {
                long much = most == 0 ? 0 : random.nextLong(most);
                all.add(new Happening(at, kind, 1 + random.nextInt(Math.max(1, whos)), much));
                at += 1 + random.nextLong(2L * hours * HOUR);
            }
            return all;
        }
    }
}
