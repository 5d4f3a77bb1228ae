package org.watchword.desk.cli;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.ReachQuestions.Reached;
import org.watchword.desk.cli.Settings.Backup;
import org.watchword.desk.cli.Settings.Reach;

/// Asks the five things a desk must be told, in plain words, and how many people begin it. Every
/// answer can be put right before anything is made.
public final class Questions {
    private static final int ALL = 6;

    private final Terminal terminal;
    private final Machine machine;
    private final ZoneNames zones;

    private String name = "";
    private ZoneId zone;
    private Language language;
    private Reached reached = ReachQuestions.loopback();
    private Optional<Path> backup = Optional.empty();
    private int founders = 3;

    /// What the machine says of itself, and what the program can speak.
    public record Machine(ZoneId zone, Set<String> zones, List<Language> languages) {
        public Machine {
            zones = Set.copyOf(zones);
            languages = List.copyOf(languages);
        }
    }

    public Questions(BufferedReader in, PrintStream out, Words words, Machine machine) {
        this.terminal = new Terminal(in, out, words);
        this.machine = machine;
        this.zones = new ZoneNames(machine.zones(), words.language());
        this.zone = machine.zone();
        this.language = words.language();
    }

    /// Asks until somebody is content; empty when nobody answers any more.
    public Optional<Answers> ask() {
        try {
            terminal.say("cli.init.hello");
            for (int question = 1; question <= ALL; question++) {
                question(question);
            }
            while (true) {
                summary();
                int change = terminal.number("cli.init.content", 0, 0, ALL);
                if (change > 0) {
                    question(change);
                } else if (isSound()) {
                    return Optional.of(new Answers(settings(), founders));
                }
            }
        } catch (Terminal.Gone e) {
            return Optional.empty();
        }
    }

    private void question(int number) {
        terminal.plain("");
        switch (number) {
            case 1 -> name = name();
            case 2 -> zone = zone();
            case 3 -> language = language();
            case 4 -> reached = new ReachQuestions(terminal).ask(reached.reach());
            case 5 -> backup = backup();
            default ->
                    founders = terminal.number("cli.init.founders", founders, 1, Limits.FOUNDERS);
        }
    }

    private String name() {
        while (true) {
            String typed = terminal.ask("cli.init.name", name);
            if (!typed.isBlank()
                    && typed.length() <= Limits.NAME_CHARACTERS
                    && CleanText.problem(typed).isEmpty()) {
                return CleanText.normalised(typed);
            }
            terminal.say(Sentence.of("cli.init.name-wrong", "most", Limits.NAME_CHARACTERS));
        }
    }

    private ZoneId zone() {
        while (true) {
            String typed = terminal.ask("cli.init.zone", zone.getId());
            if (typed.equals(zone.getId())) {
                return zone;
            }
            var found = zones.find(typed);
            if (found.isPresent()) {
                return found.get();
            }
            var near = zones.near(typed);
            terminal.say(
                    near.isEmpty()
                            ? Sentence.of("cli.init.zone-unknown", "zone", typed)
                            : new Sentence(
                                    "cli.init.zone-near",
                                    Map.of("zone", typed, "near", String.join(", ", near))));
        }
    }

    private Language language() {
        String known =
                machine.languages().stream().map(Language::tag).collect(Collectors.joining(", "));
        while (true) {
            String typed = terminal.ask("cli.init.language", language.tag());
            var found = machine.languages().stream().filter(l -> l.tag().equals(typed)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            terminal.say(Sentence.of("cli.init.language-unknown", "known", known));
        }
    }

    private Optional<Path> backup() {
        while (true) {
            String typed = terminal.ask("cli.init.backup", backup.map(Path::toString).orElse("-"));
            if (typed.equals("-")) {
                return Optional.empty();
            }
            try {
                Path path = Path.of(typed).toAbsolutePath().normalize();
                if (Files.isDirectory(path) && Files.isWritable(path)) {
                    return Optional.of(path);
                }
                boolean there = Files.isDirectory(path);
                terminal.say(
                        Sentence.of(
                                there ? "cli.init.backup-unwritable" : "cli.init.backup-missing",
                                "path",
                                path.toString()));
            } catch (InvalidPathException e) {
                terminal.say(Sentence.of("cli.init.backup-missing", "path", typed));
            }
        }
    }

    private void summary() {
        terminal.plain("");
        line(1, "cli.init.sum.name", name);
        line(2, "cli.init.sum.zone", zone.getId());
        line(3, "cli.init.sum.language", language.tag());
        line(4, "cli.init.sum.reach", names());
        line(
                5,
                "cli.init.sum.backup",
                backup.map(Path::toString)
                        .orElseGet(() -> terminal.words().say("cli.init.sum.later")));
        line(6, "cli.init.sum.founders", Integer.toString(founders));
    }

    private void line(int number, String key, String value) {
        terminal.plain("  " + number + "  " + terminal.words().say(key) + " " + value);
    }

    private String names() {
        return ListenerRules.entrances(settings()).stream()
                .map(one -> one.host() + ":" + one.port())
                .collect(Collectors.joining(", "));
    }

    /// Says what does not go together; then the question is asked again.
    private boolean isSound() {
        var settings = settings();
        var flaw = ListenerRules.flaw(settings).or(() -> CertificateRules.flaw(settings));
        flaw.ifPresent(terminal::say);
        return flaw.isEmpty();
    }

    private Settings settings() {
        Reach reach = reached.reach();
        return new Settings(
                name,
                zone,
                language,
                reach,
                reached.staff(),
                Optional.of(reached.door()),
                reached.site(),
                backup.map(path -> new Backup(path, List.of())));
    }
}
