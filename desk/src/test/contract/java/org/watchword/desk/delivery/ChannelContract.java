package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every channel must do. A subclass per channel.
abstract class ChannelContract {
    abstract Channel channel();

    /// An address at which this channel's receiver is found.
    abstract String address();

    Outgoing message(String key, String text) {
        return new Outgoing(address(), "Neutral subject", text, key, false);
    }

    @Test
    void what_the_gateway_takes_is_sent() {
        assertInstanceOf(Channel.Sent.class, channel().send(message("alarm-1/1", "Text")));
    }

    @Test
    void a_channel_that_works_says_so_when_asked() {
        assertInstanceOf(Channel.Alive.class, channel().probe());
    }

    @Test
    void it_promises_a_time() {
        assertTrue(channel().deadline().isPositive());
        assertTrue(channel().deadline().toSeconds() <= 10);
    }

    @Test
    void the_same_message_twice_is_called_the_same() {
        var first = (Channel.Sent) channel().send(message("alarm-2/1", "Text"));
        var again =
                (Channel.Sent)
                        channel()
                                .send(
                                        new Outgoing(
                                                address(),
                                                "Neutral subject",
                                                "Sent again: Text",
                                                "alarm-2/1",
                                                true));
        assertEquals(first.gatewayId(), again.gatewayId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000",
                "a\r\nBcc: x@example.org",
                "\u202e\u2066 x",
                "\ud800",
                "Тревога \ud83d\udea8",
                ".\r\n.\r\nQUIT\r\n"
            })
    void whatever_it_is_given_it_answers_with_a_value(String wild) {
        try (Channel channel = channel()) {
            assertNotNull(channel.send(new Outgoing(address(), wild, wild, "wild", false)));
            assertNotNull(channel.send(new Outgoing(wild, "Subject", "Text", "wild", false)));
        }
    }

    @Test
    void several_may_send_at_once() throws Exception {
        Channel channel = channel();
        var all = new ArrayList<Callable<Channel.Result>>();
        for (int i = 0; i < 8; i++) {
            Outgoing message = message("alarm-3/" + i, "Text " + i);
            all.add(() -> channel.send(message));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(all)) {
                assertInstanceOf(Channel.Sent.class, result.get());
            }
        }
    }

    @Test
    void starting_and_closing_it_throws_nothing() {
        Channel channel = channel();
        channel.start(new HeardWords());
        channel.close();
        channel.close();
    }
}
