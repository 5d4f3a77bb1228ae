package org.watchword.story.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.gateway.Received;

/// While nobody has taken an alarm over everybody on its ladder is rung, step by step; once
/// somebody has, nobody is.
final class Rung {
    /// A whole round of the ladder in which one step waits once more, and some time for messages.
    static final Duration ROUND = Duration.ofSeconds(8 * 60 + 5);

    /// How long an answer stands without a sign of its owner.
    private static final Duration LAPSE = Duration.ofMinutes(30);

    private static final Set<Deed.Kind> ANSWERS =
            Set.of(Deed.Kind.ON_IT, Deed.Kind.LINK, Deed.Kind.END);

    private final Told told;

    Rung(Told told) {
        this.told = told;
    }

    /// A time in which the desk was up and nobody did anything.
    record Quiet(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }
    }

    /// @param before as the rows stood when the quiet time began
    List<Sentence> wrong(Kept before, Kept after, Taken taken, Quiet quiet) {
        List<Sentence> wrong = new ArrayList<>();
        Map<Taken.Ring, List<Received>> rings = rings(taken);
        for (Kept.Alarm alarm : before.openAlarms()) {
            for (Map.Entry<Long, String> person : before.people().entrySet()) {
                var ring = new Taken.Ring(alarm.id(), person.getKey());
                boolean rung =
                        rings.getOrDefault(ring, List.of()).stream()
                                .anyMatch(message -> quiet.holds(message.storyAt()));
                if (!rung && awaits(alarm, person.getKey(), person.getValue(), quiet)) {
                    wrong.add(who("torture.found.missed", alarm.id(), person.getValue()));
                }
            }
        }
        for (Kept.Alarm alarm : after.alarms().values()) {
            if (!alarm.eventful()) {
                holder(alarm, after)
                        .ifPresent(since -> wrong.addAll(rungSince(alarm, since, after, rings)));
            }
        }
        return wrong;
    }

    private static Sentence who(String key, long alarm, String who) {
        return new Sentence(key, Map.of("alarm", alarm, "who", who));
    }

    private static Map<Taken.Ring, List<Received>> rings(Taken taken) {
        Map<Taken.Ring, List<Received>> all = new HashMap<>();
        taken.byKey()
                .forEach((key, copies) ->
                        Taken.ring(key)
                                .ifPresent(ring ->
                                        all.computeIfAbsent(ring, _ -> new ArrayList<>())
                                                .add(copies.getFirst())));
        return all;
    }

    /// Whether somebody must have been rung for an alarm in a quiet time: nobody else may have
    /// taken it over, and that one neither raised nor answered it, or all that is too long ago to
    /// count.
    private boolean awaits(Kept.Alarm alarm, long person, String name, Quiet quiet) {
        List<Deed> deeds = about(alarm.id());
        if (deeds.stream().anyMatch(deed -> deed.kind() == Deed.Kind.END)) {
            return false;
        }
        boolean lapsed =
                deeds.stream().noneMatch(deed -> last(deed).isAfter(quiet.from().minus(LAPSE)))
                        && raised(alarm).isBefore(quiet.from().minus(LAPSE));
        return lapsed
                || (alarm.raiser() != person
                        && deeds.stream()
                                .noneMatch(deed ->
                                        ANSWERS.contains(deed.kind())
                                                && (deed.kind() == Deed.Kind.ON_IT
                                                        || deed.who().equals(name))));
    }

    private Instant raised(Kept.Alarm alarm) {
        return told.deeds(deed -> deed.kind() == Deed.Kind.RAISE).stream()
                .flatMap(deed -> told.answer(deed).stream())
                .filter(answer -> answer.alarm() == alarm.id())
                .map(Told.Answer::story)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private List<Deed> about(long alarm) {
        return told.deeds(deed -> deed.alarm() == alarm && told.maybe(deed));
    }

    private Instant last(Deed deed) {
        return told.answer(deed).map(Told.Answer::story).orElse(deed.begun().plus(LAPSE));
    }

    /// The first proven answer that somebody was told of who can hold an alarm: not its raiser.
    private Optional<Told.Answer> holder(Kept.Alarm alarm, Kept kept) {
        return told
                .deeds(deed -> deed.alarm() == alarm.id() && deed.kind() == Deed.Kind.ON_IT)
                .stream()
                .filter(deed -> kept.person(deed.who()) != alarm.raiser())
                .flatMap(deed -> told.answer(deed).filter(Told.Answer::done).stream())
                .findFirst();
    }

    private static List<Sentence> rungSince(
            Kept.Alarm alarm, Told.Answer since, Kept kept, Map<Taken.Ring, List<Received>> rings) {
        List<Sentence> wrong = new ArrayList<>();
        Instant end = since.story().plus(LAPSE);
        Set<Long> late = new HashSet<>();
        for (Kept.Ring ring : kept.rings()) {
            boolean after = ring.at().isAfter(since.story()) && ring.at().isBefore(end);
            if (ring.alarm() == alarm.id() && after) {
                late.add(ring.person());
            }
        }
        late.forEach(p ->
                wrong.add(
                        who("torture.found.step", alarm.id(), kept.people().getOrDefault(p, "?"))));
        kept.people()
                .forEach((person, name) -> {
                    var ring = new Taken.Ring(alarm.id(), person);
                    long pages =
                            rings.getOrDefault(ring, List.of()).stream()
                                    .filter(m -> m.realAt().isAfter(since.real()))
                                    .filter(m -> m.storyAt().isBefore(end))
                                    .count();
                    if (pages > 1) {
                        wrong.add(who("torture.found.late", alarm.id(), name));
                    }
                });
        return wrong;
    }
}
