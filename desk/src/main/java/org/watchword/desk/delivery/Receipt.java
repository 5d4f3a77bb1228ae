package org.watchword.desk.delivery;

/// What a gateway tells later about a message that it took.
///
/// @param gatewayId what it calls the message, as in {@link Channel.Sent}
public record Receipt(String gatewayId, State state) {
    /// What became of it.
    public enum State {
        /// It is on the phone. Nothing that is told afterwards undoes that.
        ARRIVED,
        /// It never will be.
        LOST
    }

    @Override
    public String toString() {
        return "receipt " + state;
    }
}
