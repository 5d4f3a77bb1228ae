package org.watchword.desk.ledger;

import java.util.Optional;
import org.watchword.desk.store.Turn;
import org.watchword.formats.membership.AccountNumber;

/// Why somebody opens an entry together with the desk.
///
/// @param <R> what may stand against it
public interface GlassReason<R> {
    /// A number for what it is done, such as an alarm's; not below zero.
    long occasion();

    /// In somebody's words; it goes into the compartment with the number.
    String words();

    /// Looks in the turn whether it may be, keeps who and why, and has whoever must know told.
    ///
    /// @return what stands against it; then it has changed nothing
    Optional<R> kept(Turn turn, AccountNumber holder);
}
