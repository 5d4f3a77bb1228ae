package org.watchword.desk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.delivery.Channel.Refused;
import org.watchword.desk.delivery.Channel.Result;
import org.watchword.desk.delivery.Channel.Sent;
import org.watchword.desk.delivery.Channel.Unsure;
import org.watchword.desk.delivery.MessageRows.Settling;
import org.watchword.desk.delivery.MessageRows.Taken;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// What a courier does to the rows: takes messages up, opens them, and stores what they came to.
final class Handover {
    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private static final Outcomes NOBODY = (_, _, _) -> {};

    private final Store store;
    private final Delivery.Ground ground;
    private final WordBook book;
    private final DeliveryPolicy policy;
    private final MessageRows rows;
    private final Addresses addresses;
    private final Receipts receipts;
    private final Set<MessageId> doubtful = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Outcomes> outcomes = new AtomicReference<>(NOBODY);

    Handover(Store store, Delivery.Ground ground, WordBook book, DeliveryPolicy policy) {
        this.store = store;
        this.ground = ground;
        this.book = book;
        this.policy = policy;
        this.rows = new MessageRows(ground.seal(), ground.hash());
        this.addresses = new Addresses(ground);
        this.receipts = new Receipts(ground, outcomes::get);
    }

    /// Names who learns what messages come to, and marks what an earlier run left half handed over.
    void begin(Outcomes who) {
        outcomes.set(who);
        store.writer()
                .write(
                        Lane.FIRST,
                        turn -> rows.repeatHalfHanded(turn.handle(), ground.clock().instant()));
    }

    /// What waits for one channel.
    ///
    /// @param allowance how many besides first rings its limit lets out now
    record Queue(List<MessageRows.Waiting> waiting, int allowance) {}

    Queue waiting(Line line, int most) {
        takeBack();
        Instant now = ground.clock().instant();
        return store.read(handle ->
                new Queue(
                        rows.waiting(handle, line.id(), most),
                        Traffic.allowance(handle, line.id(), line.mostPerHour(), now)));
    }

    Map<ChannelId, Integer> waiting() {
        return store.read(rows::countWaiting);
    }

    /// Commits that these are being handed over; what no longer waits is left out.
    List<Taken> take(List<MessageId> ids) {
        doubtful.removeAll(ids);
        try {
            return store.writer()
                    .write(
                            Lane.FIRST,
                            turn ->
                                    ids.stream()
                                            .map(id -> rows.take(turn.handle(), id))
                                            .flatMap(Optional::stream)
                                            .toList());
        } catch (RuntimeException e) {
            doubtful.addAll(ids);
            throw e;
        }
    }

    /// Takes back what a turn marked as handed over that was lost, and may have been kept: it lies
    /// with nobody, and never left. What was taken up since is left alone, because the ids are
    /// looked at within the turn.
    void takeBack() {
        if (!doubtful.isEmpty()) {
            store.writer().write(Lane.FIRST, this::takeBack);
        }
    }

    private int takeBack(Turn turn) {
        var ids = List.copyOf(doubtful);
        Instant now = ground.clock().instant();
        ids.forEach(id -> rows.takeBack(turn.handle(), id, now));
        turn.afterCommit(() -> doubtful.removeAll(ids));
        return ids.size();
    }

    /// What opening a message came to.
    sealed interface Opened {}

    /// @param parts as how many messages the carrier counts it
    record Ready(Outgoing message, int parts) implements Opened {}

    record NotReady(Result why) implements Opened {}

    /// Opens a message for its channel, labelled when it is a repeat.
    Opened open(Taken taken, ChannelKind kind) {
        try {
            Optional<String> address = address(taken);
            if (address.isEmpty()) {
                return new NotReady(new Refused(Reason.NO_ADDRESS, false));
            }
            if (address.get().isEmpty()) {
                return new NotReady(new Refused(Reason.DESK_FAULT, false));
            }
            String label = taken.repeat() ? label(taken.language(), kind) : "";
            MessageText.Filled text = taken.text().get().labelled(label);
            return new Ready(
                    new Outgoing(
                            address.get(),
                            text.subject(),
                            text.text(),
                            taken.about().key(),
                            taken.repeat()),
                    kind.parts(text.text()));
        } catch (UnreadableField e) {
            return new NotReady(new Refused(Reason.DESK_FAULT, false));
        } catch (RuntimeException e) {
            LOG.error("{} could not be opened: {}", taken.id(), e.getClass().getName());
            return new NotReady(new Refused(Reason.DESK_FAULT, true));
        }
    }

