package org.watchword.desk;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.accounts.Invitations;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.Answers;
import org.watchword.desk.cli.CertificateRules;
import org.watchword.desk.cli.Questions;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `init DIR`: asks, makes the desk's directory, and prints where to go with which codes.
@Command(name = "init")
final class InitCommand implements Callable<Integer> {
    private static final int WRONG = 2;

    @Parameters(paramLabel = "DIR")
    private Path directory = Path.of(".");

    /// A file like desk.yaml, in place of the questions.
    @Option(names = "--answers", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--founders", paramLabel = "N")
    private int founders = 3;

    /// New codes for a desk that is there already, while nobody can sign in.
    @Option(names = "--codes")
    private boolean codesOnly;

    private final Words words = Wiring.wordsOfThisMachine();
    private final PrintStream out = System.out;

    @Override
    public Integer call() {
        if (founders < 1 || founders > Limits.FOUNDERS) {
            return refused(Sentence.of("cli.init.too-many-founders", "most", Limits.FOUNDERS));
        }
        return codesOnly ? codes() : begin();
    }

    private int begin() {
        var flaw = Beginning.flaw(directory);
        if (flaw.isPresent()) {
            return refused(flaw.get());
        }
        return switch (answers()) {
            case Given.No(Sentence why) -> refused(why);
            case Given.Yes(Answers answers) ->
                    switch (Beginning.make(directory, answers, Surroundings.real())) {
                        case Beginning.Begun.No(Sentence why) -> refused(why);
                        case Beginning.Begun.Yes(var settings, var codes) -> said(settings, codes);
                    };
        };
    }

    private sealed interface Given {
        record Yes(Answers answers) implements Given {}

        record No(Sentence why) implements Given {}
    }

    private Given answers() {
        if (file != null) {
            return switch (SettingsFile.from(file, Wiring.spoken())) {
                case SettingsFile.Read.Bad(Sentence why) -> new Given.No(why);
                case SettingsFile.Read.Good(Settings settings) ->
                        CertificateRules.flaw(settings)
                                .<Given>map(Given.No::new)
                                .orElseGet(() -> new Given.Yes(new Answers(settings, founders)));
            };
        }
        var keyboard = new BufferedReader(new InputStreamReader(System.in, keyboardCharset()));
        var machine =
                new Questions.Machine(
                        ZoneId.systemDefault(), ZoneId.getAvailableZoneIds(), Wiring.LANGUAGES);
        return new Questions(keyboard, out, words, machine)
                .ask()
                .<Given>map(Given.Yes::new)
                .orElseGet(() -> new Given.No(Sentence.of("cli.init.no-answers")));
    }

    private static Charset keyboardCharset() {
        return Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
    }

    private int codes() {
        return switch (SettingsFile.in(directory, Wiring.spoken())) {
            case SettingsFile.Read.Bad(Sentence why) -> refused(why);
            case SettingsFile.Read.Good(Settings settings) ->
                    switch (DataDirectory.take(directory)) {
                        case DataDirectory.Taken.Not(Sentence why) -> refused(why);
                        case DataDirectory.Taken.Held(var held) -> codes(held, settings);
                    };
        };
    }

    private int codes(DataDirectory held, Settings settings) {
        Optional<List<Invitations.Made>> made;
        try (held;
                var quiet = Wiring.quiet(held, settings, Surroundings.real())) {
            made = Beginning.codes(quiet.rooms(), founders, settings);
        } catch (RuntimeException e) {
            return refused(Unopened.why(e).orElseThrow(() -> e));
        }
        return made.map(codes -> said(settings, codes))
                .orElseGet(() -> refused(Sentence.of("cli.init.codes-too-late")));
    }

    /// The codes stand alone on their lines: they are copied to paper.
    private int said(Settings settings, List<Invitations.Made> codes) {
        var staff = settings.staff();
        String link = Entrances.link(settings, staff, staff.port());
        var times = new TimeWords(settings.zone(), words.language());
        out.println();
        out.println(words.say("cli.init.made", "dir", directory.toString()));
        out.println();
        out.println(words.say("cli.init.start", "dir", directory.toString()));
        out.println("  ./watchword serve " + directory);
        out.println(words.say("cli.init.open", "link", link + "/join"));
        out.println();
        String until = times.dayAndMinute(codes.getFirst().ends());
        out.println(words.say("cli.init.codes", "until", until));
        for (Invitations.Made code : codes) {
            out.println();
            out.println("  " + code.code());
        }
        out.println();
        out.println(words.say("cli.init.codes-note"));
        return 0;
    }

    private int refused(Sentence why) {
        System.err.println(words.say(why));
        return WRONG;
    }
}
