package org.watchword.desk.delivery;

/// The number of a message in the outbox.
public record MessageId(long value) {
    @Override
    public String toString() {
        return "message-" + value;
    }
}
