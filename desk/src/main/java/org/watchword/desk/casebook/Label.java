package org.watchword.desk.casebook;

import org.watchword.desk.ledger.Flaw;
import org.watchword.desk.ledger.ShutOut;

/// What a compartment says of itself to one of its members.
sealed interface Label {
    /// Its name and its case's, by the entry with this number.
    record Opened(String name, String codeName, long number) implements Label {}

    /// Whoever opened it did not come to name it.
    record Unnamed() implements Label {}

    /// Its first entry is there and does not open.
    record Spoilt(Flaw why) implements Label {}

    /// It does not open for him, though he is a member.
    record Shut(ShutOut why) implements Label {}
}