    /// Empty when it was taken away, blank when it cannot be read.
    private Optional<String> address(Taken taken) {
        Optional<String> outside = taken.outside().get();
        return outside.isPresent()
                ? outside
                : store.read(handle -> addresses.find(handle, taken.about().address()))
                        .map(Address::value);
    }

    private String label(Language language, ChannelKind kind) {
        Language spoken =
                book.speaks(language)
                        ? language
                        : new Language(book.languageTags().iterator().next());
        return book.in(spoken).say(kind.brief() ? "delivery.again.short" : "delivery.again");
    }

    /// What a message came to.
    record Came(Result result, int parts) {}

    /// How long until a message is tried again; empty when it is not.
    Optional<Duration> again(Taken taken, Result result) {
        boolean may =
                switch (result) {
                    case Sent _ -> false;
                    case Refused(Reason _, boolean mayRetry) -> mayRetry;
                    case Unsure _ -> true;
                };
        return may && taken.attempts() < policy.tries()
                ? Optional.of(policy.waitAfter(taken.attempts()))
                : Optional.empty();
    }

    /// Stores what a message came to and tells who posted it, both or neither.
    void settle(Taken taken, Came came) {
        store.writer().write(Lane.FIRST, turn -> settle(turn, taken, came, outcomes.get()));
    }

    /// Stores what a message came to and tells nobody: the last resort when telling fails.
    void settleAlone(Taken taken, Came came) {
        store.writer().write(Lane.FIRST, turn -> settle(turn, taken, came, NOBODY));
    }

    private boolean settle(Turn turn, Taken taken, Came came, Outcomes told) {
        boolean withdrawn = rows.withdrawn(turn.handle(), taken.id());
        Settling to = settling(taken, came, withdrawn);
        byte[] gateway = gatewayHash(came.result());
        if (!rows.settle(turn.handle(), taken, to, gateway)) {
            return false;
        }
        outcome(taken, to).ifPresent(outcome -> told.settled(turn, taken.about(), outcome));
        if (gateway != null) {
            receipts.applyEarly(turn, taken.about().channel(), gateway);
        }
        return true;
    }

    private Settling settling(Taken taken, Came came, boolean withdrawn) {
        Result result = came.result();
        int parts = came.parts();
        Instant now = ground.clock().instant();
        Optional<Duration> again = withdrawn ? Optional.empty() : again(taken, result);
        Instant nextAt = again.map(now::plus).orElse(null);
        MessageState ended = withdrawn ? MessageState.WITHDRAWN : MessageState.FAILED;
        return switch (result) {
            case Sent _ -> new Settling(MessageState.SENT, null, null, now, parts);
            case Refused(Reason why, boolean _) ->
                    new Settling(
                            nextAt == null ? ended : MessageState.QUEUED, why, nextAt, now, parts);
            case Unsure(Reason why) ->
                    new Settling(
                            nextAt == null ? ended : MessageState.REPEAT, why, nextAt, now, parts);
        };
    }

    private static Optional<Outcome> outcome(Taken taken, Settling to) {
        Reason why = to.reason() == null ? Reason.DESK_FAULT : to.reason();
        return switch (to.state()) {
            case SENT -> Optional.of(new Outcome.Sent(taken.repeat()));
            case QUEUED, REPEAT ->
                    Optional.of(
                            new Outcome.TriedAgain(
                                    why,
                                    taken.attempts(),
                                    to.nextAt() == null ? to.now() : to.nextAt()));
            case FAILED -> Optional.of(new Outcome.GivenUp(why));
            case SENDING, DELIVERED, WITHDRAWN -> Optional.empty();
        };
    }

    /// Stores that a message was told by hand; empty when it no longer waited for that.
    Optional<Outcomes.About> told(Turn turn, MessageId id) {
        Optional<Outcomes.About> about = rows.told(turn.handle(), id, ground.clock().instant());
        about.ifPresent(which -> outcomes.get().settled(turn, which, new Outcome.Delivered()));
        return about;
    }

    List<MessageRows.ToTell> toTell(Handle handle) {
        return rows.toTell(handle);
    }

    /// Keeps what a gateway tells of a message; returns once it is durable.
    void receipt(ChannelId channel, Receipt receipt) {
        boolean _ = store.writer().write(Lane.FIRST, turn -> receipts.take(turn, channel, receipt));
    }

    private byte @Nullable [] gatewayHash(Result result) {
        return result instanceof Sent(String id) && !id.isEmpty() ? receipts.hashed(id) : null;
    }
}
