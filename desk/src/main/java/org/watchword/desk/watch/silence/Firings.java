package org.watchword.desk.watch.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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
        var whom = fired.stream().flatMap(one -> one.silent().whom().stream()).toList();
        var covered = new HashSet<>(ringing.covered(turn.handle(), whom));
        for (Fired one : fired) {
            // What an open alarm says already is nothing new, and no reason for an incident.
            boolean rangAlready = one.silent().whom().stream().anyMatch(covered::contains);
            if (one.watch().plan().drill() || rangAlready) {
                ringAlone(turn, one, now, false);
                // The others of a flat belong to that alarm from now on.
                if (rangAlready) {
                    covered.addAll(one.silent().whom());
                }
            } else {
                counting.add(one);
            }
        }
        if (!counting.isEmpty()) {
            ringCounting(turn, counting, now);
        }
    }

    private void ringAlone(Turn turn, Fired one, Instant now, boolean counts) {
        var rung = new Rung(counts, Optional.empty(), ringing.silent(turn, one.silence()));
        firings.insert(turn.handle(), List.of(firing(one, now, rung)));
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
        var rung = new Rung(true, Optional.of(key), alarm);
        firings.insert(turn.handle(), fired.stream().map(one -> firing(one, now, rung)).toList());
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

    private static Firing firing(Fired one, Instant now, Rung rung) {
        return new Firing(
                one.watch().id(),
                one.generation(),
                one.silent().due(),
                one.silent().overdue(),
                now,
                rung.counts(),
                rung.manyKey(),
                rung.alarm());
    }
}
