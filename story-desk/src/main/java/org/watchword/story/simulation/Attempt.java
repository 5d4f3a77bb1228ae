package org.watchword.story.simulation;

import org.watchword.desk.delivery.Outgoing;

/// The desk hands a message to a gateway.
///
/// @param at when, in milliseconds of the simulation
/// @param nth how often the gateway has seen this key, from 1
/// @param told when the desk is told what it came to
record Attempt(long at, long channel, Outgoing message, int nth, long told, Fate fate) {
    /// What the gateway does with it.
    enum Fate {
        /// It says so, and the message arrives.
        ARRIVES,
        /// The same, and the message arrives twice.
        ARRIVES_TWICE,
        /// It says so, and the message never arrives.
        SWALLOWED,
        REFUSED,
        /// It arrives, and the desk is told nothing.
        ARRIVES_UNTOLD,
        /// Nothing arrives, and the desk is told nothing.
        HANGS;

        /// Whether somebody may have read it.
        boolean mayHaveArrived() {
            return switch (this) {
                case ARRIVES, ARRIVES_TWICE, ARRIVES_UNTOLD, SWALLOWED, HANGS -> true;
                case REFUSED -> false;
            };
        }
    }

    String key() {
        return message.key();
    }
}
