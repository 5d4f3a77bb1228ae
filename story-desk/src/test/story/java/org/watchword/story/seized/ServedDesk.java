package org.watchword.story.seized;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.watchword.desk.Watchword;
import org.watchword.story.process.Ports;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// A desk as a team has it: begun by `init`, run by `serve`, with the settings of Java that the
/// launcher gives it, in its own clock's time.
final class ServedDesk implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("(?m)^  ((?:\\p{L}+ ){7}\\p{L}+)$");
    private static final Duration START = Duration.ofMinutes(3);

    /// What lies beside a desk as it is begun here: nothing that a crash left.
    static final Set<String> BESIDE = Set.of("answers.yaml", "desk", "output.txt", "temporary");

    private final Path place;
    private final Path directory;
    private final Path output;
    private final int port = Ports.free();
    private final Deque<String> codes;
    private Process process;

    private ServedDesk(Path place, List<String> java) throws IOException, InterruptedException {
        this.place = place;
        directory = place.resolve("desk");
        output = place.resolve("output.txt");
        String said = begun(Files.writeString(place.resolve("answers.yaml"), answers()));
        codes =
                new ArrayDeque<>(
                        CODE.matcher(said).results().map((MatchResult m) -> m.group(1)).toList());
        process = started(java);
    }

    /// What lies in a directory.
    static Set<String> names(Path directory) throws IOException {
        Set<String> names = new TreeSet<>();
        try (var files = Files.list(directory)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    static ServedDesk in(Path place) throws IOException, InterruptedException {
        return in(place, JavaSettings.ofServe());
    }

    static ServedDesk in(Path place, List<String> java) throws IOException, InterruptedException {
        var desk = new ServedDesk(place, java);
        desk.untilItListens();
        return desk;
    }

    private Process started(List<String> java) throws IOException {
        return new ProcessBuilder(program(java, "serve", directory.toString()))
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /// The same desk once more, with these settings of Java.
    void startAgain(List<String> java) throws IOException, InterruptedException {
        process = started(java);
        untilItListens();
    }

    private String answers() {
        return """
        name: Quay
        zone: Europe/Moscow
        language: en
        reach: loopback
        staff:
          host: 127.0.0.1
          port: %d
        """
                .formatted(port);
    }

    private String begun(Path answers) throws IOException, InterruptedException {
        String[] init = {
            "init", directory.toString(), "--answers", answers.toString(), "--founders", "2"
        };
        Process begins =
                new ProcessBuilder(program(List.of(), init)).redirectErrorStream(true).start();
        begins.getOutputStream().close();
        String said = new String(begins.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (begins.waitFor() != 0) {
            throw new IllegalStateException("no desk was begun: " + said);
        }
        return said;
    }

    private List<String> program(List<String> java, String... arguments) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("-Duser.language=en");
        line.add("-Dstdout.encoding=UTF-8");
        line.add("-Djava.io.tmpdir=" + temporary());
        line.addAll(java);
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(Watchword.class.getName());
        line.addAll(List.of(arguments));
        return line;
    }

    private Path temporary() throws IOException {
        return Files.createDirectories(output.resolveSibling("temporary"));
    }

    private void untilItListens() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!Files.readString(output).contains("Ctrl-C")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("no start: " + Files.readString(output));
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /// One founder with the next code: a passphrase, then a PIN.
    Visitor joined(Credentials who) {
        var visitor = visitor(who);
        PageForm form =
                form(visitor.get("/join"), "/join")
                        .with("code", codes.remove())
                        .with("name", who.name())
                        .with("passphrase", who.passphrase())
                        .with("again", who.passphrase());
        visitor.send(form);
        visitor.open("/");
        return visitor;
    }

    Visitor visitor(Credentials who) {
        return new Visitor(who, new Visitor.Place("127.0.0.1", port));
    }

    static PageForm form(Page page, String action) {
        return page.formsUnder("/").stream()
                .filter(form -> form.action().endsWith(action))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + action + page.words()));
    }

    MemoryOf memory() {
        return new MemoryOf(process.pid());
    }

    Path directory() {
        return directory;
    }

    /// Crashes as a program does that reads where it may not.
    void crash() throws IOException, InterruptedException {
        signal("SEGV");
    }

    /// Crashes as a program does that cannot go on.
    void abort() throws IOException, InterruptedException {
        signal("ABRT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
