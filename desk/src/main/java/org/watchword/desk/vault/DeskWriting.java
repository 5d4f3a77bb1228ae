package org.watchword.desk.vault;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntrySealer;
import org.watchword.formats.entry.Seen;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.SignedLink;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.Address;

/// What the desk signs with nobody signed in: entries of the closed list {@link Unattended}, that
/// somebody is shut out, the next epoch of a compartment, and that this is its key. The key does
/// not leave this class, so nothing else can be signed with it. It is derived from the watch key,
/// and lies nowhere by itself.
public final class DeskWriting {
    private final SigningKey key;
    private final AuthorKey author;
    private final EntrySealer sealer;

    DeskWriting(WatchKey watchKey, SecureRandom random) {
        this.key = new SigningKey(watchKey.subkey("desk-writing"));
        this.author = AuthorKey.of(key);
        this.sealer = new EntrySealer(random);
    }

    /// As the membership chain names it.
    public AuthorKey author() {
        return author;
    }

    /// What an entry that nobody wrote says.
    public record Said(Unattended type, Instant at, Seen seen, Octets body) {}

    /// Signs and seals one entry.
    public EntrySealer.Sealed seal(EntryContext context, Said said) {
        var entry =
                new Entry(
                        context,
                        said.type().type(),
                        author,
                        said.at(),
                        said.seen(),
                        said.body(),
                        List.of());
        return sealer.seal(entry, key);
    }

    /// Somebody is shut out, from the end of this chain on.
    public SignedLink suspended(Membership chain, AccountNumber account, Instant at) {
        return chain.next(new Statement.Suspended(account), at).signedBy(key);
    }

    /// The next epoch of a compartment that somebody ceased to be in.
    public SignedLink nextEpoch(
            Membership chain, CaseCompartment place, Address address, Instant at) {
        long epoch = chain.compartment(place).orElseThrow().epoch() + 1;
        return chain.next(new Statement.NextEpoch(place, epoch, address), at).signedBy(key);
    }

    /// Shows, beside two people's signatures, that the desk has the key that they name.
    ///
    /// @throws IllegalArgumentException when they say anything else
    public SignedLink named(SignedLink byTwo) {
        if (!byTwo.link().says().equals(new Statement.DeskKey(author))) {
            throw new IllegalArgumentException("not the statement that names this key");
        }
        return byTwo.andBy(key);
    }

    @Override
    public String toString() {
        return "the desk's writing key";
    }
}
