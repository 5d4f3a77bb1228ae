package org.watchword.story.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Telegram as a story has it: {@link TelegramServer}, with the number of a private chat as the
/// address of whoever writes there.
public final class TelegramGateway implements Gateway {
    private final TelegramServer server;

    private TelegramGateway(TelegramServer server) {
        this.server = server;
    }

    /// Starts one on a free port of this machine.
    public static TelegramGateway start(String name, String token, MailGateway.Clocks clocks) {
        return new TelegramGateway(TelegramServer.start(name, token, clocks));
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "bot-token", server.token(),
                "bot-api", server.address(),
                "bot-way", "polling");
    }

    @Override
    public Fault fault() {
        return server.fault();
    }

    @Override
    public void turn(Fault to) {
        server.turn(to);
    }

    @Override
    public List<Received> received() {
        return server.received();
    }

    @Override
    public void onReceived(Consumer<Received> listener) {
        server.onReceived(listener);
    }

    /// It waits at the server until the desk asks for it.
    @Override
    public Optional<String> say(String from, String text) {
        server.say(Long.parseLong(from), text);
        return Optional.empty();
    }

    @Override
    public void close() {
        server.close();
    }
}
