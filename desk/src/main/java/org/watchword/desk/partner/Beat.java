package org.watchword.desk.partner;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Limits;

/// What a heartbeat says: its number, what time its sender has, and which sorts of channel work
/// there. `docs/formats/heartbeat.md` describes it.
///
/// @param count never comes again, and never goes back
public record Beat(long count, Instant at, List<Way> ways) {
    private static final Pattern FORM =
            Pattern.compile(
                    "beat 1\ncount ([1-9][0-9]{0,17})\nat ([1-9][0-9]{0,10})\nways((?: [a-z]{1,12}:"
                            + "(?:well|failing|unknown)){0,20})\n");

    /// One channel: of which sort, and how it is.
    public record Way(String kind, Health health) {
        @Override
        public String toString() {
            return kind + ":" + health.name().toLowerCase(Locale.ROOT);
        }
    }

    /// How a channel is.
    public enum Health {
        WELL,
        FAILING,
        UNKNOWN
    }

    /// Whether a sort of channel can stand in a heartbeat.
    static boolean canName(String kind) {
        return kind.matches("[a-z]{1,12}");
    }

    /// As it is signed and sent.
    String written() {
        String all = ways.stream().map(way -> " " + way).collect(Collectors.joining());
        return "beat 1\ncount %d\nat %d\nways%s\n".formatted(count, at.getEpochSecond(), all);
    }

    /// Reads what {@link #written} gives, and nothing else.
    static Optional<Beat> read(String text) {
        var match = FORM.matcher(text);
        if (text.length() > Limits.BEAT_BYTES || !match.matches()) {
            return Optional.empty();
        }
        List<Way> ways =
                Arrays.stream(match.group(3).strip().split(" ", -1))
                        .filter(one -> !one.isEmpty())
                        .map(Beat::way)
                        .toList();
        return Optional.of(
                new Beat(
                        Long.parseLong(match.group(1)),
                        Instant.ofEpochSecond(Long.parseLong(match.group(2))),
                        ways));
    }

    private static Way way(String written) {
        String[] parts = written.split(":", -1);
        return new Way(parts[0], Health.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
