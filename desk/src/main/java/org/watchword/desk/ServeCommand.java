package org.watchword.desk;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Threads;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.CertificateRules;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.desk.web.PortTaken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `serve DIR`: runs a desk until it is told to stop.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final int WRONG = 2;
    private static final int OUTSIDE = 3;

    @Parameters(paramLabel = "DIR")
    private Path directory = Path.of(".");

    private final Words words = Wiring.wordsOfThisMachine();
    private final PrintStream out = System.out;

    @Override
    public Integer call() {
        // A story's clock and faults are in somebody's hand: nobody's night may hang on it.
        if (Files.exists(directory.resolve("story"))) {
            return refused(WRONG, Sentence.of("cli.serve.story"));
        }
        return switch (SettingsFile.in(directory, Wiring.spoken())) {
            case SettingsFile.Read.Bad(Sentence why) -> refused(WRONG, why);
            case SettingsFile.Read.Good(Settings settings) -> with(settings);
        };
    }

    private int with(Settings settings) {
        var flaw = CertificateRules.flaw(settings);
        if (flaw.isPresent()) {
            return refused(WRONG, flaw.get());
        }
        return switch (DataDirectory.take(directory)) {
            case DataDirectory.Taken.Not(Sentence why) -> refused(OUTSIDE, why);
            case DataDirectory.Taken.Held(var held) -> opened(held, settings);
        };
    }

    private int opened(DataDirectory held, Settings settings) {
        DeskLog.into(held.path());
        Desk desk;
        try {
            desk = Wiring.desk(held, settings, Surroundings.real());
        } catch (RuntimeException e) {
            held.close();
            return refused(OUTSIDE, Unopened.why(e).orElseThrow(() -> e));
        }
        try {
            desk.start();
        } catch (PortTaken e) {
            desk.close();
            return refused(OUTSIDE, taken(e));
        }
        return running(desk, settings);
    }

    private static Sentence taken(PortTaken e) {
        var at = e.address();
        return new Sentence(
                at.getPort() < 1024 ? "cli.serve.port-low" : "cli.serve.port-taken",
                Map.of("port", Integer.toString(at.getPort()), "host", at.getHostString()));
    }

    /// Until the process is told to end: then it closes what is open and ends well.
    private int running(Desk desk, Settings settings) {
        var told = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(() -> {
                                    LOG.info("the desk is told to stop");
                                    desk.close();
                                    LOG.info("the desk has stopped");
                                    out.println(words.say("cli.serve.stopped"));
                                    out.flush();
                                    told.countDown();
                                    // A desk that closed everything ended well.
                                    Runtime.getRuntime().halt(0);
                                }));
        said(desk, settings);
        LOG.info("the desk runs");
        Sweep.begin(Threads.PACE);
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void said(Desk desk, Settings settings) {
        String link = desk.link();
        out.println(words.say("cli.serve.staff", "link", link + "/"));
        door(settings).ifPresent(door -> out.println(words.say("cli.serve.door", "link", door)));
        settings.site()
                .ifPresent(site -> out.println(words.say("cli.serve.site", "host", site.host())));
        boolean nobody =
                desk.rooms().store().read(desk.rooms().accounts().people()::all).stream()
                        .noneMatch(Person::active);
        if (nobody) {
            out.println(words.say("cli.serve.nobody", "link", link + "/join"));
        }
        out.println(words.say("cli.serve.stop"));
        out.flush();
    }

    private static Optional<String> door(Settings settings) {
        return settings.door().map(door -> Entrances.link(settings, door, door.port()) + "/");
    }

    private int refused(int status, Sentence why) {
        System.err.println(words.say(why));
        return status;
    }
}
