package org.watchword.desk.cli.watcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.OwnKey;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.watcher.StatusFile.State;
import org.watchword.desk.cli.watcher.StatusFile.Status;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.FarEnd;
import org.watchword.desk.partner.Beat;
import org.watchword.desk.partner.Ear;
import org.watchword.desk.partner.Heard;
import org.watchword.desk.partner.PublicKeyText;
import org.watchword.desk.partner.Silence.Stage;
import org.watchword.desk.partner.Vigil;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Certificate;
import org.watchword.desk.web.Listening;
import org.watchword.desk.web.MachineListener;

/// A watcher that runs: hears one desk, and rings when it is silent.
public final class Watcher implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final WatcherSettings settings;
    private final Surroundings around;
    private final StatusFile file;
    private final Optional<FarEnd> secondPath;
    private final Rung rung;
    private final Vigil vigil;
    private final MachineListener listener;
    private final Pace.Beat looking;
    private Status status;
    private boolean toldUnwritable;
    private Optional<Instant> refusedTold = Optional.empty();
    private volatile boolean closed;

    /// What it works with.
    ///
    /// @param says takes each line that it prints
    public record Surroundings(
            DeskClock clock,
            Pace pace,
            RandomGenerator random,
            OwnKey own,
            List<ChannelKind> kinds,
            Words words,
            Consumer<Sentence> says) {}

    /// Made, and not yet listening.
    ///
    /// @throws IOException when what was kept before cannot be read
    public Watcher(
            Path directory,
            WatcherSettings settings,
            Optional<Certificate> certificate,
            Surroundings around)
            throws IOException {
        this.settings = settings;
        this.around = around;
        this.file = new StatusFile(directory);
        this.status = file.read();
        this.secondPath = settings.look().map(FarEnd::of);
        this.rung =
                new Rung(
                        settings.ring(),
                        around.kinds(),
                        around.pace(),
                        around.words(),
                        around.says());
        this.vigil = vigil(settings, status, around);
        this.listener = listener(settings.listen(), certificate);
        this.looking = around.pace().beat("watcher", _ -> round());
    }

    private static Vigil vigil(WatcherSettings settings, Status before, Surroundings around) {
        byte[] desk = PublicKeyText.read(settings.desk()).orElseThrow();
        return new Vigil(
                around.clock(),
                new Ear(around.own(), desk, before.count()),
                new Vigil.Before(
                        before.heardAt(), before.state() == State.RINGING, before.rings(), false));
    }

    private MachineListener listener(
            WatcherSettings.Listen listen, Optional<Certificate> certificate) {
        return new MachineListener(
                new Listening(new InetSocketAddress(listen.address(), listen.port()), certificate),
                "/beat",
                Limits.BEAT_BYTES,
                this::take,
                new MachineListener.Means(around.clock(), around.random()));
    }

    /// Begins to listen and to look.
    ///
    /// @throws org.watchword.desk.web.PortTaken when it cannot listen there
    /// @throws IOException when its directory cannot be written
    public void start() throws IOException {
        file.write(status);
        listener.start();
        around.clock().onMoved(looking::wake);
        looking.start();
    }

    public int port() {
        return listener.port();
    }

    /// The number of the newest heartbeat that was taken; 0 before the first.
    public synchronized long heard() {
        return status.count();
    }

    private Answer.Plain take(byte[] came) {
        Heard heard = vigil.hear(came);
        return switch (heard) {
            case Heard.Taken(Beat beat, String answer) ->
                    keep(beat) ? new Answer.Plain(200, answer) : new Answer.Plain(503, "");
            case Heard.Old() -> refused("cli.watcher.old", 409);
            case Heard.NotTheirs() -> refused("cli.watcher.stranger", 404);
        };
    }

    /// Says so, but not more than once a minute: anybody can post something here.
    private synchronized Answer.Plain refused(String key, int answer) {
        Instant now = around.clock().instant();
        if (refusedTold.filter(at -> now.isBefore(at.plus(Duration.ofMinutes(1)))).isEmpty()) {
            refusedTold = Optional.of(now);
            around.says().accept(Sentence.of(key));
        }
        return new Answer.Plain(answer, "");
    }

    private synchronized boolean keep(Beat beat) {
        Status before = status;
        long count = Math.max(beat.count(), before.count());
        boolean kept = write(new Status(State.ANSWERING, count, vigil.heardAt(), 0));
        switch (before.state()) {
            case WAITING -> around.says().accept(Sentence.of("cli.watcher.first"));
            case SILENT, RINGING -> around.says().accept(Sentence.of("cli.watcher.back"));
            case ANSWERING -> {}
        }
        if (vigil.owesBack()) {
            vigil.saidBack();
            rung.send(
                    text("partner.message.back", before.heardAt()),
                    key(before.heardAt(), "back"),
                    () -> !closed);
        }
        return kept;
    }

    /// What could not be written is known in memory all the same.
    private boolean write(Status now) {
        status = now;
        try {
            file.write(now);
            toldUnwritable = false;
            return true;
        } catch (IOException e) {
            if (!toldUnwritable) {
                toldUnwritable = true;
                around.says().accept(Sentence.of("cli.watcher.unwritable"));
            }
            return false;
        }
    }

    private Optional<Pace.Rest> round() {
        if (closed) {
            return Optional.empty();
        }
        // Shown before the second path is tried, which may take its time.
        moved();
        vigil.look(() -> secondPath.map(end -> end.answers(Limits.BEAT_ANSWER)).orElse(true));
        moved();
        Duration next = vigil.untilNext();
        return Optional.of(new Pace.Rest(next.compareTo(SHORT) < 0 ? SHORT : next, LOOK));
    }

    private synchronized void moved() {
        Stage stage = vigil.stage().orElse(Stage.BEATING);
        if (stage != Stage.BEATING && status.state() == State.ANSWERING) {
            around.says().accept(text("cli.watcher.silent", status.heardAt()));
            boolean _ = write(with(State.SILENT, status.rings()));
        }
        if (vigil.ringsNow()) {
            around.says().accept(text("cli.watcher.rings", status.heardAt()));
        }
        int time = vigil.timeNow();
        if (time > 0) {
            Optional<Instant> since = status.heardAt();
            boolean _ = write(with(State.RINGING, time));
            rung.send(
                    text("partner.message.silent", since),
                    key(since, "" + time),
                    () -> !closed && vigil.heardAt().equals(since));
        }
    }

    private Status with(State state, int rings) {
        return new Status(state, status.count(), status.heardAt(), rings);
    }

    private static String key(Optional<Instant> since, String what) {
        return "watcher-" + since.map(Instant::toEpochMilli).orElse(0L) + "-" + what;
    }

    private Sentence text(String key, Optional<Instant> since) {
        var clock =
                DateTimeFormatter.ofPattern("HH:mm:ss xxx", Locale.ROOT).withZone(settings.zone());
        return new Sentence(key, Map.of("since", since.map(clock::format).orElse("–")));
    }

    @Override
    public void close() {
        closed = true;
        listener.close();
        looking.wake();
        looking.ended(Limits.STOPPING);
        rung.close();
        secondPath.ifPresent(FarEnd::close);
    }
}
