package org.watchword.desk.accounts;

import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.formats.slot.AccountKeys;

/// The port by which accounts ask a room above them who belongs, and tell it when somebody opened
/// case files.
public interface Belonging {
    /// Nobody knows more than the accounts do.
    Belonging NOT_KNOWN =
            new Belonging() {
                @Override
                public Predicate<PersonId> shutOut(Handle rows) {
                    return person -> false;
                }

                @Override
                public boolean isKnown(Handle rows) {
                    return false;
                }

                @Override
                public void opened(PersonId person, AccountKeys keys) {
                    // nobody is told
                }
            };

    /// Who is let in nowhere, whatever he types, until his colleagues lift it. He is answered like
    /// a name that nobody has.
    ///
    /// @param rows where it is looked up: in a turn that shuts somebody out, he is out already
    Predicate<PersonId> shutOut(Handle rows);

    /// Whether anybody could say by these rows who belongs: where nobody can, nobody is left to let
    /// somebody in again either.
    boolean isKnown(Handle rows);

    /// Somebody just opened his case files, in a request that waits for this: it takes a moment,
    /// not more. The keys are the caller's, and are closed afterwards.
    void opened(PersonId person, AccountKeys keys);
}
