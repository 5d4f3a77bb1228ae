package org.watchword.desk.ledger;

import java.security.SecureRandom;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Enclosure;
import org.watchword.formats.entry.EntryId;

/// Files that lie beside entries, as they are sealed. To find one takes no right: it opens for who
/// opens the entry, which holds the key, and for nobody else.
public final class Enclosures {
    private final SecureRandom random;

    Enclosures(SecureRandom random) {
        this.random = random;
    }

    /// Seals one, to be written beside an entry that speaks of it.
    ///
    /// @throws IllegalArgumentException when it is too large
    public Enclosure.Sealed seal(byte[] file) {
        return Enclosure.seal(file, random);
    }

    /// A file as it lies beside an entry; empty when none does.
    ///
    /// @param number which of its files, as it was written
    public Optional<Octets> sealed(Handle handle, EntryId entry, int number) {
        return EnclosureRows.find(handle, entry, number);
    }

    /// Lets go of all that lie beside an entry, which stays.
    public void drop(Turn turn, EntryId entry) {
        EnclosureRows.drop(turn, entry);
    }
}
