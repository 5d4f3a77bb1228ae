package org.watchword.desk.delivery;

import java.util.List;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.store.Store;

/// The room's front: what is posted, where to, over which channels, and how they are.
///
/// Built in two steps, because who posts is also who is told: construct it, hand its {@link Outbox}
/// upwards, then {@link #start} it with who listens.
public final class Delivery implements AutoCloseable {
    private final Outbox outbox;
    private final Addresses addresses;
    private final Channels channels;
    private final Templates templates;
    private final Couriers couriers;

    /// @param kinds the sorts of channel this desk knows
    public Delivery(
            Store store,
            Ground ground,
            WordBook book,
            List<ChannelKind> kinds,
            DeliveryPolicy policy) {
        var rows = new MessageRows(ground.seal());
        addresses = new Addresses(ground.seal(), ground.hash());
        channels = new Channels(ground.seal(), id -> changed(id));
        templates = new Templates(ground.seal());
        outbox = new Outbox(rows, ground.clock(), id -> woken(id));
        couriers = new Couriers();
    }

    /// What every room stands on.
    public record Ground(DeskClock clock, FieldSeal seal, KeyedHash hash) {}

    public Outbox outbox() {
        return outbox;
    }

    public Addresses addresses() {
        return addresses;
    }

    public Channels channels() {
        return channels;
    }

    public Templates templates() {
        return templates;
    }

    /// How every channel is, in the team's order.
    public List<ChannelHealth> health() {
        return couriers.health();
    }

    /// Opens the channels, sends what was left half handed over once more, and begins.
    ///
    /// @param outcomes who learns what messages came to
    /// @param handlers who may understand what comes in, asked in this order
    public void start(Outcomes outcomes, List<Inbound.Handler> handlers) {
        couriers.start();
    }

    private void changed(ChannelId id) {
        couriers.changed(id);
    }

    private void woken(ChannelId id) {
        couriers.wake(id);
    }

    /// Lets what is with a gateway finish, or be found and repeated at the next start.
    @Override
    public void close() {
        couriers.close();
    }
}
