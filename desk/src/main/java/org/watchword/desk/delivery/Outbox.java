package org.watchword.desk.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Turn;

/// What is to go out. A message is posted inside the turn that decides it, so that both are kept or
/// neither; after the commit the channel's courier takes it up.
public final class Outbox {
    private final MessageRows rows;
    private final InstantSource clock;
    private final Wake wake;

    Outbox(MessageRows rows, InstantSource clock, Wake wake) {
        this.rows = rows;
        this.clock = clock;
        this.wake = wake;
    }

    /// How the outbox tells a channel's courier that something waits.
    @FunctionalInterface
    interface Wake {
        void courierOf(ChannelId channel);
    }

    /// Posts a message. Returns false, and does nothing, when the key was posted before.
    public boolean post(Turn turn, NewMessage message) {
        boolean posted = rows.insert(turn, message, clock.instant());
        if (posted) {
            ChannelId channel = message.address().channel();
            turn.afterCommit(() -> wake.courierOf(channel));
        }
        return posted;
    }

    /// Withdraws what one person has not been sent yet; what is with a gateway at this moment is
    /// not tried again. Returns how many.
    public int withdraw(Turn turn, String concerning, PersonId person) {
        return rows.withdraw(turn.handle(), concerning, person, clock.instant());
    }

    /// Withdraws what nobody has been sent yet.
    public int withdrawAll(Turn turn, String concerning) {
        return rows.withdraw(turn.handle(), concerning, null, clock.instant());
    }

    /// Takes an address outside the team out of every message, and withdraws what has not left.
    public void forgetOutside(Turn turn, ChannelId channel, String address) {
        rows.outside().forget(turn.handle(), channel, address, clock.instant());
    }

    /// How many messages went to an address outside the team since then, about what begins so.
    public int countOutside(Handle handle, Address to, String concerning, Instant since) {
        return rows.outside().count(handle, to, concerning, since);
    }

    /// All messages about one thing, oldest first.
    public List<SentMessage> concerning(Handle handle, String concerning) {
        return rows.concerning(handle, concerning);
    }

    /// A person's newest messages, newest first.
    public List<SentMessage> newest(Handle handle, PersonId person, int most) {
        return rows.newest(handle, person, most);
    }
}
