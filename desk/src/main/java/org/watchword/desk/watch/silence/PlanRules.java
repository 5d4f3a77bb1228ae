package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.watch.CodenameId;

/// What a plan must be like to be kept.
final class PlanRules {
    /// How far ahead due times are compared with each other.
    private static final int DUE_TIMES_COMPARED = 400;

    /// What is wrong with a plan, with the part of the form that it belongs to.
    static Optional<WatchReply.Refused> problem(Plan plan, Set<CodenameId> known, Instant now) {
        return label(plan)
                .or(() -> about(plan, known))
                .or(() -> amounts(plan.schedule()))
                .or(() -> margins(plan.margins()))
                .or(() -> periods(plan, now));
    }

    private static Optional<WatchReply.Refused> label(Plan plan) {
        if (plan.label().isBlank()) {
            return refused("label", Sentence.of("silence.refused.label"));
        }
        return plan.label().length() > Limits.NAME_CHARACTERS
                ? refused("label", most("silence.refused.label-long", Limits.NAME_CHARACTERS))
                : Optional.empty();
    }

    private static Optional<WatchReply.Refused> about(Plan plan, Set<CodenameId> known) {
        if (plan.about().isEmpty()) {
            return refused("about", Sentence.of("silence.refused.nobody"));
        }
        if (plan.about().size() > Limits.CODENAMES_PER_WATCH) {
            return refused(
                    "about", most("silence.refused.too-many-about", Limits.CODENAMES_PER_WATCH));
        }
        return known.containsAll(plan.about())
                ? Optional.empty()
                : refused("about", Sentence.of("silence.refused.unknown"));
    }

    private static Optional<WatchReply.Refused> amounts(Schedule schedule) {
        boolean none =
                schedule.times().isEmpty()
                        && schedule.every().isEmpty()
                        && schedule.points().isEmpty();
        if (none) {
            return refused("times", Sentence.of("silence.refused.never"));
        }
        if (!schedule.times().isEmpty() && schedule.days().isEmpty()) {
            return refused("days", Sentence.of("silence.refused.no-day"));
        }
        if (schedule.times().size() > Limits.TIMES_PER_WATCH) {
            return refused("times", most("silence.refused.too-many-times", Limits.TIMES_PER_WATCH));
        }
        if (schedule.points().size() > Limits.POINTS_PER_WATCH) {
            return refused(
                    "points", most("silence.refused.too-many-points", Limits.POINTS_PER_WATCH));
        }
        boolean hours =
                schedule.every()
                        .filter(every -> every.hours() < 1 || every.hours() > Limits.EVERY_HOURS)
                        .isPresent();
        return hours
                ? refused("hours", most("silence.refused.hours", Limits.EVERY_HOURS))
                : Optional.empty();
    }

    private static Optional<WatchReply.Refused> margins(Margins margins) {
        if (margins.grace().compareTo(SilencePolicy.SHORTEST_GRACE) < 0
                || margins.grace().compareTo(SilencePolicy.LONGEST_GRACE) > 0) {
            return refused(
                    "grace",
                    between(
                            "silence.refused.grace",
                            SilencePolicy.SHORTEST_GRACE,
                            SilencePolicy.LONGEST_GRACE));
        }
        if (margins.reminder().isNegative()
                || margins.reminder().compareTo(SilencePolicy.LONGEST_REMINDER) > 0) {
            return refused(
                    "reminder",
                    between(
                            "silence.refused.reminder",
                            Duration.ZERO,
                            SilencePolicy.LONGEST_REMINDER));
        }
        return Optional.empty();
    }

    /// Due times so near to each other that something would always be due, or an alarm would come
    /// after the next reminder.
    private static Optional<WatchReply.Refused> periods(Plan plan, Instant now) {
        var shortest = shortest(plan.schedule(), now);
        if (shortest.isEmpty()) {
            return Optional.empty();
        }
        Duration period = shortest.get();
        if (period.compareTo(SilencePolicy.SHORTEST_PERIOD) < 0) {
            return refused(
                    "times",
                    most("silence.refused.always", SilencePolicy.SHORTEST_PERIOD.toMinutes()));
        }
        var margins = plan.margins();
        return margins.grace().plus(margins.reminder()).compareTo(period) < 0
                ? Optional.empty()
                : refused("grace", most("silence.refused.overlap", period.toMinutes()));
    }

    /// The shortest time between two due times to come.
    private static Optional<Duration> shortest(Schedule schedule, Instant now) {
        Optional<Duration> shortest = Optional.empty();
        Optional<Instant> last = schedule.after(now);
        for (int i = 0; i < DUE_TIMES_COMPARED && last.isPresent(); i++) {
            Instant before = last.get();
            last = schedule.after(before);
            var period = last.map(at -> Duration.between(before, at));
            if (period.isPresent()
                    && shortest.filter(s -> s.compareTo(period.get()) <= 0).isEmpty()) {
                shortest = period;
            }
        }
        return shortest;
    }

    private static Sentence most(String key, long most) {
        return Sentence.of(key, "most", most);
    }

    private static Sentence between(String key, Duration least, Duration most) {
        return new Sentence(key, Map.of("least", least.toMinutes(), "most", most.toMinutes()));
    }

    private static Optional<WatchReply.Refused> refused(String field, Sentence why) {
        return Optional.of(new WatchReply.Refused(field, why));
    }

    private PlanRules() {}
}
