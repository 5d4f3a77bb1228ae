package org.watchword.story;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.watchword.story.gateway.Certificate;
import org.watchword.story.gateway.Fault;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.gateway.Kannel;
import org.watchword.story.gateway.KannelGateway;
import org.watchword.story.gateway.MailGateway;
import org.watchword.story.gateway.SmsGateway;
import org.watchword.story.gateway.TelegramGateway;
import org.watchword.story.script.Story;
import org.watchword.story.script.Upset;

/// The far ends of a story's channels, and what people sent over them.
final class FarEnds implements AutoCloseable {
    private final MailGateway.Clocks clocks;
    private final Map<String, Gateway> all = new LinkedHashMap<>();
    private final List<Said> said = new CopyOnWriteArrayList<>();

    private FarEnds(MailGateway.Clocks clocks) {
        this.clocks = clocks;
    }

    /// With what they are made.
    ///
    /// @param installed the real programs where this machine has them, with their files here
    record Means(
            MailGateway.Clocks clocks,
            Certificate certificate,
            SecureRandom random,
            int deskPort,
            Optional<Path> installed) {}

    static FarEnds open(Story story, Means means) {
        var ends = new FarEnds(means.clocks());
        for (Story.Channel channel : story.watchkeeping().channels()) {
            ends.open(story, channel, means).ifPresent(end -> ends.all.put(channel.name(), end));
        }
        return ends;
    }

    private Optional<Gateway> open(Story story, Story.Channel channel, Means means) {
        String name = channel.name();
        MailGateway.Clocks clocks = means.clocks();
        return switch (channel.kind()) {
            case MAIL -> Optional.of(MailGateway.start(name, clocks, means.certificate()));
            case SMS -> Optional.of(sms(story, name, means));
            case TELEGRAM -> {
                String token = "4242:" + secret(means.random());
                yield Optional.of(TelegramGateway.start(name, token, clocks));
            }
            case WEBHOOK, PAPER -> Optional.empty();
        };
    }

    /// The real one where it is installed and can do what the story wants of it.
    private static Gateway sms(Story story, String name, Means means) {
        var door = new Gateway.DeskDoor(means.deskPort(), number(story, name));
        boolean real = Kannel.isHere() && faults(story, name).allMatch(KannelGateway::can);
        if (real && means.installed().isPresent()) {
            var place = new KannelGateway.Place(name, means.installed().get().resolve(name));
            return KannelGateway.start(place, means.clocks(), door, secret(means.random()));
        }
        return SmsGateway.start(name, means.clocks(), keys(means.random()), door);
    }

    /// What happens to a channel in a story.
    private static Stream<Fault> faults(Story story, String channel) {
        return story.steps().stream()
                .flatMap(step -> step.upsets().stream())
                .filter(u -> u instanceof Upset.ChannelTurns t && t.channel().equals(channel))
                .map(u -> fault(((Upset.ChannelTurns) u).to()));
    }

    static Fault fault(Upset.Condition condition) {
        return switch (condition) {
            case FAILS -> Fault.REFUSES;
            case HANGS -> Fault.HANGS;
            case SWALLOWS -> Fault.SWALLOWS;
            case GARBLES -> Fault.GARBLES;
            case MENDS -> Fault.NONE;
        };
    }

    /// What the desk will call a channel: it counts them as they are founded.
    private static long number(Story story, String channel) {
        List<String> names =
                story.watchkeeping().channels().stream().map(Story.Channel::name).toList();
        return names.indexOf(channel) + 1L;
    }

    /// Makes sure that the desk calls its channels what the gateways were told.
    static void agree(Story story, Map<String, Long> numbers) {
        numbers.forEach((name, number) -> {
            if (number != number(story, name)) {
                throw new IllegalStateException("the desk counts its channels otherwise");
            }
        });
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
