package org.watchword.desk.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Compares ladders by who is rung when, and joins two so that both ring.
final class LadderMerge {
    /// Whether everybody who was rung is rung as early as before, over as much, and the ladder asks
    /// for no fewer answers.
    static boolean onlyAdds(List<Ladder.Step> before, List<Ladder.Step> after) {
        int next = 0;
        Duration began = Duration.ZERO;
        Duration begins = Duration.ZERO;
        for (Ladder.Step old : before) {
            boolean found = false;
            while (!found && next < after.size()) {
                Ladder.Step candidate = after.get(next);
                found = covers(candidate, old) && begins.compareTo(began) <= 0;
                begins = begins.plus(candidate.lasts());
                next++;
            }
            if (!found) {
                return false;
            }
            began = began.plus(old.lasts());
        }
        // What is added behind the last of them begins no later than it would have begun again.
        return begins.compareTo(began) <= 0;
    }

    private static boolean covers(Ladder.Step step, Ladder.Step old) {
        boolean ways =
                step.channels().isEmpty()
                        || (!old.channels().isEmpty()
                                && step.channels().containsAll(old.channels()));
        return step.targets().containsAll(old.targets()) && ways && (step.all() || !old.all());
    }

    /// A ladder that rings whoever either of the two rings, as early as the earlier of the two;
    /// empty where a step would name more than a step may.
    static Optional<List<Ladder.Step>> both(
            List<Ladder.Step> one, List<Ladder.Step> other, int mostTargets) {
        var steps = new ArrayList<Ladder.Step>();
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            Ladder.Step step =
                    i >= one.size()
                            ? other.get(i)
                            : i >= other.size() ? one.get(i) : joined(one.get(i), other.get(i));
            if (step.targets().size() > mostTargets) {
                return Optional.empty();
            }
            steps.add(step);
        }
        return Optional.of(steps);
    }

    private static Ladder.Step joined(Ladder.Step one, Ladder.Step other) {
        var targets = new LinkedHashSet<>(one.targets());
        targets.addAll(other.targets());
        var channels = new LinkedHashSet<>(one.channels());
        channels.addAll(other.channels());
        boolean everyWay = one.channels().isEmpty() || other.channels().isEmpty();
        return new Ladder.Step(
                List.copyOf(targets),
                everyWay ? List.of() : List.copyOf(channels),
                one.lasts().compareTo(other.lasts()) <= 0 ? one.lasts() : other.lasts(),
                one.all() || other.all());
    }

    private LadderMerge() {}
}
