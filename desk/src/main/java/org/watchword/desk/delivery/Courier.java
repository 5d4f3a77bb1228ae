package org.watchword.desk.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
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
    private static final Duration NAP = Duration.ofSeconds(1);

    /// How much later than its own deadline a channel is given up.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Channel.Reply NOT_NOW = new Channel.Reply(503, "");

    private final Line line;
    private final Pulse pulse;
    private final Handover handover;
    private final DeskClock clock;
    private final DeliveryPolicy policy;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Map<MessageId, Long> notBefore = new HashMap<>();
    private int inFlight;
    private boolean look = true;
    private boolean closed;

    Courier(Line line, Pulse pulse, Handover handover, Couriers.Ways ways) {
        this.line = line;
        this.pulse = pulse;
        this.handover = handover;
        this.clock = ways.clock();
        this.policy = ways.policy();
    }

    void start() {
        Thread.ofVirtual().name("courier-" + line.id().value()).start(this::carry);
        Thread.ofVirtual().name("probe-" + line.id().value()).start(this::keepAsking);
    }

    /// Something waits.
    void wake() {
        locked(() -> look = true);
    }

    /// Held to its word like every call of a channel. What it could not do in time, or at all, the
    /// gateway is to tell again.
    Channel.Reply posted(Posted what) {
        return Deadline.within(
                        line.channel().deadline().plus(GRACE), () -> line.channel().posted(what))
                .orElse(NOT_NOW);
    }

    /// The channel is back: what waits for its next try goes now.
    private void goNow() {
        locked(() -> {
            notBefore.clear();
            look = true;
        });
    }

    private void carry() {
        while (awaitWork()) {
            try {
                handOut();
            } catch (RuntimeException e) {
                // Whatever it was: nobody else carries for this channel.
                LOG.error("{} could not take up messages: {}", line.id(), e.getClass().getName());
                nap();
                wake();
            }
        }
    }

    /// Sleeps until there is something to do; false when closed.
    private boolean awaitWork() {
        lock.lock();
        try {
            while (!closed) {
                if (inFlight < policy.sendingAtOnce() && (look || retryIsDue())) {
                    look = false;
                    return true;
                }
                // Whoever was not woken looks all the same: a message may come back from a gateway
                // by way of a courier that this one has replaced.
                boolean woken = sleep();
                if (!woken) {
                    look = true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean retryIsDue() {
        long now = clock.monotonicNanos();
        return notBefore.values().stream().anyMatch(due -> due - now <= 0);
    }

    /// Woken or not, whoever sleeps looks again by itself. Returns whether it was woken.
    @SuppressWarnings("WaitNotInLoop")
    private boolean sleep() {
        try {
            return news.await(NAP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed = true;
            return true;
        }
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
            Thread.ofVirtual().name("send-" + one.id().value()).start(() -> carry(one));
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
        try {
            Handover.Came came =
                    switch (handover.open(taken, line.kind())) {
                        case Handover.Ready(Outgoing message, int parts) ->
                                new Handover.Came(hand(message), parts);
                        case Handover.NotReady(Channel.Result why) -> new Handover.Came(why, 0);
                    };
            handover.again(taken, came.result()).ifPresent(wait -> rest(taken.id(), wait));
            store(taken, came);
            LOG.info("{} over {}: {}", taken.id(), line.id(), spoken(came.result()));
            if (pulse.sent(came.result(), clock.instant())) {
                goNow();
            }
        } finally {
            locked(() -> {
                inFlight--;
                look = true;
            });
        }
    }

    /// Hands a message to the channel and holds the channel to its word.
    private Channel.Result hand(Outgoing message) {
        return Deadline.within(
                        line.channel().deadline().plus(GRACE), () -> line.channel().send(message))
                .orElseGet(() -> new Channel.Unsure(Reason.NO_ANSWER));
    }

    private void rest(MessageId message, Duration wait) {
        long due = clock.monotonicNanos() + wait.toNanos();
        locked(() -> notBefore.put(message, due));
    }

    /// Stores what a message came to, as often as it takes: until then it would go out again.
    private void store(Taken taken, Handover.Came came) {
        boolean tell = true;
        while (true) {
            try {
                if (tell) {
                    handover.settle(taken, came);
                } else {
                    handover.settleAlone(taken, came);
                }
                return;
            } catch (StoreUnavailable e) {
                LOG.warn("what {} came to cannot be stored: {}", taken.id(), e.why());
                if (e.why() == StoreUnavailable.Cause.CLOSED) {
                    return;
                }
                restABit();
            } catch (RuntimeException e) {
                LOG.error("what {} came to could not be told: {}", taken.id(), e.getClass());
                if (!tell) {
                    restABit();
                }
                tell = !tell;
            }
        }
    }

    /// Also when this courier was replaced meanwhile: the row still waits for its answer.
    static void restABit() {
        try {
            Thread.sleep(NAP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepAsking() {
        long asked = clock.monotonicNanos();
        boolean first = true;
        while (!isClosed()) {
            Duration every =
                    pulse.inTrouble() ? policy.probeFailingEvery() : policy.probeHealthyEvery();
            if (first || clock.monotonicNanos() - asked >= every.toNanos()) {
                ask();
                first = false;
                asked = clock.monotonicNanos();
            }
            nap();
        }
    }

    private void ask() {
        Optional<Channel.Health> health =
                Deadline.within(line.channel().deadline().plus(GRACE), line.channel()::probe);
        if (isClosed()) {
            return;
        }
        if (pulse.probed(
                health.orElseGet(() -> new Channel.Trouble(Reason.NO_ANSWER)), clock.instant())) {
            LOG.info("{} is back", line.id());
            goNow();
        }
    }

    private void nap() {
        lock.lock();
        try {
            if (!closed) {
                boolean _ = sleep();
            }
        } finally {
            lock.unlock();
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
            news.signalAll();
        } finally {
            lock.unlock();
        }
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
        line.channel().close();
    }
}
