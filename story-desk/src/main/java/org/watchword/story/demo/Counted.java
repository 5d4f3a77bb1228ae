package org.watchword.story.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.StepResult;
import org.watchword.story.StoryWorld;
import org.watchword.story.gateway.Received;

/// What can be counted on the stage at one moment: the mail servers' records and the desk's rows.
record Counted(List<Received> taken, Tally tally) {
    static Counted now(StoryWorld world, KeyedHash hash) {
        // The desk's rows first: what it counts as sent has been taken by then.
        List<String> sent = Tally.sentBy(world.desk().directory(), hash);
        List<Received> taken =
                world.gateways().stream().flatMap(g -> g.received().stream()).toList();
        return new Counted(taken, Tally.of(sent, taken));
    }

    /// When the first message after an instant came, by the clock on the wall.
    Optional<Instant> firstSince(Instant begin) {
        return taken.stream()
                .map(Received::realAt)
                .filter(at -> !at.isBefore(begin))
                .min(Instant::compareTo);
    }

    /// What a chapter is told about: measured, not typed in.
    ///
    /// @param away how long the desk was away; empty when nobody killed it
    /// @param raised when somebody began to raise an alarm in it
    List<Sentence> since(Counted before, Optional<Duration> away, Optional<Instant> raised) {
        List<Sentence> said = new ArrayList<>();
        away.ifPresent(time -> said.add(seconds("demo.measured.away", time)));
        raised.ifPresent(begin ->
                firstSince(begin)
                        .map(at -> Duration.between(begin, at))
                        .ifPresent(t -> said.add(seconds("demo.measured.first", t))));
        said.add(count("demo.measured.arrived", tally.arrived() - before.tally.arrived()));
        if (away.isPresent()) {
            said.add(count("demo.measured.lost", tally.lost()));
            said.add(count("demo.measured.doubled", tally.doubled()));
        }
        return said;
    }

    /// How the steps went.
    static List<Sentence> steps(List<StepResult> results) {
        List<Sentence> said = new ArrayList<>();
        for (StepResult.Outcome outcome : StepResult.Outcome.values()) {
            int steps = (int) results.stream().filter(r -> r.outcome() == outcome).count();
            String key =
                    switch (outcome) {
                        case PASSED -> "demo.measured.played";
                        case FAILED -> "demo.measured.failed";
                        case NOT_YET -> "demo.measured.not-yet";
                        case TOLD -> "";
                    };
            if (steps > 0 && !key.isEmpty()) {
                said.add(count(key, steps));
            }
        }
        return said;
    }

    static Sentence seconds(String key, Duration time) {
        return Sentence.of(
                key, "seconds", String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0));
    }

    private static Sentence count(String key, int count) {
        return Sentence.of(key, "count", count);
    }
}
