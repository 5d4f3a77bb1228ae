package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.store.Store;

/// The couriers of all channels, one each, opened and closed as the team sets channels up.
final class Couriers {
    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);

    private static final String REOPENING = "channel-changed";

    private final Store store;
    private final Channels channels;
    private final Handover handover;
    private final Inbound inbound;
    private final Ways ways;
    private final OutageLog outages;
    private final Map<String, ChannelKind> kinds = new HashMap<>();
    private final Map<ChannelId, Courier> couriers = new ConcurrentHashMap<>();
    private final Map<ChannelId, Pulse> pulses = new ConcurrentHashMap<>();
    private boolean running;

    /// What all couriers share.
    record Ways(DeskClock clock, Pace pace, DeliveryPolicy policy, List<ChannelKind> kinds) {}

    Couriers(Store store, Channels channels, Handover handover, Inbound inbound, Ways ways) {
        this.store = store;
        this.channels = channels;
        this.handover = handover;
        this.inbound = inbound;
        this.ways = ways;
        this.outages = new OutageLog(store);
        ways.kinds().forEach(kind -> kinds.put(kind.name(), kind));
    }

    synchronized void start() {
        running = true;
        store.read(channels::all).forEach(this::open);
        ways.clock().onMoved(() -> couriers.values().forEach(Courier::wake));
    }

    /// Something waits for this channel. Returns at once.
    void wake(ChannelId id) {
        Courier courier = couriers.get(id);
        if (courier != null) {
            courier.wake();
        }
    }

    /// This channel was added, changed or switched. Returns at once.
    void changed(ChannelId id) {
        ways.pace().aside(REOPENING, () -> reopenSurely(id));
    }

    /// Until it is read: a channel that was closed for a change must not stay without a courier.
    private void reopenSurely(ChannelId id) {
        try {
            reopen(id);
        } catch (RuntimeException e) {
            LOG.error("{} could not be opened again: {}", id, e.getClass().getName());
            ways.pace().later(REOPENING, Courier.NAP, () -> reopenSurely(id));
        }
    }

    private synchronized void reopen(ChannelId id) {
        if (!running) {
            return;
        }
        Courier old = couriers.remove(id);
        if (old != null) {
            old.close();
        }
        pulses.remove(id);
        store.read(handle -> channels.find(handle, id)).ifPresent(this::open);
    }

    private void open(Channels.Setup setup) {
        Pulse pulse = pulse(setup.id());
        if (!setup.active()) {
            outages.over(setup.id(), ways.clock().instant());
            return;
        }
        Optional<Line> line = opened(setup);
        if (line.isEmpty()) {
            pulse.probed(new Channel.Trouble(Reason.DESK_FAULT), ways.clock().instant());
            return;
        }
        var courier = new Courier(line.get(), pulse, handover, ways);
        couriers.put(setup.id(), courier);
        courier.start();
    }

    /// A channel that does not open must not keep the others from opening.
    private Optional<Line> opened(Channels.Setup setup) {
        ChannelKind kind = kinds.get(setup.kind());
        if (kind == null || !kind.wrongWith(setup.settings()).isEmpty()) {
            LOG.error("{} cannot be opened: its kind or settings are unknown here", setup.id());
            return Optional.empty();
        }
        try {
            Channel channel = kind.open(setup.id(), setup.settings());
            channel.start(inbound);
            return Optional.of(
                    new Line(setup.id(), channel, kind, HourlyLimit.of(setup.settings())));
        } catch (RuntimeException e) {
            LOG.error("{} cannot be opened: {}", setup.id(), e.getClass().getName());
            return Optional.empty();
        }
    }

    /// The store's refusals pass through: the gateway is told to try again.
    Channel.Reply posted(ChannelId id, Posted what) {
        Courier courier = couriers.get(id);
        return courier == null ? Channel.Reply.NOTHING_HERE : courier.posted(what);
    }

    private Pulse pulse(ChannelId id) {
        return pulses.computeIfAbsent(
                id, _ -> new Pulse(ways.clock().instant(), (is, now) -> note(id, is, now)));
    }

    private void note(ChannelId id, boolean isTrouble, Instant now) {
        if (isTrouble) {
            outages.began(id, now);
        } else {
            outages.over(id, now);
        }
    }

    /// How every channel is, in the team's order.
    List<ChannelHealth> health() {
        Map<ChannelId, Integer> waiting = handover.waiting();
        return store.read(handle ->
                channels.all(handle).stream()
                        .map(setup -> health(handle, setup, waiting.getOrDefault(setup.id(), 0)))
                        .toList());
    }

    private ChannelHealth health(Handle handle, Channels.Setup setup, int waiting) {
        Instant now = ways.clock().instant();
        OptionalInt most = HourlyLimit.of(setup.settings());
        boolean full =
                waiting > 0
                        && most.isPresent()
                        && Traffic.allowance(handle, setup.id(), most, now) == 0;
        int held = full ? Traffic.mayBeHeld(handle, setup.id()) : 0;
        ChannelHealth health = pulse(setup.id()).health(setup, waiting).holding(held);
        boolean reports =
                health.working()
                        && kinds.containsKey(setup.kind())
                        && kinds.get(setup.kind()).reports(setup.settings());
        return reports
                ? Traffic.swallowing(handle, setup.id(), ways.policy(), now)
                        .map(health::swallowingSince)
                        .orElse(health)
                : health;
    }

    synchronized void close() {
        running = false;
        couriers.values().forEach(Courier::close);
        couriers.clear();
    }
}
