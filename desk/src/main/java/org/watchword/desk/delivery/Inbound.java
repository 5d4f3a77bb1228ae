package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Turn;

/// Takes what comes in over a channel. It is stored before the gateway gets its OK; afterwards the
/// handlers are asked in order, and the first that recognises it wins. What nobody recognises stays
/// listed.
public interface Inbound {
    /// Keeps a word that came in and returns once it is durable. The same `gatewayId` on the same
    /// channel is kept once.
    ///
    /// @throws org.watchword.desk.store.StoreUnavailable when it could not be kept: the gateway
    ///   must not get its OK
    void keep(ChannelId channel, Word word);

    /// Takes in what became of a message. Told twice, out of order, of a message nobody knows, or
    /// before the gateway's own answer to it: harmless. Returns once it is durable.
    ///
    /// @throws org.watchword.desk.store.StoreUnavailable when it could not be kept: the gateway
    ///   must not get its OK
    void receipt(ChannelId channel, Receipt receipt);

    /// Since when the desk hears at a place, such as one mailbox: what lay there before was written
    /// to somebody else. The first to ask begins it; once begun it stays.
    ///
    /// @throws org.watchword.desk.store.StoreUnavailable when it could not be kept
    default Instant since(ChannelId channel, String place) {
        return Instant.EPOCH;
    }

    /// What came in.
    ///
    /// @param gatewayId what the gateway calls it; empty when it has no name
    /// @param sender the address it claims to come from; a claim, not a proof
    /// @param person who said it, when a colleague wrote it down for that person
    /// @param text as it came
    record Word(
            Optional<String> gatewayId,
            Optional<String> sender,
            Optional<PersonId> person,
            String text,
            Instant receivedAt) {
        @Override
        public String toString() {
            return "word";
        }
    }

    /// Somebody above who may understand a word.
    interface Handler {
        /// Whether it is for this handler; if so it is dealt with in this turn.
        ///
        /// @param people who that sender may be, by the addresses that were proved to be theirs
        boolean recognises(Turn turn, ChannelId channel, Word word, List<PersonId> people);

        /// Whether it takes whatever nobody else understands. Such a one sees of a word only what
        /// is kept of it, and nothing of a flood; the others always see all of it.
        default boolean lastResort() {
            return false;
        }
    }
}
