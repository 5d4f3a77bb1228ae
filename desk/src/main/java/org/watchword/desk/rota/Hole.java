package org.watchword.desk.rota;

import java.time.Instant;

/// A stretch of time in which nobody is on duty in a role.
public record Hole(Instant from, Instant to) {}
