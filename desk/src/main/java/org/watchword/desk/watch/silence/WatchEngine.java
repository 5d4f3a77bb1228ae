package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.silence.OneWatch.Armed;
import org.watchword.desk.watch.silence.OneWatch.Draft;
import org.watchword.desk.watch.silence.OneWatch.Ear;
import org.watchword.desk.watch.silence.OneWatch.Ended;
import org.watchword.desk.watch.silence.OneWatch.Paused;
import org.watchword.desk.watch.silence.OneWatch.Timer;
import org.watchword.desk.watch.silence.OneWatch.TimerKind;
import org.watchword.desk.watch.silence.WatchEffect.Kind;
import org.watchword.desk.watch.silence.WatchEffect.Line;

/// The step function of one watch: state and event to state and effects. It knows no clock, no disk
/// and no network.
///
/// A watch goes on whatever becomes of an alarm: when a silence has rung, the next due time is
/// awaited at once. So no watch stands still because an alarm was ended and nobody thought of it.
final class WatchEngine {
    private final SilencePolicy policy;

    WatchEngine(SilencePolicy policy) {
        this.policy = policy;
    }

    /// @param now never earlier than when the timer that fires was meant to
    WatchStep step(OneWatch watch, WatchEvent event, Instant now) {
        return switch (event) {
            case WatchEvent.Due due -> due(watch, due.generation(), now);
            case WatchEvent.Heard heard -> heard(watch, heard, now);
            case WatchEvent.ByHand byHand ->
                    switch (byHand(watch, byHand, now)) {
                        case WatchStep.Next next ->
                                new WatchStep.Next(next.watch().changedByHand(), next.effects());
                        case WatchStep.Refused refused -> refused;
                    };
        };
    }

    private WatchStep byHand(OneWatch watch, WatchEvent.ByHand event, Instant now) {
        if (watch.phase() instanceof Ended) {
            return refused("silence.refused.ended");
        }
        return switch (event) {
            case WatchEvent.Armed armed -> arm(watch, armed, now);
            case WatchEvent.Paused paused -> pause(watch, paused.pause(), now);
            case WatchEvent.Resumed resumed -> resume(watch, resumed, now);
            case WatchEvent.Replanned replanned -> replan(watch, replanned, now);
            case WatchEvent.Ended ended -> end(watch, ended, now);
        };
    }

    private WatchStep due(OneWatch watch, long generation, Instant now) {
        var timer = watch.clockwork().timer();
        if (timer.isEmpty() || watch.clockwork().generation() != generation) {
            return unchanged(watch);
        }
        return switch (watch.phase()) {
            case Armed(Optional<Instant> due) when due.isPresent() ->
                    due(watch, timer.get().kind(), due.get(), now);
            case Paused _ -> next(awaiting(watch, now, now), List.of(Line.byItself(Kind.RESUMED)));
            case Armed _, Draft _, Ended _ -> unchanged(watch);
        };
    }

    private static WatchStep due(OneWatch watch, TimerKind kind, Instant due, Instant now) {
        if (watch.silentFor(due).isEmpty()) {
            return endedWhenNothingIsLeft(rolled(watch, due, now), now);
        }
        return kind == TimerKind.REMIND && now.isBefore(overdue(watch, due))
                ? remind(watch, due)
                : silent(watch, due, now);
    }

    private static Instant overdue(OneWatch watch, Instant due) {
        return due.plus(watch.plan().margins().grace()).minus(watch.clockwork().setBack());
    }

    private static WatchStep remind(OneWatch watch, Instant due) {
        var timer = new Timer(TimerKind.SILENCE, overdue(watch, due));
        return next(
                watch.with(watch.clockwork().then(timer)),
                List.of(new WatchEffect.Remind(watch.silentFor(due), due)));
    }

    private static WatchStep silent(OneWatch watch, Instant due, Instant now) {
        List<CodenameId> silent = watch.silentFor(due);
        var ears =
                watch.ears().stream()
                        .map(ear -> silent.contains(ear.who()) ? ear.missed(due) : ear)
                        .toList();
        return next(
                rolled(watch.with(ears), due, now),
                List.of(
                        new WatchEffect.Silent(silent, due, overdue(watch, due)),
                        Line.missed(overdue(watch, due))));
    }

    /// A word counts for the due time that is awaited, once, and for none after it: it extends by
    /// one period at most.
    private WatchStep heard(OneWatch watch, WatchEvent.Heard heard, Instant now) {
        var noted = watch.with(noted(watch, heard));
        if (!(watch.phase() instanceof Armed armed)
                || watch.ears().stream().noneMatch(isOf(heard))) {
            return next(noted, List.of());
        }
        if (armed.due().isEmpty()) {
            return endedWhenNothingIsLeft(noted, now);
        }
        Instant due = armed.due().get();
        if (heard.at().isBefore(opens(watch.plan().schedule(), due))) {
            return next(noted, List.of());
        }
        var counted =
                noted.with(
                        noted.ears().stream()
                                .map(e -> isOf(heard).test(e) ? e.counted(due) : e)
                                .toList());
        return counted.silentFor(due).isEmpty()
                ? endedWhenNothingIsLeft(rolled(counted, due, now), now)
                : next(counted, List.of());
    }

    private static Predicate<Ear> isOf(WatchEvent.Heard heard) {
        return ear -> ear.who().equals(heard.who());
    }

