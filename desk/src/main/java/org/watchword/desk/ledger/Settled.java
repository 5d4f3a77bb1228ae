package org.watchword.desk.ledger;

import org.watchword.desk.store.StoreUnavailable;
import org.watchword.formats.membership.MembershipFailure;

/// How far a {@link Settling} has come.
///
/// @see Settling#step
public sealed interface Settled {
    /// How many slots it has moved, of how many; and how many this member cannot open.
    record Progress(long done, long of, long shut) {}

    /// There is more to do.
    record More(Progress progress) implements Settled {}

    /// Nothing is left that this member can do.
    record Done(Progress progress) implements Settled {}

    /// It cannot go on. What was done stays done; whoever comes next goes on from there.
    record Stopped(Why why, Progress progress) implements Settled {}

    sealed interface Why {}

    /// The member does not come in, or no longer.
    record Out(ShutOut why) implements Why {}

    /// The compartment went on to its next epoch, of which there is no key in hand.
    record NextEpoch() implements Why {}

    /// The next epoch could not be made.
    record NoEpoch(MembershipFailure why) implements Why {}

    /// Nothing can be kept just now: a full disk, for example.
    record NotKept(StoreUnavailable.Cause why) implements Why {}
}
