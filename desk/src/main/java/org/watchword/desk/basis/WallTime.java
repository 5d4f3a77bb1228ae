package org.watchword.desk.basis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/// A day and a time as a browser's own field sends them, on the clock of a zone.
public final class WallTime {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                    .withResolverStyle(ResolverStyle.STRICT);

    /// The rows keep milliseconds.
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /// The instant of `2026-12-03T09:00`, or with a blank in place of the T; where it comes twice,
    /// the first one. Empty for what is no time, and for one that the clocks skip when they are put
    /// forward.
    public static Optional<Instant> read(String typed, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(typed.replace(' ', 'T'), FORM))
                    .filter(local -> !zone.getRules().getValidOffsets(local).isEmpty())
                    .map(local -> local.atZone(zone).toInstant())
                    .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(LATEST));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private WallTime() {}
}