    private static List<Ear> noted(OneWatch watch, WatchEvent.Heard heard) {
        return watch.ears().stream()
                .map(ear -> {
                    if (isOf(heard).test(ear)) {
                        return ear.heard(heard.at());
                    }
                    return watch.plan().anyone() ? ear.found() : ear;
                })
                .toList();
    }

    /// From when on a word counts for a due time: half of the way from the time before it in the
    /// plan, whatever became of that one, and no sooner than policy allows.
    private Instant opens(Schedule schedule, Instant due) {
        Instant before = schedule.before(due, policy.early().multipliedBy(2));
        return due.minus(Duration.between(before, due).dividedBy(2));
    }

    /// Awaits the due time after this one. What went by while the desk was down is missed with it.
    private static OneWatch rolled(OneWatch watch, Instant due, Instant now) {
        Instant past = now.minus(watch.plan().margins().grace());
        return awaiting(watch, past.isAfter(due) ? past : due, now);
    }

    /// Awaits the first due time after the mark.
    private static OneWatch awaiting(OneWatch watch, Instant mark, Instant now) {
        Optional<Instant> due = watch.plan().schedule().after(mark);
        return timed(
                watch.in(new Armed(due)),
                due.map(at -> {
                    Instant remind = at.minus(watch.plan().margins().reminder());
                    return new Timer(TimerKind.REMIND, remind.isBefore(now) ? now : remind);
                }));
    }

    private static OneWatch timed(OneWatch watch, Optional<Timer> timer) {
        return watch.with(watch.clockwork().anew(timer));
    }

    /// A journey that has arrived is over.
    private static WatchStep.Next endedWhenNothingIsLeft(OneWatch watch, Instant now) {
        boolean over =
                watch.phase() instanceof Armed armed && armed.due().isEmpty() && !watch.isLate();
        return over
                ? new WatchStep.Next(ended(watch, now), List.of(Line.byItself(Kind.ENDED)))
                : new WatchStep.Next(watch, List.of());
    }

    private static OneWatch ended(OneWatch watch, Instant now) {
        return timed(watch.in(new Ended(now)), Optional.empty());
    }

    private static WatchStep arm(OneWatch watch, WatchEvent.Armed event, Instant now) {
        if (!(watch.phase() instanceof Draft)) {
            return refused("silence.refused.armed");
        }
        return watch.plan().schedule().after(now).isEmpty()
                ? refused("silence.refused.nothing-to-come")
                : next(awaiting(watch, now, now), List.of(Line.byHand(Kind.ARMED, event.by())));
    }

    private WatchStep pause(OneWatch watch, Pause pause, Instant now) {
        switch (watch.phase()) {
            case Draft _ -> {
                return refused("silence.refused.draft");
            }
            case Paused _ -> {
                return refused("silence.refused.paused");
            }
            case Armed _, Ended _ -> {}
        }
        if (watch.isAwaited(now)) {
            return refused("silence.refused.awaited");
        }
        if (!pause.until().isAfter(now)) {
            return new WatchStep.Refused("until", Sentence.of("silence.refused.pause-over"));
        }
        if (pause.until().isAfter(now.plus(policy.longestPause()))) {
            return new WatchStep.Refused(
                    "until",
                    Sentence.of(
                            "silence.refused.pause-too-long",
                            "hours",
                            policy.longestPause().toHours()));
        }
        if (pause.second().equals(pause.by())) {
            return new WatchStep.Refused("second", Sentence.of("silence.refused.second"));
        }
        var timer = new Timer(TimerKind.RESUME, pause.until());
        return next(
                timed(watch.in(new Paused(pause.until())), Optional.of(timer)),
                List.of(Line.paused(pause)));
    }

    private static WatchStep resume(OneWatch watch, WatchEvent.Resumed event, Instant now) {
        return watch.phase() instanceof Paused
                ? next(awaiting(watch, now, now), List.of(Line.byHand(Kind.RESUMED, event.by())))
                : refused("silence.refused.not-paused");
    }

    /// A word that counted already for a due time counts for it still.
    private static WatchStep replan(OneWatch watch, WatchEvent.Replanned event, Instant now) {
        if (watch.isAwaited(now)) {
            return refused("silence.refused.awaited");
        }
        var ears = event.plan().about().stream().map(who -> ear(watch, who)).toList();
        var planned = watch.with(event.plan()).with(ears);
        var line = List.<WatchEffect>of(Line.by(Kind.CHANGED, event.by()));
        if (!(watch.phase() instanceof Armed)) {
            return next(planned, line);
        }
        return event.plan().schedule().after(now).isEmpty()
                ? refused("silence.refused.nothing-to-come")
                : next(awaiting(planned, now, now), line);
    }

    private static Ear ear(OneWatch watch, CodenameId who) {
        return watch.ears().stream()
                .filter(ear -> ear.who().equals(who))
                .findFirst()
                .orElseGet(() -> Ear.fresh(who));
    }

    private static WatchStep end(OneWatch watch, WatchEvent.Ended event, Instant now) {
        return watch.isAwaited(now)
                ? refused("silence.refused.awaited")
                : next(ended(watch, now), List.of(Line.by(Kind.ENDED, event.by())));
    }

    private static WatchStep.Next unchanged(OneWatch watch) {
        return new WatchStep.Next(watch, List.of());
    }

    private static WatchStep next(OneWatch watch, List<WatchEffect> effects) {
        return new WatchStep.Next(watch, effects);
    }

    private static WatchStep refused(String key) {
        return new WatchStep.Refused("watch", Sentence.of(key));
    }
}
