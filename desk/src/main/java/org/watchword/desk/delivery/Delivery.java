package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Threads;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// The room's front: what is posted, where to, over which channels, and how they are.
///
/// Built in two steps, because who posts is also who is told: construct it, hand its {@link Outbox}
/// upwards, then {@link #start} it with who listens.
public final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final Addresses addresses;
    private final Channels channels;
    private final Templates templates;
    private final Handover handover;
    private final Store store;
    private final InboundBox inbound;
    private final Proofs proofs;
    private final AddressRequests requests;
    private final Couriers couriers;
    private final List<ChannelKind> kinds;

    /// @param kinds the sorts of channel this desk knows
    public Delivery(
            Store store,
            Ground ground,
            WordBook book,
            List<ChannelKind> kinds,
            DeliveryPolicy policy) {
        this.kinds = List.copyOf(kinds);
        addresses = new Addresses(ground);
        channels = new Channels(ground.seal(), this::changed);
        templates = new Templates(ground.seal());
        outbox =
                new Outbox(
                        new MessageRows(ground.seal(), ground.hash()), ground.clock(), this::woken);
        this.store = store;
        handover = new Handover(store, ground, book, policy);
        inbound = new InboundBox(store, ground, addresses, handover);
        proofs = new Proofs(ground, addresses, outbox, book);
        requests = new AddressRequests(ground, addresses);
        couriers =
                new Couriers(
                        store,
                        channels,
                        handover,
                        inbound,
                        new Couriers.Ways(ground.clock(), ground.pace(), policy, kinds));
    }

    /// What every room stands on.
    ///
    /// @param pace what runs beside
    public record Ground(DeskClock clock, FieldSeal seal, KeyedHash hash, Pace pace) {
        public Ground(DeskClock clock, FieldSeal seal, KeyedHash hash) {
            this(clock, seal, hash, Threads.PACE);
        }
    }

    /// When channels failed in a stretch of time.
    public List<Outage> outages(Handle handle, Instant from, Instant to) {
        return OutageLog.touching(handle, from, to);
    }

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

    /// Where words that came in are kept, for a page where a colleague writes one down.
    public Inbound inbound() {
        return inbound;
    }

    /// How every channel is, in the team's order.
    public List<ChannelHealth> health() {
        return couriers.health();
    }

    /// Sends what an earlier run left half handed over once more, opens the channels, and begins.
    ///
    /// @param outcomes who learns what messages came to
    /// @param handlers who may understand what comes in, asked in this order, after this room
    ///   itself has looked for proofs of addresses
    public void start(Outcomes outcomes, List<Inbound.Handler> handlers) {
        var _ =
                store.writer()
                        .submit(Lane.FIRST, this::writeAddressesAnew)
                        .exceptionally(error -> {
                            LOG.error("addresses were not written anew: {}", error.getClass());
                            return 0;
                        });
        handover.begin(outcomes);
        couriers.start();
        inbound.start(Stream.concat(Stream.of(proofs, requests), handlers.stream()).toList());
    }

    private int writeAddressesAnew(Turn turn) {
        var kindOf = new HashMap<ChannelId, Optional<ChannelKind>>();
        channels.all(turn.handle()).forEach(one -> kindOf.put(one.id(), kind(one.kind())));
        return addresses.writeAnew(
                turn,
                (channel, address) ->
                        kindOf.getOrDefault(channel, Optional.empty())
                                .filter(kind -> !kind.byHand())
                                .map(kind -> kind.address(address))
                                .filter(ChannelKind.Kept.class::isInstance)
                                .map(typed -> ((ChannelKind.Kept) typed).address())
                                .orElse(address));
    }

    /// Hands what came to a channel's own address to that channel; one that is unknown, switched
    /// off or not listening there looks the same from outside.
    Channel.Reply posted(ChannelId id, Posted what) {
        return couriers.posted(id, what);
    }

    /// Stores that a message was told by hand; empty when it no longer waited for that.
    Optional<Outcomes.About> told(Turn turn, MessageId id) {
        return handover.told(turn, id);
    }

    /// What waits to be told by hand, oldest first.
    List<MessageRows.ToTell> toTell(Handle handle) {
        return handover.toTell(handle);
    }

    /// What came in and nobody recognised, newest first.
    List<InboundBox.Listed> unrecognised(Handle handle, int most) {
        return inbound.unrecognised(handle, most);
    }

    int countUnrecognised(Handle handle) {
        return inbound.countUnrecognised(handle);
    }

    /// Whose a word may be, by the addresses the desk knows.
    List<PersonId> whoMayBe(Handle handle, InboundBox.Listed one) {
        return inbound.people(handle, one.channel(), one.word());
    }

    /// Somebody has read what nobody recognised; false when it was read before.
    boolean read(Turn turn, long id, Instant now) {
        return inbound.read(turn, id, now);
    }

    Proofs proofs() {
        return proofs;
    }

    AddressRequests requests() {
        return requests;
    }

    /// The sorts of channel this desk knows.
    List<ChannelKind> kinds() {
        return kinds;
    }

    /// The sort of channel of that name.
    public Optional<ChannelKind> kind(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /// As how many messages carriers count a short text, by the kind of channel that counts most; 0
    /// where no kind is brief.
    public int parts(String text) {
        return kinds.stream()
                .filter(ChannelKind::brief)
                .mapToInt(kind -> kind.parts(text))
                .max()
                .orElse(0);
    }

    public boolean byHand(String kind) {
        return kind(kind).map(ChannelKind::byHand).orElse(false);
    }

    /// Stores a word and leaves it for the next start.
    void keepWithoutUnderstanding(Turn turn, ChannelId channel, Inbound.Word word) {
        inbound.insert(turn, channel, HeardWord.of(word));
    }

    private void changed(ChannelId id) {
        couriers.changed(id);
    }

    private void woken(ChannelId id) {
        couriers.wake(id);
    }

    /// Stops taking messages up. What is with a gateway finishes if it is quick; otherwise the next
    /// start finds it and repeats it. Ends every code that was sent or shown, as after a restore.
    /// What is proved stays proved.
    public void startAfresh(Turn turn) {
        turn.handle().execute("DELETE FROM address_request");
        turn.handle()
                .execute(
                        """
                        UPDATE address SET proof_sent = proof_sent + 1, proof_sent_at = NULL
                        WHERE proof_sent > 0\
                        """);
    }

    @Override
    public void close() {
        couriers.close();
    }
}
