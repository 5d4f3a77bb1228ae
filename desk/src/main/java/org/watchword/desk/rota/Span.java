package org.watchword.desk.rota;

import java.time.Instant;

/// A stretch of time, from its first instant up to, not including, its last.
public record Span(Instant from, Instant to) {
    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    boolean covers(Span other) {
        return !other.from().isBefore(from) && !other.to().isAfter(to);
    }

    boolean touches(Span other) {
        return from.isBefore(other.to()) && other.from().isBefore(to);
    }
}
