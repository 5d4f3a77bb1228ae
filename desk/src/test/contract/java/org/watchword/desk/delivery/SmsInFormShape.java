package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/// The gateway file `form.yaml`.
class SmsInFormShape extends SmsContract {
    @Override
    String shape() {
        return "form";
    }

    /// This shape knows no key by which it could drop the second.
    @Test
    @Override
    void the_same_message_twice_is_called_the_same() {
        try (Channel channel = channel()) {
            var first = assertInstanceOf(Channel.Sent.class, channel.send(message("a", "Text")));
            var again = assertInstanceOf(Channel.Sent.class, channel.send(message("a", "Text")));
            assertNotEquals(first.gatewayId(), again.gatewayId());
        }
    }
}
