package org.watchword.desk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.delivery.ChannelHealth.State;

/// How one channel is, by what its probes and its messages came to.
final class Pulse {
    /// One refused message says something about its receiver, several in a row about the channel.
    private static final int REFUSALS_THAT_MATTER = 2;

    /// A gateway that greets well and refuses messages is believed again only after this long.
    private static final Duration REFUSAL_LASTS = Duration.ofMinutes(1);

    private State state = State.UNKNOWN;
    private Instant since;
    private @Nullable Reason reason;
    private @Nullable Reason deaf;
    private @Nullable Instant lastAnswer;
    private @Nullable Instant lastTrouble;
    private @Nullable Instant refusedAt;
    private int refusalsInARow;

    private final Noting noting;

    /// Told when trouble begins and when all is well, the first time too; returns at once.
    interface Noting {
        void trouble(boolean is, Instant now);
    }

    Pulse(Instant now, Noting noting) {
        since = now;
        this.noting = noting;
    }

    /// Takes in what a probe found. Returns true when the channel has just come back.
    synchronized boolean probed(Channel.Health health, Instant now) {
        return switch (health) {
            case Channel.Alive _ -> {
                deaf = null;
                yield answered(now);
            }
            case Channel.Deaf(Reason why) -> {
                deaf = why;
                yield answered(now);
            }
            case Channel.Trouble(Reason why) -> {
                trouble(why, now);
                yield false;
            }
        };
    }

    private boolean answered(Instant now) {
        lastAnswer = now;
        return !refusalStands(now) && become(State.ALIVE, null, now);
    }

    /// Takes in what a message came to. Returns true when the channel has just come back.
    synchronized boolean sent(Channel.Result result, Instant now) {
        return switch (result) {
            case Channel.Sent _ -> {
                lastAnswer = now;
                refusalsInARow = 0;
                refusedAt = null;
                yield become(State.ALIVE, null, now);
            }
            case Channel.Refused(Reason why, boolean _) -> {
                refused(why, now);
                yield false;
            }
            case Channel.Unsure(Reason why) -> {
                refused(why, now);
                yield false;
            }
        };
    }

    private void refused(Reason why, Instant now) {
        switch (why) {
            case REFUSED, ADDRESS_REFUSED -> {
                lastAnswer = now;
                refusalsInARow++;
                if (refusalsInARow >= REFUSALS_THAT_MATTER) {
                    refusedAt = now;
                    trouble(why, now);
                }
            }
            case NOT_REACHED, NO_ANSWER, HUNG_UP, GARBLED, NOT_TRUSTED, SIGN_IN_REFUSED, BUSY ->
                    trouble(why, now);
            case HEARD_ELSEWHERE, NO_ADDRESS, LOST, SWITCHED_OFF, DESK_FAULT -> {}
        }
    }

    private void trouble(Reason why, Instant now) {
        lastTrouble = now;
        become(why == Reason.NO_ANSWER ? State.SILENT : State.FAILING, why, now);
    }

    private boolean refusalStands(Instant now) {
        return refusedAt != null && now.isBefore(refusedAt.plus(REFUSAL_LASTS));
    }

    /// Returns true when the channel was in trouble and is so no more.
    private boolean become(State next, @Nullable Reason why, Instant now) {
        boolean wasTrouble = state == State.FAILING || state == State.SILENT;
        boolean isTrouble = next == State.FAILING || next == State.SILENT;
        if (wasTrouble != isTrouble || state == State.UNKNOWN) {
            since = now;
            noting.trouble(isTrouble, now);
        }
        state = next;
        reason = why;
        return wasTrouble && !isTrouble;
    }

    synchronized boolean inTrouble() {
        return state == State.FAILING || state == State.SILENT;
    }

    synchronized ChannelHealth health(Channels.Setup setup, int waiting) {
        return new ChannelHealth(
                setup.id(),
                setup.label(),
                setup.kind(),
                setup.active() ? state : State.OFF,
                since,
                Optional.ofNullable(reason),
                Optional.ofNullable(deaf),
                Optional.ofNullable(lastAnswer),
                Optional.ofNullable(lastTrouble),
                waiting,
                0);
    }
}
