package org.watchword.story.gateway;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What a gateway took, and who is told of it.
final class Kept {
    private final MailGateway.Clocks clocks;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Consumer<Received>> listeners = new CopyOnWriteArrayList<>();

    Kept(MailGateway.Clocks clocks) {
        this.clocks = clocks;
    }

    /// A message as a gateway took it, without its times.
    record Message(String to, String subject, String text, String raw) {}

    Received take(String gateway, Message message, boolean swallowed) {
        var taken =
                new Received(
                        gateway,
                        message.to(),
                        message.subject(),
                        message.text(),
                        message.raw(),
                        clocks.real().instant(),
                        clocks.story().instant(),
                        swallowed);
        received.add(taken);
        listeners.forEach(l -> l.accept(taken));
        return taken;
    }

    Instant storyTime() {
        return clocks.story().instant();
    }

    List<Received> all() {
        return List.copyOf(received);
    }

    void onReceived(Consumer<Received> listener) {
        listeners.add(listener);
    }
}
