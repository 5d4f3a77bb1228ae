package org.watchword.desk.casebook.envelope;

import java.util.Optional;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Enclosure;

/// What came of looking for a file that an envelope speaks of.
sealed interface Found {
    /// It speaks of none.
    record None() implements Found {}

    /// The very file that its author put in.
    record Here(FileKind kind, Octets file) implements Found {}

    /// It is gone, or another lies there, or one of a kind that no envelope takes.
    record Spoilt() implements Found {}

    /// Looks whether what lies there is what the envelope speaks of.
    ///
    /// @param says what the envelope says of it
    /// @param lies what lies beside the envelope
    static Found of(Enclosed which, Optional<Enclosure> says, Optional<Octets> lies) {
        if (says.isEmpty()) {
            return new None();
        }
        return lies.flatMap(says.get()::open)
                .<Found>flatMap(file ->
                        FileKind.of(file)
                                .filter(which::takes)
                                .map(kind -> new Here(kind, Octets.of(file))))
                .orElseGet(Spoilt::new);
    }
}
