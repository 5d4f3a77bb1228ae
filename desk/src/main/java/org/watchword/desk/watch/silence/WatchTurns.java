package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;

/// One event of one watch within a turn of the writer: load, step, keep, do.
final class WatchTurns {
    private static final Logger LOG = LoggerFactory.getLogger(WatchTurns.class);

    private final WatchRows watches;
    private final FiringRows firings;
    private final WatchStepping engine;
    private final DeskClock clock;
    private final Arming arming;
    private Waiting waiting = _ -> {};
    private Reminding reminding = (_, _, _, _) -> false;

    /// Arms a timer, after the commit.
    @FunctionalInterface
    interface Arming {
        void arm(DueTimes.Entry entry, Instant at, Duration wait);
    }

    WatchTurns(
            WatchRows watches,
            FiringRows firings,
            WatchStepping engine,
            DeskClock clock,
            Arming arming) {
        this.watches = watches;
        this.firings = firings;
        this.engine = engine;
        this.clock = clock;
        this.arming = arming;
    }

    void plug(Waiting words, Reminding reminders) {
        waiting = words;
        reminding = reminders;
    }

    /// What people do.
    WatchReply byHand(Turn turn, WatchId id, long seen, WatchEvent.ByHand event) {
        var found = watches.load(turn.handle(), id);
        if (found.isEmpty()) {
            return WatchReply.refused("watch", "silence.refused.gone");
        }
        OneWatch watch = found.get();
        if (watch.edition() != seen) {
            return WatchReply.refused("watch", "silence.refused.changed");
        }
        Instant now = clock.instant();
        return switch (engine.step(watch, event, now)) {
            case WatchStep.Refused refused ->
                    new WatchReply.Refused(refused.field(), refused.why());
            case WatchStep.Next next -> {
                keep(turn, watch, next, now);
                yield new WatchReply.Changed(id);
            }
        };
    }

    void heard(Turn turn, CodenameId who, Instant at) {
        Instant now = clock.instant();
        for (WatchId id : watches.about(turn.handle(), who)) {
            var watch = watches.load(turn.handle(), id).orElseThrow();
            if (engine.step(watch, new WatchEvent.Heard(who, at), now)
                    instanceof WatchStep.Next next) {
                keep(turn, watch, next, now);
            }
        }
    }

    /// What is due, and is it still: words that wait come first.
    List<Firings.Fired> due(Turn turn, List<DueTimes.Entry> due) {
        applyWords(turn);
        var fired = new ArrayList<Firings.Fired>();
        var kept = new Keeping();
        for (OneWatch watch : watches.standing(turn.handle(), due)) {
            due(turn, watch, kept).ifPresent(fired::add);
        }
        kept.write(turn);
        return fired;
    }

    /// Words that cannot be applied keep nobody unrung: a false alarm is better than silence.
    void applyWords(Turn turn) {
        String mark = "words";
        turn.handle().savepoint(mark);
        try {
            waiting.apply(turn);
            turn.handle().releaseSavepoint(mark);
        } catch (RuntimeException e) {
            LOG.error("waiting words could not be applied: {}", e.getClass().getSimpleName());
            turn.handle().rollbackToSavepoint(mark);
        }
    }

    private Optional<Firings.Fired> due(Turn turn, OneWatch watch, Keeping kept) {
        Instant now = later(clock.instant(), watch.clockwork().timer());
        long generation = watch.clockwork().generation();
        if (!(engine.step(watch, new WatchEvent.Due(generation), now)
                instanceof WatchStep.Next next)) {
            return Optional.empty();
        }
        kept.add(turn, watch, next, now);
        return next.effects().stream()
                .filter(WatchEffect.Silent.class::isInstance)
                .map(WatchEffect.Silent.class::cast)
                .map(silent -> new Firings.Fired(watch, generation, silent))
                .findFirst();
    }

    /// A timer is never early: where the wall clock says so, it was set back.
    private static Instant later(Instant now, Optional<OneWatch.Timer> timer) {
        return timer.map(OneWatch.Timer::at).filter(at -> at.isAfter(now)).orElse(now);
    }

    private void keep(Turn turn, OneWatch before, WatchStep.Next next, Instant now) {
        var kept = new Keeping();
        kept.add(turn, before, next, now);
        kept.write(turn);
    }

    /// What became of watches in a turn, written together at its end.
    private final class Keeping {
        private final List<WatchRows.Kept> kept = new ArrayList<>();
        private final List<FiringRows.Written> lines = new ArrayList<>();

        void add(Turn turn, OneWatch before, WatchStep.Next next, Instant now) {
            OneWatch after = next.watch();
            boolean planned = !after.plan().equals(before.plan());
            if (planned) {
                watches.savePlan(turn.handle(), after);
            }
            var ears =
                    planned
                            ? List.<OneWatch.Ear>of()
                            : after.ears().stream()
                                    .filter(ear -> !before.ears().contains(ear))
                                    .toList();
            kept.add(new WatchRows.Kept(after, ears, standsOtherwise(before, after), now));
            next.effects().forEach(effect -> follow(turn, after, effect, now));
            armAfter(turn, before, after, now);
        }

        private void follow(Turn turn, OneWatch watch, WatchEffect effect, Instant now) {
            switch (effect) {
                case WatchEffect.Remind remind ->
                        remind.whom().forEach(who -> remind(turn, watch, who, remind.due()));
                case WatchEffect.Line line ->
                        lines.add(new FiringRows.Written(watch.id(), now, line));
                case WatchEffect.Silent _ -> {} // rung together with the others of this turn
            }
        }

        void write(Turn turn) {
            watches.keep(turn.handle(), kept);
            firings.log(turn, lines);
        }
    }

    private static boolean standsOtherwise(OneWatch before, OneWatch after) {
        return !after.phase().equals(before.phase())
                || !after.clockwork().equals(before.clockwork())
                || after.edition() != before.edition();
    }

    /// A reminder that cannot be written keeps no alarm from coming.
    private void remind(Turn turn, OneWatch watch, CodenameId who, Instant due) {
        String mark = "reminder";
        turn.handle().savepoint(mark);
        try {
            reminding.remind(turn, who, watch.id() + "/" + watch.clockwork().generation(), due);
            turn.handle().releaseSavepoint(mark);
        } catch (RuntimeException e) {
            LOG.error("a reminder could not be written: {}", e.getClass().getSimpleName());
            turn.handle().rollbackToSavepoint(mark);
        }
    }

    private void armAfter(Turn turn, OneWatch before, OneWatch after, Instant now) {
        long generation = after.clockwork().generation();
        var timer = after.clockwork().timer();
        if (generation != before.clockwork().generation() && timer.isPresent()) {
            Instant at = timer.get().at();
            // What is awaited goes on by its wait; what comes after it, by the wall clock as it is
            // now, although it may have been set back meanwhile.
            Instant from = after.phase().equals(before.phase()) ? now : clock.instant();
            Duration wait = Duration.between(from, at);
            turn.afterCommit(
                    () -> arming.arm(new DueTimes.Entry(after.id(), generation), at, wait));
        }
    }
}
