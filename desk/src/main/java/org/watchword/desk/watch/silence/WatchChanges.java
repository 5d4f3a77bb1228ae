package org.watchword.desk.watch.silence;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.silence.OneWatch.Draft;
import org.watchword.desk.watch.silence.OneWatch.Ended;

/// Changes to watches as the pages make them. A watch that is to miss somebody less, or later, or
/// no more, goes on missing as it did, and as it is to, until that counts.
public final class WatchChanges {
    private static final String WATCH = "watch";
    private static final String PLAN = "plan";
    private static final String OVER = "over";

    private final Watches watches;
    private final Changes changes;
    private final ZoneId zone;
    private final Silencing replan = new Replan();
    private final Silencing end = new End();

    /// @param zone the desk's own
    public WatchChanges(Watches watches, Changes changes, ZoneId zone) {
        this.watches = watches;
        this.changes = changes;
        this.zone = zone;
        changes.know(replan);
        changes.know(end);
    }

    /// What was kept, and whether a part of it waits.
    record Made(WatchReply reply, boolean waits) {
        static Made now(WatchReply reply) {
            return new Made(reply, false);
        }
    }

    /// What a person does to one watch, over the edition that was seen.
    record Over(WatchId id, long seen, PersonId by) {}

    /// Another plan.
    Made change(Over over, Plan typed) {
        Plan plan = watches.cleaned(typed);
        return watches.inTurn(turn -> changed(turn, over, plan));
    }

    private Made changed(Turn turn, Over over, Plan plan) {
        Optional<Plan> awaited = awaited(turn, over.id()).map(OneWatch::plan);
        if (awaited.isEmpty()) {
            return Made.now(watches.changeIn(turn, over, plan));
        }
        Plan before = awaited.get();
        if (PlanMerge.onlyAdds(before, plan, watches.now())) {
            WatchReply reply = watches.changeIn(turn, over, plan);
            if (reply instanceof WatchReply.Changed && !before.equals(plan)) {
                changes.added(turn);
            }
            return Made.now(reply);
        }
        return watches.problem(turn.handle(), plan)
                .map(Made::now)
                .orElseGet(() -> waits(turn, over, before, plan));
    }

    private Made waits(Turn turn, Over over, Plan before, Plan plan) {
        Plan meanwhile =
                PlanMerge.both(before, plan, watches.now())
                        .filter(both -> watches.problem(turn.handle(), both).isEmpty())
                        .orElseGet(() -> before.called(plan.label()));
        WatchReply reply = watches.changeIn(turn, over, meanwhile);
        if (reply instanceof WatchReply.Refused) {
            return Made.now(reply);
        }
        Map<String, String> what =
                Map.of(
                        WATCH, "" + over.id().value(),
                        PLAN, WrittenPlan.of(plan),
                        OVER, WrittenPlan.of(meanwhile));
        return asked(over, changes.ask(turn, over.by(), replan, what));
    }

    /// Nobody is awaited any more.
    Made end(Over over) {
        return watches.inTurn(turn -> ended(turn, over));
    }

    private Made ended(Turn turn, Over over) {
        Optional<OneWatch> awaited = awaited(turn, over.id());
        boolean asks =
                awaited.filter(one -> one.edition() == over.seen())
                        .filter(one -> !one.isAwaited(watches.now()))
                        .isPresent();
        if (!asks) {
            return Made.now(watches.endIn(turn, over));
        }
        Map<String, String> what = Map.of(WATCH, "" + over.id().value());
        return asked(over, changes.ask(turn, over.by(), end, what));
    }

    private static Made asked(Over over, Asked asked) {
        return switch (asked) {
            case Asked.Counts() -> Made.now(new WatchReply.Changed(over.id()));
            case Asked.Waits _ -> new Made(new WatchReply.Changed(over.id()), true);
            case Asked.Gone() -> Made.now(WatchReply.refused("watch", "silence.refused.changed"));
        };
    }

    /// Awaits nobody for a while. That counts at once, because at night one person must be able to;
    /// it ends by itself, names a second member, and everybody on duty hears of it.
    WatchReply pause(Over over, Pause pause) {
        return watches.inTurn(turn -> {
            boolean awaits = awaited(turn, over.id()).isPresent();
            WatchReply reply = watches.pauseIn(turn, over, pause);
            if (awaits && reply instanceof WatchReply.Changed) {
                changes.told(turn, Sentence.of("silence.told.paused"));
            }
            return reply;
        });
    }

    /// The watch where silencing it has to wait: the rule holds, and it is neither a drill's nor
    /// still a draft. A paused one goes on by itself, so it counts as one that awaits.
    private Optional<OneWatch> awaited(Turn turn, WatchId id) {
        return watches.rows()
                .load(turn.handle(), id)
                .filter(watch -> !watch.plan().drill())
                .filter(watch -> !(watch.phase() instanceof Draft))
                .filter(watch -> !(watch.phase() instanceof Ended))
                .filter(_ -> changes.isOn(turn));
    }

    private Optional<OneWatch> found(Handle handle, Map<String, String> what) {
        var id = new WatchId(Long.parseLong(what.getOrDefault(WATCH, "0")));
        return watches.rows().load(handle, id);
    }

    /// While a word is due and has not come nothing may silence a watch, a change that waited among
    /// it.
    private boolean isQuiet(Turn turn, Map<String, String> what) {
        return found(turn.handle(), what).filter(one -> one.isAwaited(watches.now())).isEmpty();
    }

    private String label(Handle handle, Map<String, String> what) {
        return found(handle, what).map(one -> one.plan().label()).orElse("?");
    }

    private final class Replan implements Silencing {
        @Override
        public String kind() {
            return "plan.other";
        }

        @Override
        public boolean canBeMade(Turn turn, Map<String, String> what) {
            return isQuiet(turn, what);
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            Optional<Plan> plan = WrittenPlan.read(what.getOrDefault(PLAN, ""));
            return plan.isPresent()
                    && found(turn.handle(), what)
                            .filter(one ->
                                    WrittenPlan.of(one.plan()).equals(what.getOrDefault(OVER, "")))
                            .filter(one -> watches.changedByItself(turn, one, plan.get()))
                            .isPresent();
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            var times = new TimeWords(zone, words.language());
            var in = watches.inWords(handle, words, times);
            String plan =
                    WrittenPlan.read(what.getOrDefault(PLAN, ""))
                            .map(read -> String.join(" ", in.of(read)))
                            .orElse("?");
            return words.say(
                    "silence.changes.plan", Map.of("watch", label(handle, what), "plan", plan));
        }
    }

    private final class End implements Silencing {
        @Override
        public String kind() {
            return "plan.end";
        }

        @Override
        public boolean canBeMade(Turn turn, Map<String, String> what) {
            return isQuiet(turn, what);
        }

        @Override
        public boolean apply(Turn turn, Map<String, String> what) {
            return found(turn.handle(), what)
                    .filter(one -> watches.endedByItself(turn, one))
                    .isPresent();
        }

        @Override
        public String says(Handle handle, Map<String, String> what, Words words) {
            return words.say("silence.changes.end", "watch", label(handle, what));
        }
    }
}
