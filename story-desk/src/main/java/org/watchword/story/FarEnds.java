package org.watchword.story;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchword.story.gateway.Certificate;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.gateway.MailGateway;
import org.watchword.story.gateway.SmsGateway;
import org.watchword.story.gateway.TelegramGateway;
import org.watchword.story.script.Story;

/// The far ends of a story's channels, and what people sent over them.
final class FarEnds implements AutoCloseable {
    private final MailGateway.Clocks clocks;
    private final Map<String, Gateway> all = new LinkedHashMap<>();
    private final List<Said> said = new CopyOnWriteArrayList<>();

    private FarEnds(MailGateway.Clocks clocks) {
        this.clocks = clocks;
    }

    /// With what they are made.
    record Means(MailGateway.Clocks clocks, Certificate certificate, SecureRandom random) {}

    static FarEnds open(Story story, Means means) {
        var ends = new FarEnds(means.clocks());
        for (Story.Channel channel : story.watchkeeping().channels()) {
            open(channel, means).ifPresent(gateway -> ends.all.put(channel.name(), gateway));
        }
        return ends;
    }

    private static Optional<Gateway> open(Story.Channel channel, Means means) {
        String name = channel.name();
        return switch (channel.kind()) {
            case MAIL -> Optional.of(MailGateway.start(name, means.clocks(), means.certificate()));
            case SMS -> Optional.of(SmsGateway.start(name, means.clocks(), keys(means.random())));
            case TELEGRAM ->
                    Optional.of(
                            TelegramGateway.start(
                                    name, "4242:" + secret(means.random()), means.clocks()));
            case WEBHOOK, PAPER -> Optional.empty();
        };
    }

    private static SmsGateway.Keys keys(SecureRandom random) {
        return new SmsGateway.Keys("desk", secret(random), secret(random));
    }

    private static String secret(SecureRandom random) {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    Optional<Gateway> of(String channel) {
        return Optional.ofNullable(all.get(channel));
    }

    List<Gateway> all() {
        return List.copyOf(all.values());
    }

    /// What a desk is told of each, by the name of its channel.
    Map<String, Map<String, String>> settings() {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        all.forEach((name, gateway) -> settings.put(name, gateway.settings()));
        return settings;
    }

    /// Tells each where the desk takes what it posts.
    void reach(int port, Map<String, Long> channels) {
        channels.forEach((name, number) ->
                of(name).ifPresent(end -> end.reaches(new Gateway.DeskDoor(port, number))));
    }

    /// Somebody sends a text into the desk.
    Optional<String> say(String from, String over, String text) {
        Gateway gateway = all.get(over);
        if (gateway == null) {
            return Optional.of("no gateway");
        }
        var wrong = gateway.say(from, text);
        if (wrong.isEmpty()) {
            var now = clocks.story().instant();
            said.add(new Said(over, from, text, clocks.real().instant(), now));
        }
        return wrong;
    }

    /// What came from an address, the oldest first.
    List<Said> said(String from, String over) {
        List<Said> mine = new ArrayList<>(said);
        mine.removeIf(s -> !s.over().equals(over) || !s.from().equals(from));
        return mine;
    }

    @Override
    public void close() {
        all.values().forEach(Gateway::close);
    }
}
