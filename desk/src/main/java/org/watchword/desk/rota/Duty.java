package org.watchword.desk.rota;

import java.time.Instant;
import org.watchword.desk.basis.PersonId;

/// Somebody who is on duty, and until when.
///
/// @param until the end of the shift; the first moment at which it no longer holds
/// @param tookOver whether he took over from the plan
public record Duty(PersonId person, Instant until, boolean tookOver) {}
