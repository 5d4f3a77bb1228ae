package org.watchword.story.torture;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.watchword.desk.basis.Sentence;

/// What is counted over all rounds.
final class Figures {
    private final Map<Upset, Integer> upsets = new EnumMap<>(Upset.class);
    private int rounds;
    private int kills;
    private int images;
    private int lost;
    private int missed;
    private int doubles;
    private int other;
    private Duration away = Duration.ZERO;

    void round(Upset upset) {
        rounds++;
        upsets.merge(upset, 1, Integer::sum);
    }

    void kill() {
        kills++;
    }

    void images(int looked) {
        images += looked;
    }

    void away(Duration time) {
        away = time.compareTo(away) > 0 ? time : away;
    }

    void found(Sentence what) {
        switch (what.key()) {
            case "torture.found.lost", "torture.found.broken", "torture.found.image" -> lost++;
            case "torture.found.missed", "torture.found.not-fired", "torture.found.unsent" ->
                    missed++;
            case "torture.found.double" -> doubles++;
            default -> other++;
        }
    }

    int rounds() {
        return rounds;
    }

    int of(Upset upset) {
        return upsets.getOrDefault(upset, 0);
    }

    /// @param acknowledged writes that somebody was told are done
    /// @param messages that the mail server took
    Map<String, Object> all(long acknowledged, int messages) {
        return Map.of(
                "rounds", rounds,
                "kills", kills,
                "images", images,
                "acknowledged", acknowledged,
                "messages", messages,
                "lost", lost,
                "missed", missed,
                "doubles", doubles,
                "other", other,
                "away", seconds(away));
    }

    static String seconds(Duration time) {
        return String.format(java.util.Locale.ROOT, "%.1f", time.toMillis() / 1_000.0);
    }
}
