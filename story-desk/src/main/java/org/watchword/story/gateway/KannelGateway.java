package org.watchword.story.gateway;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The real {@link Kannel} as a story has it: when it fails it is stopped, when it is mended it is
/// started again. It can swallow, for want of a network, but neither hang nor garble.
public final class KannelGateway implements Gateway {
    private static final String USER = "gateway";

    private final String name;
    private final Kannel kannel;
    private final DeskDoor door;
    private final String secret;
    private volatile Fault fault = Fault.NONE;

    private KannelGateway(String name, Kannel kannel, DeskDoor door, String secret) {
        this.name = name;
        this.kannel = kannel;
        this.door = door;
        this.secret = secret;
    }

    /// Starts it in a directory of its own.
    ///
    /// @param secret what it shows when it posts
    public static KannelGateway start(
            Place place, MailGateway.Clocks clocks, DeskDoor door, String secret) {
        Kannel kannel = Kannel.prepare(place.name(), clocks, place.directory());
        kannel.handsIn(new Kannel.Incoming(door.address(), USER, secret));
        kannel.start();
        return new KannelGateway(place.name(), kannel, door, secret);
    }

    /// What it is called and where it keeps its files.
    public record Place(String name, Path directory) {}

    /// Whether it can do that.
    public static boolean can(Fault fault) {
        return switch (fault) {
            case NONE, REFUSES, SWALLOWS -> true;
            case HANGS, GARBLES -> false;
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String program() {
        return "kannel";
    }

    @Override
    public Map<String, String> settings() {
        var keys = new SmsGateway.Keys(Kannel.USER, Kannel.PASSWORD, secret);
        return keys.settings(kannel.address(), door);
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public void turn(Fault to) {
        switch (to) {
            case NONE -> {
                kannel.start();
                kannel.network(true);
            }
            case REFUSES -> kannel.stop();
            case SWALLOWS -> kannel.network(false);
            case HANGS, GARBLES ->
                    throw new IllegalArgumentException("the real gateway cannot do that");
        }
        fault = to;
    }

    @Override
    public List<Received> received() {
        return kannel.received();
    }

    @Override
    public void onReceived(Consumer<Received> listener) {
        kannel.onReceived(listener);
    }

    /// It hands it in when it gets to it.
    @Override
    public Optional<String> say(String from, String text) {
        if (!kannel.isRunning()) {
            return Optional.of("it is stopped");
        }
        kannel.inject(from, text);
        return Optional.empty();
    }

    @Override
    public void close() {
        kannel.close();
    }
}
