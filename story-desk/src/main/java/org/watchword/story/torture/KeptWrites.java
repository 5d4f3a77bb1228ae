package org.watchword.story.torture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.Sentence;

/// Whatever anybody was told is there, and nothing is there that nobody did.
final class KeptWrites {
    private KeptWrites() {}

    /// @param end when the life of the desk ended whose rows these are, by the clock on the wall
    static List<Sentence> wrong(Told told, Kept kept, Instant end) {
        if (!kept.broken().isEmpty()) {
            return List.of(Sentence.of("torture.found.broken", "what", kept.broken()));
        }
        List<Sentence> wrong = new ArrayList<>();
        told.facts(end)
                .forEach((fact, bounds) -> {
                    int there = kept.count(fact);
                    // A link noted twice is one line.
                    int least =
                            fact.startsWith("link") ? Math.min(1, bounds.least()) : bounds.least();
                    if (there < least) {
                        wrong.add(counted("torture.found.lost", fact, least - there));
                    }
                    if (there > bounds.most()) {
                        wrong.add(counted("torture.found.more", fact, there - bounds.most()));
                    }
                });
        told.deeds(deed -> deed.kind() == Deed.Kind.RAISE).stream()
                .flatMap(deed -> told.answer(deed).stream())
                .filter(answer -> answer.done() && answer.real().isBefore(end))
                .filter(answer -> !kept.alarms().containsKey(answer.alarm()))
                .forEach(answer ->
                        wrong.add(counted("torture.found.lost", "alarm " + answer.alarm(), 1)));
        return wrong;
    }

    private static Sentence counted(String key, String fact, int count) {
        return new Sentence(key, Map.of("what", fact, "count", count));
    }
}
