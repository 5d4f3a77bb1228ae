package org.watchword.desk.ledger;

import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.store.Store;
import org.watchword.desk.vault.Vault;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Compartment;

/// The room's front: the membership chain, the compartments whose readers it names, and the entries
/// in them.
public final class Ledger {
    private final Store store;
    private final Chain chain;
    private final Members members;
    private final Compartments compartments;
    private final Additions additions;
    private final Ground ground;
    private final Countersigning countersigning;
    private final Glass glass;

    public Ledger(Store store, Vault vault, DeskClock clock, SecureRandom random) {
        this.store = store;
        this.ground = new Ground(store, vault, clock, random);
        this.chain = new Chain(store, new ChainRows(vault.fieldSeal()));
        var slots = new SlotRows(vault.keyedHash());
        var statements = new Statements(ground, chain, slots);
        var parts = new Parts(chain, slots, statements, new EntryWriter(ground, chain, slots));
        this.members = new Members(statements);
        this.compartments = new Compartments(ground, parts);
        this.additions = new Additions(ground, parts);
        this.countersigning = new Countersigning(ground, chain, members);
        this.glass = new Glass(ground, parts, additions);
    }

    /// What the room stands on.
    record Ground(Store store, Vault vault, DeskClock clock, SecureRandom random) {}

    /// What its parts share.
    record Parts(Chain chain, SlotRows slots, Statements statements, EntryWriter writer) {
        /// Whether somebody ceased to be a member there, and nobody made the next epoch yet: he
        /// would have the key of whatever is sealed for this one.
        boolean isEpochDue(CaseCompartment place) {
            return chain.now()
                    .membership()
                    .flatMap(one -> one.compartment(place))
                    .filter(Compartment::isRekeyPending)
                    .isPresent();
        }

        /// The numbers of a compartment's last entries before a number, the last first.
        List<Long> entryNumbers(Store store, CaseCompartment place, long before, int most) {
            return store.read(handle -> {
                OptionalLong row = slots.row(handle, place);
                return row.isEmpty()
                        ? List.of()
                        : EntryRows.numbersBefore(handle, row.getAsLong(), before, most);
            });
        }
    }

    /// Verifies the chain. When it does not verify, the desk starts all the same.
    public void start() {
        chain.read();
        store.onLost(chain::lookAgain);
    }

    /// How the chain stands, in memory: from the start on.
    public ChainStanding standing() {
        return chain.now().standing();
    }

    /// The same by the rows, for who looks at a desk that another process may be running.
    public ChainStanding standing(Handle handle) {
        return chain.in(handle).standing();
    }

    public Members members() {
        return members;
    }

    public Compartments compartments() {
        return compartments;
    }

    public Additions additions() {
        return additions;
    }

    /// How the chain comes to be.
    ///
    /// @param founders who the founders are, as the team stands
    public Foundation foundation(Function<Handle, Set<AccountNumber>> founders) {
        return new Foundation(ground, chain, founders);
    }

    /// What two must sign.
    public Countersigning countersigning() {
        return countersigning;
    }

    /// The keys that people made known before the chain says whose they are.
    public KnownKeys knownKeys() {
        return new KnownKeys(store, ground.vault().fieldSeal());
    }

    /// Entries that one of a few opens together with the desk, and what it takes.
    public Glass glass() {
        return glass;
    }

    /// Files that lie beside entries.
    public Enclosures enclosures() {
        return new Enclosures(ground.random());
    }

    /// What `check` says of the chain, by the rows alone: another process may be running the desk.
    public List<LedgerLine> lines(Handle handle) {
        return List.of(LedgerLine.of(chain.whole(handle).standing()));
    }
}
