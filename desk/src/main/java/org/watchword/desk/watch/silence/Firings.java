package org.watchword.desk.watch.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Silence;
import org.watchword.desk.watch.silence.FiringRows.Firing;
import org.watchword.desk.watch.silence.OneWatch.Ear;

/// Rings the silences of one turn: each alone, or many as one incident.
///
/// What rang alone before the others came keeps its alarm, for no program ends one. From then on
/// whatever follows within the same time joins the incident and raises no more alarms.
final class Firings {
    private final WatchRows watches;
    private final FiringRows firings;
    private final SilencePolicy policy;
    private final Ringing ringing;

    Firings(WatchRows watches, FiringRows firings, SilencePolicy policy, Ringing ringing) {
        this.watches = watches;
        this.firings = firings;
        this.policy = policy;
        this.ringing = ringing;
    }

    /// A silence that has just come about.
    ///
    /// @param generation of the timer that fired
    record Fired(OneWatch watch, long generation, WatchEffect.Silent silent) {
        Silence silence() {
            return new Silence(
                    watch.id() + "/" + generation,
                    silent.whom(),
                    watch.plan().ladder(),
                    silent.due(),
                    watch.plan().drill());
        }
    }

    void ring(Turn turn, List<Fired> fired, Instant now) {
        var counting = new ArrayList<Fired>();
        for (Fired one : fired) {
            if (one.watch().plan().drill() || rangAlready(turn, one)) {
                ringAlone(turn, one, now, false);
            } else {
                counting.add(one);
            }
        }
        if (!counting.isEmpty()) {
            ringCounting(turn, counting, now);
        }
    }

    /// Silent is what an open alarm says already: nothing new, and no reason for an incident.
    private boolean rangAlready(Turn turn, Fired one) {
        return one.silent().whom().stream()
                .anyMatch(who -> ringing.isOpenAbout(turn.handle(), who));
    }

    private void ringAlone(Turn turn, Fired one, Instant now, boolean counts) {
        keep(
                turn,
                one,
                now,
                new Rung(counts, Optional.empty(), ringing.silent(turn, one.silence())));
    }

    private void ringCounting(Turn turn, List<Fired> fired, Instant now) {
        var before = firings.counting(turn.handle(), now.minus(policy.together()), policy.many());
        Optional<String> running =
                before.stream().map(Firing::manyKey).flatMap(Optional::stream).findFirst();
        var still = running.isPresent() ? List.<Still>of() : stillSilent(turn, before);
        if (running.isEmpty() && !areMany(turn, still.size() + fired.size())) {
            fired.forEach(one -> ringAlone(turn, one, now, true));
            return;
        }
        String key = running.orElseGet(() -> "many-" + fired.getFirst().silence().key());
        var list = new ArrayList<Silence>();
        still.forEach(one -> list.add(one.silence()));
        fired.forEach(one -> list.add(one.silence()));
        AlarmId alarm = ringing.manySilent(turn, key, list);
        still.forEach(one -> firings.joined(turn.handle(), one.firing(), key));
        fired.forEach(one -> keep(turn, one, now, new Rung(true, Optional.of(key), alarm)));
    }

    private boolean areMany(Turn turn, int silent) {
        return silent >= policy.many()
                || (silent >= SilencePolicy.MANY_AT_LEAST
                        && silent * 3 >= watches.armed(turn.handle()));
    }

    /// One that rang alone a few minutes ago and was not heard since.
    private record Still(Firing firing, Silence silence) {}

    private List<Still> stillSilent(Turn turn, List<Firing> before) {
        var still = new ArrayList<Still>();
        for (Firing firing : before) {
            var watch = watches.load(turn.handle(), firing.watch());
            var silent =
                    watch.stream()
                            .flatMap(w -> w.ears().stream())
                            .filter(ear -> ear.missedSince().isPresent())
                            .map(Ear::who)
                            .toList();
            if (!silent.isEmpty()) {
                var ladder = watch.orElseThrow().plan().ladder();
                still.add(
                        new Still(
                                firing,
                                new Silence(firing.key(), silent, ladder, firing.due(), false)));
            }
        }
        return still;
    }

    private record Rung(boolean counts, Optional<String> manyKey, AlarmId alarm) {}

    private void keep(Turn turn, Fired one, Instant now, Rung rung) {
        firings.insert(
                turn.handle(),
                new Firing(
                        one.watch().id(),
                        one.generation(),
                        one.silent().due(),
                        one.silent().overdue(),
                        now,
                        rung.counts(),
                        rung.manyKey(),
                        rung.alarm()));
    }
}
