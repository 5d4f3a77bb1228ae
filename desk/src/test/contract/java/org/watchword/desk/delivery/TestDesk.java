package org.watchword.desk.delivery;

import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreEngine;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Delivery over a real store, with channels, clock and listeners in hand.
final class TestDesk implements AutoCloseable {
    static final PersonId FINCH = new PersonId(1);
    static final PersonId HERON = new PersonId(2);

    final TestGround.HandClock clock = new TestGround.HandClock();
    final HandChannels gateways = new HandChannels();
    final List<String> outcomes = new CopyOnWriteArrayList<>();
    final Store store;
    Delivery delivery;

    TestDesk(Path dir) {
        this(new SqliteEngine(dir.resolve("desk.db")));
    }

    TestDesk(StoreEngine engine) {
        store = Store.open(engine, new NoReserve());
        delivery = build();
    }

    private Delivery build() {
        return new Delivery(
                store,
                TestGround.with(clock),
                TestGround.book(),
                List.of(gateways, new PaperKind(), new MailKind(TestGround.hash(), clock)),
                DeliveryPolicy.usual());
    }

    void start() {
        start(this::noted);
    }

    void start(Outcomes who, Inbound.Handler... handlers) {
        delivery.start(who, List.of(handlers));
    }

    private void noted(Turn turn, Outcomes.About about, Outcome outcome) {
        outcomes.add(about.key() + " " + outcome);
    }

    /// What a kill and a new start do to this room, but for the process itself.
    void startAgain() {
        delivery.close();
        delivery = build();
        start();
    }

    ChannelId channel(String kind) {
        return write(turn -> delivery.channels().add(turn, "A label", kind, Map.of()));
    }

    ChannelId channel(String kind, Map<String, String> settings) {
        return write(turn -> delivery.channels().add(turn, "A label", kind, settings));
    }

    boolean post(String key, Address address, Urgency urgency) {
        var message =
                new NewMessage(
                        key,
                        "alarm-1",
                        address.person(),
                        address,
                        TestGround.ENGLISH,
                        new MessageText.Filled("Subject", key),
                        urgency);
        return write(turn -> delivery.outbox().post(turn, message));
    }

    ChannelHealth health(ChannelId channel) {
        return delivery.health().stream()
                .filter(one -> one.id().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    Address address(PersonId person, ChannelId channel, String value) {
        write(turn -> delivery.addresses().addProved(turn, person, channel, value));
        return store.read(handle -> delivery.addresses().of(handle, person)).getLast();
    }

    boolean post(String key, Address address, String text) {
        return post(key, address, TestGround.ENGLISH, text);
    }

    boolean post(String key, Address address, Language language, String text) {
        var message =
                new NewMessage(
                        key,
                        "alarm-1",
                        address.person(),
                        address,
                        language,
                        new MessageText.Filled("Subject", text),
                        Urgency.FIRST);
        return write(turn -> delivery.outbox().post(turn, message));
    }

    <T> T write(Function<Turn, T> work) {
        return store.writer().write(Lane.FIRST, work::apply);
    }

    List<SentMessage> messages() {
        return store.read(handle -> delivery.outbox().concerning(handle, "alarm-1"));
    }

    List<MessageState> states() {
        var states = new ArrayList<MessageState>();
        messages().forEach(message -> states.add(message.state()));
        return states;
    }

    void awaitStates(MessageState... states) {
        await(() -> states().equals(List.of(states)), () -> "states are " + states());
    }

    @Override
    public void close() {
        delivery.close();
        store.close();
    }

    private static final class NoReserve implements Reserve {
        @Override
        public boolean hold() {
            return true;
        }

        @Override
        public void release() {}
    }
}
