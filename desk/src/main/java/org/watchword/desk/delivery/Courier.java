package org.watchword.desk.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.delivery.MessageRows.Taken;
import org.watchword.desk.store.StoreUnavailable;

/// Carries the messages of one channel: a bounded number at once, each on a thread of its own, so
/// that one that hangs holds up neither the others nor any other channel.
///
/// Waits are measured on the clock that only runs forward and are forgotten with the process: after
/// a start everything that waits goes at once.
final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /// The longest a courier sleeps without looking at the clock.
    static final Duration NAP = Duration.ofSeconds(1);

    /// How much later than its own deadline a channel is given up.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Channel.Reply NOT_NOW = new Channel.Reply(503, "");

    private final Line line;
    private final Pulse pulse;
    private final Handover handover;
    private final DeskClock clock;
    private final Pace pace;
    private final DeliveryPolicy policy;
    private final Pace.Beat carrying;
    private final Pace.Beat asking;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<MessageId, Long> notBefore = new HashMap<>();
    private int inFlight;
    private boolean look = true;
    private Optional<Long> asked = Optional.empty();
    private boolean closed;

    Courier(Line line, Pulse pulse, Handover handover, Couriers.Ways ways) {
        this.line = line;
        this.pulse = pulse;
        this.handover = handover;
        this.clock = ways.clock();
        this.pace = ways.pace();
        this.policy = ways.policy();
        this.carrying = pace.beat("courier-" + line.id().value(), this::carry);
        this.asking = pace.beat("probe-" + line.id().value(), _ -> ask());
    }

    void start() {
        carrying.start();
        asking.start();
    }

    /// Something waits.
    void wake() {
        locked(() -> look = true);
    }

    /// Held to its word like every call of a channel. What it could not do in time, or at all, the
    /// gateway is to tell again.
    Channel.Reply posted(Posted what) {
        var reply = new CompletableFuture<Optional<Channel.Reply>>();
        pace.within(given(), () -> line.channel().posted(what), reply::complete);
        return reply.join().orElse(NOT_NOW);
    }

    /// How long a call of the channel may last.
    private Duration given() {
        return line.channel().deadline().plus(GRACE);
    }

    /// The channel is back: what waits for its next try goes now.
    private void goNow() {
        locked(() -> {
            notBefore.clear();
            look = true;
        });
    }

    /// Woken or not, it looks again by itself: a message may come back from a gateway by way of a
    /// courier that this one has replaced.
    private Optional<Pace.Rest> carry(boolean rested) {
        if (isClosed()) {
            return Optional.empty();
        }
        Pace.Rest rest = untilThereIsWork(rested);
        if (!rest.equals(Pace.Rest.NONE)) {
            return Optional.of(rest);
        }
        try {
            handOut();
            return Optional.of(Pace.Rest.NONE);
        } catch (RuntimeException e) {
            // Whatever it was: nobody else carries for this channel.
            LOG.error("{} could not take up messages: {}", line.id(), e.getClass().getName());
            return Optional.of(Pace.Rest.looking(NAP));
        }
    }

    private Pace.Rest untilThereIsWork(boolean rested) {
        lock.lock();
        try {
            look |= rested;
            if (inFlight >= policy.sendingAtOnce()) {
                return Pace.Rest.looking(NAP);
            }
            Pace.Rest rest = untilRetry();
            if (!look && rest.due().isPositive()) {
                return rest;
            }
            look = false;
            return Pace.Rest.NONE;
        } finally {
            lock.unlock();
        }
    }

    /// Until the first message may be tried again.
    private Pace.Rest untilRetry() {
        long now = clock.monotonicNanos();
        var first = notBefore.values().stream().mapToLong(due -> due - now).min();
        return first.isEmpty()
                ? Pace.Rest.looking(NAP)
                : new Pace.Rest(Duration.ofNanos(Math.max(0, first.getAsLong())), NAP);
    }

    private void handOut() {
        Room room = room();
        Handover.Queue queue = handover.waiting(line, room.free() + room.resting());
        List<MessageId> due = due(queue, room);
        if (due.isEmpty()) {
            return;
        }
        List<Taken> taken = handover.take(due);
        locked(() -> {
            inFlight += taken.size();
            look = true;
        });
        for (Taken one : taken) {
            pace.aside("send-" + one.id().value(), () -> carry(one));
        }
    }

    /// How many may be handed over now.
    ///
    /// @param forOthers the same for what is no first ring: some room is kept for those
    /// @param resting how many that wait for their next try
    private record Room(int free, int forOthers, int resting) {}

    private Room room() {
        lock.lock();
        try {
            int free = policy.sendingAtOnce() - inFlight;
            long now = clock.monotonicNanos();
            notBefore.values().removeIf(due -> due - now <= 0);
            return new Room(free, free - policy.keptForFirst(), notBefore.size());
        } finally {
            lock.unlock();
        }
    }

    private List<MessageId> due(Handover.Queue queue, Room room) {
        var due = new ArrayList<MessageId>();
        int others = Math.min(room.forOthers(), queue.allowance());
        for (MessageRows.Waiting one : rested(queue.waiting())) {
            if (due.size() < room.free() && (one.first() || others-- > 0)) {
                due.add(one.id());
            }
        }
        return due;
    }

    private List<MessageRows.Waiting> rested(List<MessageRows.Waiting> waiting) {
        lock.lock();
        try {
            return waiting.stream().filter(one -> !notBefore.containsKey(one.id())).toList();
        } finally {
            lock.unlock();
        }
    }

    private void carry(Taken taken) {
        Handover.Opened opened;
        try {
            opened = handover.open(taken, line.kind());
        } catch (Error e) {
            landed();
            throw e;
        }
        switch (opened) {
            case Handover.Ready(Outgoing message, int parts) ->
                    pace.within(
                            given(),
                            () -> line.channel().send(message),
                            result -> came(taken, new Handover.Came(orUnsure(result), parts)));
            case Handover.NotReady(Channel.Result why) -> came(taken, new Handover.Came(why, 0));
        }
    }

    private static Channel.Result orUnsure(Optional<Channel.Result> result) {
        return result.orElseGet(() -> new Channel.Unsure(Reason.NO_ANSWER));
    }

    private void came(Taken taken, Handover.Came came) {
        handover.again(taken, came.result()).ifPresent(wait -> rest(taken.id(), wait));
        store(taken, came, true);
    }

    private void stored(Taken taken, Handover.Came came) {
        try {
            LOG.info("{} over {}: {}", taken.id(), line.id(), spoken(came.result()));
            if (pulse.sent(came.result(), clock.instant())) {
                goNow();
            }
        } finally {
            landed();
        }
    }

    private void landed() {
        locked(() -> {
            inFlight--;
            look = true;
        });
    }

    private void rest(MessageId message, Duration wait) {
        long due = clock.monotonicNanos() + wait.toNanos();
        locked(() -> notBefore.put(message, due));
    }

    /// Stores what a message came to, as often as it takes: until then it would go out again. Also
    /// when this courier was replaced meanwhile: the row still waits for its answer.
    private void store(Taken taken, Handover.Came came, boolean tell) {
        try {
            if (tell) {
                handover.settle(taken, came);
            } else {
                handover.settleAlone(taken, came);
            }
        } catch (StoreUnavailable e) {
            LOG.warn("what {} came to cannot be stored: {}", taken.id(), e.why());
            if (e.why() == StoreUnavailable.Cause.CLOSED) {
                landed();
            } else {
                storeAfterABit(taken, came, tell);
            }
            return;
        } catch (RuntimeException e) {
            LOG.error("what {} came to could not be told: {}", taken.id(), e.getClass());
            if (tell) {
                store(taken, came, false);
            } else {
                storeAfterABit(taken, came, true);
            }
            return;
        } catch (Error e) {
            landed();
            throw e;
        }
        stored(taken, came);
    }

    private void storeAfterABit(Taken taken, Handover.Came came, boolean tell) {
        pace.later("store-" + taken.id().value(), NAP, () -> store(taken, came, tell));
    }

    private Optional<Pace.Rest> ask() {
        if (isClosed()) {
            return Optional.empty();
        }
        Duration every =
                pulse.inTrouble() ? policy.probeFailingEvery() : policy.probeHealthyEvery();
        long now = clock.monotonicNanos();
        Duration left = asked.map(at -> every.minusNanos(now - at)).orElse(Duration.ZERO);
        if (left.isPositive()) {
            return Optional.of(new Pace.Rest(left, NAP));
        }
        asked = Optional.of(now);
        pace.within(given(), line.channel()::probe, this::told);
        return Optional.of(Pace.Rest.looking(NAP));
    }

    private void told(Optional<Channel.Health> health) {
        asked = Optional.of(clock.monotonicNanos());
        if (isClosed()) {
            return;
        }
        if (pulse.probed(
                health.orElseGet(() -> new Channel.Trouble(Reason.NO_ANSWER)), clock.instant())) {
            LOG.info("{} is back", line.id());
            goNow();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
        carrying.wake();
    }

    private static String spoken(Channel.Result result) {
        return switch (result) {
            case Channel.Sent _ -> "sent";
            case Channel.Refused(Reason why, boolean _) -> "refused, " + why;
            case Channel.Unsure(Reason why) -> "unsure, " + why;
        };
    }

    @Override
    public void close() {
        locked(() -> closed = true);
        asking.wake();
        line.channel().close();
    }
}
