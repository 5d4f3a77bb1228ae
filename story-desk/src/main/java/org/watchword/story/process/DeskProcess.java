package org.watchword.story.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.DeskClock;
import org.watchword.story.script.Story;

/// A desk in a child process, and the story's clock.
public final class DeskProcess implements AutoCloseable {
    /// The host name of every story's staff desk.
    public static final String HOST = "staff.localhost";

    /// The host name of every story's quiet door.
    public static final String DOOR = "door.localhost";

    private static final String MARKED = "story";
    private static final String MARK = "This desk is a story's.\n";

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /// How long, by the clock on the wall, due work may take before the clock moves on anyway: a
    /// hung gateway keeps its message for longer than a story can wait.
    private static final Duration SETTLE = Duration.ofMillis(1_500);

    private static final int HOPS = 20_000;

    private final Path directory;
    private final InstantSource real;
    private final int port;
    private final int doorPort;
    private final RunnersClock time;
    private long skewMillis;
    private Instant killedAt = Instant.MIN;
    private Duration lastAway = Duration.ZERO;
    private List<String> hosts = List.of();
    private boolean adopts;
    private DeskCommand way = DeskCommand.PLAIN;
    private @Nullable Process process;
    private @Nullable Pipe pipe;

    private DeskProcess(Path directory, InstantSource real, int port, int doorPort) {
        this.directory = directory;
        this.real = real;
        this.time = new RunnersClock(real);
        this.port = port;
        this.doorPort = doorPort;
    }

