package org.watchword.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.Wiring;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Threads;
import org.watchword.desk.cli.watcher.Watcher;
import org.watchword.desk.cli.watcher.WatcherSettings;
import org.watchword.desk.delivery.FarEnd;
import org.watchword.desk.partner.PublicKeyText;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.process.Ports;
import org.watchword.story.script.Story;

/// A spare box of the team with the program's own watcher on it, which lives by the story's time.
final class SpareBox implements AutoCloseable {
    /// So much of the story's time may pass at once without a heartbeat: less than what a watcher
    /// takes for a silence.
    static final Duration STRIDE = Duration.ofSeconds(20);

    private static final String HERE = "127.0.0.1";

    private final Path directory;
    private final DeskProcess desk;
    private final Story.Place place;
    private final SecureRandom random;
    private @Nullable Box box;
    private @Nullable Watcher watcher;

    /// A box that was set up.
    private record Box(Vault vault, WatcherSettings settings) {}

    SpareBox(Path directory, DeskProcess desk, Story.Place place, SecureRandom random) {
        this.directory = directory;
        this.desk = desk;
        this.place = place;
        this.random = random;
    }

    /// Sets it up and starts its watcher.
    ///
    /// @param deskKey the desk's key as its page shows it
    void set(String deskKey, WatcherSettings.Way rings, Language language) {
        close();
        try {
            Files.createDirectories(directory);
            var key = WatchKey.readOrMake(directory.resolve("watcher.key"), random);
            var settings =
                    new WatcherSettings(
                            deskKey,
                            new WatcherSettings.Listen(HERE, Ports.free(), Optional.empty()),
                            Optional.of(new FarEnd.Where(http(desk.port()), "", "")),
                            place.zone(),
                            language,
                            List.of(rings));
            box = new Box(new Vault(key, random), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        turn(true);
    }

    private static String http(int port) {
        return "http://" + HERE + ":" + port;
    }

    /// Starts the watcher, or stops it; one that was never set stays away.
    void turn(boolean on) {
        close();
        Box there = box;
        if (on && there != null) {
            watcher = started(there);
        }
    }

    private Watcher started(Box there) {
        var around =
                new Watcher.Surroundings(
                        desk.clock(),
                        Threads.PACE,
                        random,
                        there.vault().ownKey(),
                        Wiring.kinds(there.vault(), desk.clock()),
                        Wiring.words().in(there.settings().language()),
                        _ -> {});
        try {
            var started = new Watcher(directory, there.settings(), Optional.empty(), around);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean listens() {
        return watcher != null;
    }

    /// The number of the newest heartbeat that it took.
    long heard() {
        Watcher there = watcher;
        return there == null ? 0 : there.heard();
    }

    /// Where the desk finds it.
    String address() {
        return http(set().settings().listen().port());
    }

    /// Its key, as the desk's page takes it.
    String key() {
        return PublicKeyText.of(set().vault().ownKey().publicKey());
    }

    private Box set() {
        Box there = box;
        if (there == null) {
            throw new IllegalStateException("the box was not set up");
        }
        return there;
    }

    @Override
    public void close() {
        Watcher there = watcher;
        watcher = null;
        if (there != null) {
            there.close();
        }
    }
}
