package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.Optional;

/// How one channel is, as the board shows it.
///
/// @param since since when it has been so
/// @param deaf why what people send does not come in, by the last answer
/// @param lastAnswer when its gateway last answered well
/// @param waiting messages that wait for it
/// @param held how many of them wait because it has sent as many as the team allows in an hour
public record ChannelHealth(
        ChannelId id,
        String label,
        String kind,
        State state,
        Instant since,
        Optional<Reason> reason,
        Optional<Reason> deaf,
        Optional<Instant> lastAnswer,
        Optional<Instant> lastTrouble,
        int waiting,
        int held) {

    /// Whether a message would probably get through.
    public boolean working() {
        return switch (state) {
            case ALIVE, UNKNOWN -> true;
            case FAILING, SILENT, SWALLOWING, OFF -> false;
        };
    }

    ChannelHealth holding(int messages) {
        return new ChannelHealth(
                id,
                label,
                kind,
                state,
                since,
                reason,
                deaf,
                lastAnswer,
                lastTrouble,
                waiting,
                messages);
    }

    ChannelHealth swallowingSince(Instant first) {
        return new ChannelHealth(
                id,
                label,
                kind,
                State.SWALLOWING,
                first,
                Optional.of(Reason.LOST),
                deaf,
                lastAnswer,
                lastTrouble,
                waiting,
                held);
    }

    /// How a channel is.
    public enum State {
        /// Not asked yet.
        UNKNOWN,
        ALIVE,
        /// It answers, and refuses, or cannot be reached.
        FAILING,
        /// It does not answer at all.
        SILENT,
        /// It takes messages and tells of none that it arrived.
        SWALLOWING,
        /// Switched off by the team.
        OFF
    }
}