    /// Prepares an empty directory for a story's desk; nothing runs yet. The story's clock stands
    /// at `begin`.
    public static DeskProcess prepare(
            Path directory, Story.Place place, Instant begin, InstantSource real)
            throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(MARKED), MARK);
        int port = Ports.free();
        int doorPort = Ports.free();
        String settings =
                """
                name: %s
                zone: %s
                language: %s
                staff:
                  host: %s
                  port: %d
                door:
                  host: %s
                  port: %d
                """
                        .formatted(
                                quoted(place.desk()),
                                place.zone().getId(),
                                place.language().tag(),
                                HOST,
                                port,
                                DOOR,
                                doorPort);
        Files.writeString(directory.resolve("desk.yaml"), settings);
        var desk = new DeskProcess(directory, real, port, doorPort);
        desk.time.set(begin);
        return desk;
    }

    /// Begins the desk with the command that a team uses, before anything runs.
    ///
    /// @return the codes it printed, one for each founder
    public List<String> beginByCommand(int founders) throws IOException {
        Path answers = directory.resolveSibling(directory.getFileName() + "-answers.yaml");
        Files.move(directory.resolve("desk.yaml"), answers, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(directory.resolve(MARKED));
        Files.delete(directory);
        List<String> codes = new InitProgram(directory, answers).codes(founders);
        Files.delete(answers);
        Files.writeString(directory.resolve(MARKED), MARK);
        return codes;
    }

    /// Opens the desk that was booted as it lies there.
    public void open() {
        Pipe to = Objects.requireNonNull(pipe, "booted first");
        to.answer("hosts", START);
        to.ask("start", START);
    }

    /// Begins with a copy of a desk that was founded before.
    public void beginWith(Founded founded) throws IOException {
        founded.copyTo(directory);
        adopts = true;
    }

    /// From the next start on the desk has this plant.
    public void plant(Plant plant) {
        way = way.with(plant);
    }

    /// From the next start on the desk lives for seconds each time.
    public void liveBriefly() {
        way = way.briefly();
    }

    /// At the next start the desk runs under another program, which ends when the desk does; with
    /// none, from then on by itself.
    public void runUnder(List<String> program) {
        way = way.under(program);
    }

    /// Further host names that the desk answers to.
    public void alsoAnswersTo(List<String> more) {
        hosts = List.copyOf(more);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// Lets the process come up for the first time while the caller does other things.
    public void boot() {
        setTime();
        spawn();
    }

    /// Leaves the story's time where the desk finds it.
    void setTime() {
        StoryClock.in(directory, real).hop(time.offsetMillis());
    }

    /// Gives the desk that was booted everything it begins with, and opens it. One that was founded
    /// before learns only where its gateways are today.
    ///
    /// @return the number of each channel, by its name
    public Map<String, Long> found(FoundingOrder order) {
        Pipe to = Objects.requireNonNull(pipe, "booted first");
        to.answer("hosts", START);
        String ready = to.ask((adopts ? "adopt " : "found ") + order.line(), START);
        return Stream.of(ready.split(" ", -1))
                .filter(word -> word.contains("="))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));
    }

    /// Starts the desk again, on the same directory and port.
    public void restart() {
        Pipe to = spawn();
        to.answer("hosts", START);
        to.ask("start", START);
        if (killedAt.isAfter(Instant.MIN)) {
            lastAway = Duration.between(killedAt, real.instant());
            killedAt = Instant.MIN;
        }
    }

    /// How long nobody answered, by the clock on the wall: from the last kill until the desk
    /// listened again.
    public Duration lastAway() {
        return lastAway;
    }

    private Pipe spawn() {
        try {
            var builder = new ProcessBuilder(way.command(directory, temporary()));
            Files.createDirectories(temporary());
            // For what is no Java: the database's own program makes temporary files, too.
            builder.environment().put("TMPDIR", temporary().toString());
            builder.redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
            Process started = builder.start();
            process = started;
            var to = new Pipe(started);
            pipe = to;
            // Over the pipe, because a file beside the data would name people.
            to.say("hosts " + String.join(" ", hosts));
            return to;
        } catch (IOException e) {
            throw new DeskGone("the desk's process cannot be started", e);
        }
    }

    /// What the desk logs.
    public Path log() {
        return directory.resolveSibling(directory.getFileName() + "-output.txt");
    }

    /// Where the desk's temporary files go.
    public Path temporary() {
        return directory.resolveSibling(directory.getFileName() + "-temporary");
    }

    /// Everything the desk ever writes to: its directory, its log, its temporary files.
    public List<Path> written() {
        return List.of(directory, log(), temporary());
    }

    /// The file that says whose desk it is; as old as the desk.
    public Path mark() {
        return directory.resolve(MARKED);
    }

    public boolean isUp() {
        Process p = process;
        return p != null && p.isAlive();
    }

    public int port() {
        return port;
    }

    /// Where the quiet door listens.
    public int doorPort() {
        return doorPort;
    }

    public Path directory() {
        return directory;
    }

    /// The story's time.
    public Instant now() {
        return time.instant();
    }

    /// The story's time, for whoever lives outside of the desk.
    public DeskClock clock() {
        return time;
    }

    /// Lets the story's time pass until an instant, from one due piece of work to the next, so that
    /// everything happens at its time however long the way is. While the desk is down only the time
    /// passes.
    public void advance(Instant to) {
        for (int i = 0; i < HOPS && isUp(); i++) {
            settle();
            Optional<Instant> next = look().next().filter(n -> n.isBefore(to));
            if (next.isEmpty()) {
                break;
            }
            hop(next.get());
        }
        hop(to);
        settle();
    }

    /// Lets one due instant pass, none later than `to`. While the desk is down nothing is due.
    public void advanceOnce(Instant to) {
        settle();
        Optional<Instant> next = isUp() ? look().next() : Optional.empty();
        hop(next.filter(n -> n.isBefore(to)).orElse(to));
        settle();
    }

    private void hop(Instant to) {
        if (!to.isAfter(now())) {
            return;
        }
        time.set(to);
        if (isUp()) {
            ask("hop " + time.offsetMillis());
        } else {
            StoryClock.in(directory, real).hop(time.offsetMillis());
        }
        time.told();
    }

    /// Waits until nothing due is undone, for a bounded time by the clock on the wall.
    public void settle() {
        Instant until = real.instant().plus(SETTLE);
        while (isUp() && real.instant().isBefore(until) && look().busy() > 0) {
            pause(10);
        }
    }

    public Look look() {
        return Look.of(ask("look"));
    }

    /// Somebody sets the wall clock.
    public void setClock(Duration by) {
        skewMillis += by.toMillis();
        ask("skew " + skewMillis);
    }

    public void fillDisk(boolean full) {
        ask(full ? "disk full" : "disk mends");
    }

    /// Kills the process with -9 and waits until it is gone.
    public void kill() {
        Process p = process;
        if (p != null) {
            killedAt = real.instant();
            way.kill(p);
            DeskCommand.gone(p, ANSWER);
        }
    }

    /// From now on it kills itself with -9 right behind the commit by which an envelope opens.
    public void killAtOpening() {
        ask("kill-at-opening");
    }

    /// Waits until the process is gone that was to kill itself.
    ///
    /// @return false when it still lives
    public boolean wasKilled() {
        Process p = process;
        if (p != null && DeskCommand.outlives(p, ANSWER)) {
            return false;
        }
        killedAt = real.instant();
        return true;
    }

    /// Stops the process as it stands, with everything in its hands, or lets it go on.
    public void freeze(boolean now) {
        Process p = process;
        if (p != null) {
            way.signal(p, now ? "STOP" : "CONT");
        }
    }

    /// Lets the desk close in good order.
    public void quit() {
        if (isUp()) {
            try {
                ask("quit");
            } catch (DeskGone e) {
                // It went before it answered.
            }
            Process p = process;
            if (p != null) {
                DeskCommand.gone(p, START);
            }
        }
    }

    private String ask(String line) {
        Pipe to = pipe;
        if (to == null) {
            throw new DeskGone("the desk's process was not started");
        }
        return to.ask(line, ANSWER);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Process p = process;
        if (p != null && p.isAlive()) {
            p.destroyForcibly();
            DeskCommand.gone(p, ANSWER);
        }
    }
}
