package org.watchword.desk.delivery;

import java.time.Duration;

/// A way to reach people, both ways where it can. Whatever the other side does (refuses, falls
/// silent, talks nonsense, hangs up), a channel answers with a value, and never later than its
/// {@link #deadline}; it throws nothing but what {@link #posted} names. Several threads may send at
/// once.
public interface Channel extends AutoCloseable {
    /// Hands one message to the gateway.
    Result send(Outgoing message);

    /// Asks whether the gateway would take a message now, without sending one.
    Health probe();

    /// No call lasts longer than this.
    Duration deadline();

    /// Begins to listen. What comes in is handed to `inbound`, and only when that returns does the
    /// gateway get its OK.
    void start(Inbound inbound);

    /// Takes what came to the channel's own address, `/in/` and its number. Without the channel's
    /// secret in it nothing happens and the answer is that of an address that does not exist.
    ///
    /// @throws org.watchword.desk.store.StoreUnavailable when it could not be kept: whoever calls
    ///   tells the gateway to try again
    default Reply posted(Posted what) {
        return Reply.NOTHING_HERE;
    }

    /// What the gateway is answered.
    record Reply(int status, String text) {
        public static final Reply NOTHING_HERE = new Reply(404, "");
    }

    /// Stops listening and lets go of connections.
    @Override
    void close();

    /// What became of a message that was handed over.
    sealed interface Result {}

    /// The gateway took it.
    ///
    /// @param gatewayId what the gateway calls it, for a later receipt; may be empty
    record Sent(String gatewayId) implements Result {}

    /// It certainly did not go out.
    ///
    /// @param mayRetry whether trying the same again may help
    record Refused(Reason why, boolean mayRetry) implements Result {}

    /// It may have gone out or not. It is sent again and labelled.
    record Unsure(Reason why) implements Result {}

    /// What a probe found.
    sealed interface Health {}

    /// It would take a message.
    record Alive() implements Health {}

    /// It would take a message, but what people send does not come in, and why.
    record Deaf(Reason why) implements Health {}

    /// It would not, and why.
    record Trouble(Reason why) implements Health {}
}
