package org.watchword.desk.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;

/// What `check` says of the partner, from the rows alone: it looks at a desk that another process
/// runs.
public final class PartnerLines {
    /// Longer than a heartbeat takes to be noted, by any clock.
    private static final Duration OLD = Duration.ofMinutes(2);

    /// One of these lines.
    ///
    /// @param well nothing is to be done
    public record Line(boolean well, Sentence says) {}

    static List<Line> of(Optional<PartnerRows.Kept> kept, Instant now, TimeWords times) {
        if (kept.isEmpty()) {
            return List.of(new Line(true, Sentence.of("partner.check.none")));
        }
        PartnerSettings settings = kept.get().settings();
        if (!settings.isWhole()) {
            return List.of(new Line(false, Sentence.of("partner.check.broken")));
        }
        var lines = new ArrayList<Line>();
        String name = settings.name();
        if (settings.kind() == PartnerSettings.Kind.DESK) {
            lines.add(line("partner.check.heard.", name, kept.get().heardAt(), now, times));
        }
        lines.add(line("partner.check.taken.", name, kept.get().takenAt(), now, times));
        return lines;
    }

    private static Line line(
            String key, String name, Optional<Instant> at, Instant now, TimeWords times) {
        if (at.isEmpty()) {
            return new Line(false, Sentence.of(key + "never", "name", name));
        }
        boolean well = Duration.between(at.get(), now).compareTo(OLD) < 0;
        return new Line(
                well,
                new Sentence(
                        key + (well ? "well" : "old"),
                        Map.of("name", name, "time", times.dayAndMinute(at.get()))));
    }

    private PartnerLines() {}
}
