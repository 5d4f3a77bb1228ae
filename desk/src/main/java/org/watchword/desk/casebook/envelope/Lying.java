package org.watchword.desk.casebook.envelope;

import java.time.Instant;
import org.watchword.desk.ledger.GlassEntry;

/// Where the envelope of a code-name lies, and since when.
record Lying(GlassEntry entry, Instant filledAt) {}
