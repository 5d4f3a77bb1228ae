package org.watchword.desk.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.watchword.desk.DataDirectory;
import org.watchword.desk.Desk;
import org.watchword.desk.Surroundings;
import org.watchword.desk.Wiring;
import org.watchword.desk.basis.Language;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.FarEnd;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.OpenAlarm;

/// A whole desk on a port of its own, which can be stopped and started again.
final class OneDesk implements AutoCloseable {
    private final Path dir;
    private final MovedClock clock;
    private final int port = freePort();
    private final AtomicBoolean full = new AtomicBoolean();
    private Optional<Desk> desk = Optional.empty();

    OneDesk(Path dir, MovedClock clock) {
        this.dir = dir;
        this.clock = clock;
        start();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void start() {
        var settings =
                new Settings("Desk", ZoneId.of("UTC"), new Language("en"), "127.0.0.1", port);
        var around =
                new Surroundings(
                        clock,
                        new SecureRandom(),
                        UnaryOperator.identity(),
                        (_, reserve) -> new Held(reserve),
                        List.of(),
                        _ -> List.of());
        var taken = (DataDirectory.Taken.Held) DataDirectory.take(dir);
        var opened = Wiring.desk(taken.directory(), settings, around);
        desk = Optional.of(opened);
        opened.start();
    }

    /// The room that is held on the disk: there is none while the disk is full.
    private final class Held implements Reserve {
        private final Reserve real;

        Held(Reserve real) {
            this.real = real;
        }

        @Override
        public boolean hold() {
            return !full.get() && real.hold();
        }

        @Override
        public void release() {
            real.release();
        }
    }

    /// From its next start on.
    void diskIsFull(boolean now) {
        full.set(now);
    }

    void stop() {
        desk.ifPresent(Desk::close);
        desk = Optional.empty();
    }

    int port() {
        return port;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Desk.Rooms rooms() {
        return desk.orElseThrow().rooms();
    }

    Partner partner() {
        return rooms().partner();
    }

    byte[] key() {
        return partner().own().publicKey();
    }

    <T> T write(Function<Turn, T> work) {
        return rooms().store().writer().write(Lane.FIRST, work::apply);
    }

    /// Watches and is watched by another; its number is a topic of a webhook.
    void pairWith(String name, String address, byte[] theirKey, Pigeons pigeons) {
        boolean _ =
                write(turn -> {
                    ChannelId channel =
                            rooms().delivery()
                                    .channels()
                                    .add(turn, "Hook", "webhook", pigeons.settings());
                    partner()
                            .set(
                                    turn,
                                    new PartnerSettings(
                                            PartnerSettings.Kind.DESK,
                                            name,
                                            new FarEnd.Where(address, "", ""),
                                            PublicKeyText.of(theirKey),
                                            Optional.of(
                                                    new PartnerSettings.GivenNumber(
                                                            channel,
                                                            "topic-of-" + name,
                                                            new Language("en")))));
                    return true;
                });
        eventually("the partner is taken up", () -> partner().standing().isPresent());
    }

    Standing standing() {
        return partner().standing().orElseThrow();
    }

    Optional<Silence.Stage> stage() {
        return standing().stage();
    }

    /// The alarms that the desk itself raised.
    List<OpenAlarm> alarms() {
        return rooms().watch().openAlarms();
    }

    List<String> told() {
        return rooms().watch().told(20).stream().map(one -> one.what().key()).toList();
    }

    /// Waits for what other threads bring about.
    static void eventually(String what, BooleanSupplier holds) {
        Instant until = Instant.now().plus(Duration.ofSeconds(20));
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                assertEquals("so", "not so", what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
