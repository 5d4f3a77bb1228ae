package org.watchword.desk.watch.month;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is counted of a month's alarms, or of its drills. In the shape in which those who guard
/// lone workers report.
///
/// @param within10s how many were accepted by then; so the others
/// @param median from raising to the first proven answer, of those that had one
/// @param unanswered how many had none
/// @param lateWords of the alarms born of silence, those in which a word came after all
/// @param falseAlarms ended as such by those who ended them
/// @param open not ended yet
record Figures(
        int raised,
        int ofCalls,
        int ofSilence,
        int ofHelp,
        int ofOthers,
        int within10s,
        int within40s,
        int within5min,
        Optional<Duration> median,
        Optional<Duration> worst,
        int unanswered,
        int lateWords,
        int falseAlarms,
        int open) {

    static Figures of(List<MonthRows.Counted> alarms) {
        List<Duration> waits = alarms.stream().flatMap(one -> wait(one).stream()).sorted().toList();
        return new Figures(
                alarms.size(),
                kinds(alarms, "call"),
                ofSilence(alarms).size(),
                kinds(alarms, "help", "speak-to-lead"),
                kinds(alarms, "unknown-callers", "clock", "desk", "reminder"),
                within(waits, Duration.ofSeconds(10)),
                within(waits, Duration.ofSeconds(40)),
                within(waits, Duration.ofMinutes(5)),
                median(waits),
                waits.isEmpty() ? Optional.empty() : Optional.of(waits.getLast()),
                alarms.size() - waits.size(),
                (int) ofSilence(alarms).stream().filter(MonthRows.Counted::lateWord).count(),
                (int) alarms.stream().filter(MonthRows.Counted::falseAlarm).count(),
                (int) alarms.stream().filter(one -> one.closedAt() == null).count());
    }

    private static Optional<Duration> wait(MonthRows.Counted one) {
        var answered = one.answeredAt();
        if (answered == null) {
            return Optional.empty();
        }
        var wait = Duration.between(one.raisedAt(), answered);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    private static int kinds(List<MonthRows.Counted> alarms, String... kinds) {
        var wanted = List.of(kinds);
        return (int) alarms.stream().filter(one -> wanted.contains(one.kind())).count();
    }

    private static List<MonthRows.Counted> ofSilence(List<MonthRows.Counted> alarms) {
        var wanted = List.of("silence", "many-silent");
        return alarms.stream().filter(one -> wanted.contains(one.kind())).toList();
    }

    private static int within(List<Duration> waits, Duration most) {
        return (int) waits.stream().filter(wait -> wait.compareTo(most) <= 0).count();
    }

    /// Of an even number the mean of the two in the middle.
    private static Optional<Duration> median(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        Duration upper = sorted.get(sorted.size() / 2);
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }

    /// A count in hundredths of all that were raised.
    static int percent(int count, int of) {
        return of == 0 ? 0 : Math.toIntExact(Math.round(100.0 * count / of));
    }
}
