package org.watchword.desk.delivery;

import org.watchword.desk.basis.Sentence;

/// Where a message stands.
public enum MessageState {
    /// Waits to be handed over, for the first time or again after a refusal.
    QUEUED("queued"),
    /// Handed to the channel; the answer is not yet stored.
    SENDING("sending"),
    /// The gateway took it.
    SENT("sent"),
    /// It is known to have arrived.
    DELIVERED("delivered"),
    /// It did not go out and is not tried again.
    FAILED("failed"),
    /// It may have gone out; it waits to be sent again, labelled.
    REPEAT("repeat"),
    /// Nobody needs it any more.
    WITHDRAWN("withdrawn");

    private final String word;

    MessageState(String word) {
        this.word = word;
    }

    /// As it stands in the table.
    String word() {
        return word;
    }

    static MessageState of(String word) {
        for (MessageState state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no such message state");
    }

    /// What people read.
    public Sentence sentence() {
        return Sentence.of("delivery.state." + word);
    }
}
