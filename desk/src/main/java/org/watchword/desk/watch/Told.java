package org.watchword.desk.watch;

import java.time.Instant;
import org.watchword.desk.basis.Sentence;

/// Something neutral that the desk told the officers; the board shows it.
public record Told(Sentence what, Instant at) {}
