package org.watchword.desk.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Visit;

/// A test message to oneself, over one channel.
final class TestMessages {
    private static final String CONCERNING = "test";

    private final Store store;
    private final Delivery delivery;

    TestMessages(Store store, Delivery delivery) {
        this.store = store;
        this.delivery = delivery;
    }

    /// The caller's own address on that channel.
    Optional<Address> address(Handle handle, Visit visit, ChannelId channel) {
        return delivery.addresses().of(handle, visit.present().person()).stream()
                .filter(address -> address.channel().equals(channel) && address.active())
                .findFirst();
    }

    Answer send(Visit visit) {
        var channel = new ChannelId(visit.number("id"));
        Optional<Address> address = store.read(handle -> address(handle, visit, channel));
        if (address.isEmpty()) {
            return Answer.refused(Sentence.of("delivery.test.no-address"), ChannelPages.PATH);
        }
        var text =
                new MessageText.Filled(
                        visit.words().say("delivery.test.subject"),
                        visit.words().say("delivery.test.text"));
        boolean _ =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        delivery.outbox()
                                                .post(
                                                        turn,
                                                        new NewMessage(
                                                                "test-"
                                                                        + RowNumbers.next(
                                                                                turn,
                                                                                "test_message"),
                                                                CONCERNING,
                                                                address.get().person(),
                                                                address.get(),
                                                                visit.words().language(),
                                                                text,
                                                                Urgency.OTHER)));
        return Answer.goTo(ChannelPages.PATH);
    }

    /// What the caller's newest test message over each channel came to, in words.
    Map<ChannelId, String> newest(Visit visit) {
        List<SentMessage> mine =
                store.read(handle ->
                        delivery.outbox()
                                .newest(handle, visit.present().person(), Limits.MESSAGES_LISTED));
        var said = new HashMap<ChannelId, String>();
        for (SentMessage message : mine) {
            if (message.concerning().equals(CONCERNING)) {
                said.putIfAbsent(message.channel(), said(visit, message));
            }
        }
        return said;
    }

    private static String said(Visit visit, SentMessage message) {
        String time = visit.times().second(message.createdAt());
        String state = visit.words().say(message.state().sentence());
        return message.reason().isPresent()
                ? visit.words()
                        .say(
                                "delivery.test.said-why",
                                Map.of(
                                        "time",
                                        time,
                                        "state",
                                        state,
                                        "reason",
                                        visit.words().say(message.reason().get().sentence())))
                : visit.words().say("delivery.test.said", Map.of("time", time, "state", state));
    }
}
