package org.watchword.formats.membership;

import java.util.List;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.slot.Address;

/// What is said in the chain. Who must sign it is told with each; *in force* is who was confirmed
/// and is not suspended; *authority* is what founders have, and whoever was given it. *Two* are two
/// in force, of whom as many have authority as others than the one spoken of have it, up to two.
public sealed interface Statement {
    /// The root: who founded the organisation. Signed by one of them.
    ///
    /// @param founders at most 16, each once, in rising order
    record Founding(List<Founder> founders) implements Statement {
        static final int MOST = 16;

        public Founding {
            founders = List.copyOf(founders);
            if (founders.isEmpty() || founders.size() > MOST || !isRising(founders)) {
                throw new IllegalArgumentException("one to 16 founders, each once, in order");
            }
        }

        private static boolean isRising(List<Founder> founders) {
            for (int i = 1; i < founders.size(); i++) {
                if (founders.get(i - 1).account().compareTo(founders.get(i).account()) >= 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /// Somebody whom the founding names.
    record Founder(AccountNumber account, Keys keys) {}

    /// A founder stands by the founding. Signed by him; until then he can do nothing.
    record FoundingSigned(AccountNumber account) implements Statement {}

    /// Somebody may come. Signed by one who has authority. Said again, before he was confirmed, it
    /// puts away what was accepted.
    record Invited(AccountNumber account) implements Statement {}

    /// Somebody came, with these keys. Signed by himself: he has them.
    record Accepted(AccountNumber account, Keys keys) implements Statement {}

    /// Somebody in force saw the person, and compared the keys. Signed by him.
    record Confirmed(AccountNumber account, Keys keys) implements Statement {}

    /// Somebody may invite and remove from now on. Signed by two.
    record AuthorityGiven(AccountNumber account) implements Statement {}

    /// Somebody may no longer. Signed by two others.
    record AuthorityTaken(AccountNumber account) implements Statement {}

    /// The desk signs with this key from now on, and with none before it. Signed by two, and by
    /// that key.
    record DeskKey(AuthorKey key) implements Statement {}

    /// An account begins anew, because its passphrase is lost: it is invited, in no compartment and
    /// without authority, and its keys are worth nothing. Signed by two others.
    record MadeAnew(AccountNumber account) implements Statement {}

    /// A compartment begins. Signed by its first member, who is in force, and a member of another
    /// one of its case when there is one.
    ///
    /// @param address of its first epoch, 0
    record Opened(CaseCompartment place, Address address) implements Statement {}

    /// Somebody in force reads in a compartment from now on. Signed by a member of it.
    record Added(CaseCompartment place, AccountNumber account) implements Statement {}

    /// Somebody reads in it no longer. Signed by one who has authority.
    record Removed(CaseCompartment place, AccountNumber account) implements Statement {}

    /// A compartment has a new key. Signed by a member of it, or, after somebody ceased to be one,
    /// by the desk.
    ///
    /// @param epoch one more than the one before
    record NextEpoch(CaseCompartment place, long epoch, Address address) implements Statement {}

    /// Somebody is shut out until two lift it. Signed by the desk or by another in force.
    record Suspended(AccountNumber account) implements Statement {}

    /// Somebody is no longer shut out. Signed by two colleagues in force, whatever authority they
    /// have.
    record Lifted(AccountNumber account) implements Statement {}
}
