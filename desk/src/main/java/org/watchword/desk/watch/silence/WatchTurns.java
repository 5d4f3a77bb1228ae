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
    private final WatchEngine engine;
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
            WatchEngine engine,
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
        for (var entry : due) {
            if (watches.isStanding(turn.handle(), entry.watch(), entry.generation())) {
                due(turn, entry).ifPresent(fired::add);
            }
        }
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

    private Optional<Firings.Fired> due(Turn turn, DueTimes.Entry entry) {
        var watch = watches.load(turn.handle(), entry.watch()).orElseThrow();
        Instant now = later(clock.instant(), watch.clockwork().timer());
        if (!(engine.step(watch, new WatchEvent.Due(entry.generation()), now)
                instanceof WatchStep.Next next)) {
            return Optional.empty();
        }
        keep(turn, watch, next, now);
        return next.effects().stream()
                .filter(WatchEffect.Silent.class::isInstance)
                .map(WatchEffect.Silent.class::cast)
                .map(silent -> new Firings.Fired(watch, entry.generation(), silent))
                .findFirst();
    }

    /// A timer is never early: where the wall clock says so, it was set back.
    private static Instant later(Instant now, Optional<OneWatch.Timer> timer) {
        return timer.map(OneWatch.Timer::at).filter(at -> at.isAfter(now)).orElse(now);
    }

    private void keep(Turn turn, OneWatch before, WatchStep.Next next, Instant now) {
        OneWatch after = next.watch();
        if (!after.plan().equals(before.plan())) {
            watches.savePlan(turn.handle(), after);
        } else {
            after.ears().stream()
                    .filter(ear -> !before.ears().contains(ear))
                    .forEach(ear -> watches.saveEar(turn.handle(), after.id(), ear));
        }
        if (!after.phase().equals(before.phase())
                || !after.clockwork().equals(before.clockwork())
                || after.edition() != before.edition()) {
            watches.save(turn.handle(), after, now);
        }
        next.effects().forEach(effect -> follow(turn, after, effect, now));
        long generation = after.clockwork().generation();
        if (generation != before.clockwork().generation()) {
            after.clockwork()
                    .timer()
                    .ifPresent(timer -> armAfter(turn, after.id(), generation, timer.at(), now));
        }
    }

    private void follow(Turn turn, OneWatch watch, WatchEffect effect, Instant now) {
        switch (effect) {
            case WatchEffect.Remind remind ->
                    remind.whom().forEach(who -> remind(turn, watch, who, remind.due()));
            case WatchEffect.Line line -> firings.log(turn, watch.id(), now, line);
            case WatchEffect.Silent _ -> {} // rung together with the others of this turn
        }
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

    private void armAfter(Turn turn, WatchId id, long generation, Instant at, Instant now) {
        Duration wait = Duration.between(now, at);
        turn.afterCommit(() -> arming.arm(new DueTimes.Entry(id, generation), at, wait));
    }
}
