package org.watchword.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.OwnKey;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Threads;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.watcher.Watcher;
import org.watchword.desk.cli.watcher.WatcherCheck;
import org.watchword.desk.cli.watcher.WatcherFile;
import org.watchword.desk.cli.watcher.WatcherSettings;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.partner.PublicKeyText;
import org.watchword.desk.vault.KeyFileUnusable;
import org.watchword.desk.vault.KeyWords;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.desk.web.Certificate;
import org.watchword.desk.web.PortTaken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `watcher DIR`: watches one desk from elsewhere until it is told to stop; `--init` makes what it
/// is told by, `--check` looks whether it could ring.
@Command(name = "watcher")
final class WatcherCommand implements Callable<Integer> {
    private static final int FINDING = 1;
    private static final int WRONG = 2;
    private static final int OUTSIDE = 3;
    private static final String KEY = "watcher.key";

    @Parameters(paramLabel = "DIR")
    private Path directory = Path.of(".");

    @Option(names = "--init")
    private boolean init;

    @Option(names = "--check")
    private boolean check;

    private final Words words = Wiring.wordsOfThisMachine();
    private final PrintStream out = System.out;
    private final DeskClock clock = new RealClock();
    private final SecureRandom random = new SecureRandom();

    @Override
    public Integer call() {
        if (init) {
            return made();
        }
        return switch (DataDirectory.take(directory)) {
            case DataDirectory.Taken.Not(Sentence why) -> refused(OUTSIDE, why);
            case DataDirectory.Taken.Held(var held) -> keyed(held);
        };
    }

    private int made() {
        Path file = directory.resolve(WatcherFile.NAME);
        try {
            Files.createDirectories(directory);
            var mine = PosixFilePermissions.fromString("rwx------");
            Files.setPosixFilePermissions(directory, mine);
            Files.write(file, example(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            return refused(WRONG, Sentence.of("cli.watcher.init.there"));
        } catch (IOException e) {
            return refused(OUTSIDE, Sentence.of("cli.watcher.init.unwritable"));
        }
        try (var key = WatchKey.readOrMake(directory.resolve(KEY), random)) {
            out.println(words.say("cli.watcher.init.made", "file", file.toString()));
            own(new Vault(key, random).ownKey());
            out.println(words.say("cli.watcher.init.next"));
            out.println("  ./watchword watcher --check " + directory);
            out.println("  ./watchword watcher " + directory);
            return 0;
        } catch (KeyFileUnusable e) {
            return refused(OUTSIDE, Sentence.of("cli.watcher.key-unusable"));
        }
    }

    /// The file with a note at each line, in the language of whoever makes it.
    private byte[] example() throws IOException {
        String name = "watcher." + words.language().tag() + ".yaml";
        try (InputStream in = WatcherFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return in.readAllBytes();
        }
    }

    private void own(OwnKey own) {
        out.println(words.say("cli.watcher.key"));
        out.println("  " + PublicKeyText.of(own.publicKey()));
        Wiring.LANGUAGES.forEach(
                language -> out.println("  " + KeyWords.of(own.publicKey(), language)));
    }

    private int keyed(DataDirectory held) {
        try (held;
                var key = WatchKey.read(held.path().resolve(KEY))) {
            var vault = new Vault(key, random);
            List<ChannelKind> kinds = Wiring.kinds(vault, clock);
            return switch (WatcherFile.in(held.path(), Wiring.spoken(), kinds)) {
                case WatcherFile.Read.Bad(Sentence why) -> refused(WRONG, why);
                case WatcherFile.Read.Good(var settings) when check -> looked(settings, kinds);
                case WatcherFile.Read.Good(var settings) ->
                        certified(held, settings, vault.ownKey(), kinds);
            };
        } catch (KeyFileUnusable e) {
            return refused(OUTSIDE, Sentence.of("cli.watcher.key-unusable"));
        }
    }

    private int looked(WatcherSettings settings, List<ChannelKind> kinds) {
        int status = 0;
        for (var finding : new WatcherCheck(settings, kinds, words).findings()) {
            String mark = words.say(finding.well() ? "cli.check.well" : "cli.check.to-mend");
            out.println(mark + "  " + words.say(finding.says()));
            status = finding.well() ? status : FINDING;
        }
        return status;
    }

    private int certified(
            DataDirectory held, WatcherSettings settings, OwnKey own, List<ChannelKind> kinds) {
        var pem = settings.listen().certificate();
        if (pem.isEmpty()) {
            return started(held, settings, Optional.empty(), around(settings, own, kinds));
        }
        return switch (Certificate.of(pem.get().chain(), pem.get().key())) {
            case Certificate.Read.Bad(Sentence why) -> refused(WRONG, why);
            case Certificate.Read.Good(Certificate certificate) ->
                    started(held, settings, Optional.of(certificate), around(settings, own, kinds));
        };
    }

    private Watcher.Surroundings around(
            WatcherSettings settings, OwnKey own, List<ChannelKind> kinds) {
        Words spoken = Wiring.words().in(settings.language());
        var times = new TimeWords(settings.zone(), settings.language());
        return new Watcher.Surroundings(
                clock,
                Threads.PACE,
                random,
                own,
                kinds,
                spoken,
                what -> {
                    out.println(times.second(clock.instant()) + "  " + spoken.say(what));
                    out.flush();
                });
    }

    private int started(
            DataDirectory held,
            WatcherSettings settings,
            Optional<Certificate> certificate,
            Watcher.Surroundings around) {
        Watcher watcher;
        try {
            watcher = new Watcher(held.path(), settings, certificate, around);
        } catch (IOException e) {
            return refused(WRONG, Sentence.of("cli.watcher.status-unreadable"));
        }
        try {
            watcher.start();
        } catch (PortTaken e) {
            watcher.close();
            String port = Integer.toString(e.address().getPort());
            var gaps = Map.<String, Object>of("port", port, "host", e.address().getHostString());
            return refused(OUTSIDE, new Sentence("cli.serve.port-taken", gaps));
        } catch (IOException e) {
            watcher.close();
            return refused(OUTSIDE, Sentence.of("cli.watcher.init.unwritable"));
        }
        own(around.own());
        around.says()
                .accept(
                        Sentence.of(
                                "cli.watcher.listens",
                                "at",
                                settings.listen().address() + ":" + watcher.port()));
        return running(watcher, around);
    }

    /// Until the process is told to end: then it closes what is open and ends well.
    private int running(Watcher watcher, Watcher.Surroundings around) {
        var told = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    watcher.close();
                                    around.says().accept(Sentence.of("cli.watcher.stopped"));
                                    told.countDown();
                                    // A watcher that closed everything ended well.
                                    Runtime.getRuntime().halt(0);
                                }));
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private int refused(int status, Sentence why) {
        System.err.println(words.say(why));
        return status;
    }
}
