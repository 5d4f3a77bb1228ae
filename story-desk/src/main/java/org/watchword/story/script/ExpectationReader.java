package org.watchword.story.script;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.watchword.story.script.Expectation.AlarmState;
import org.watchword.story.script.Expectation.Patience;
import org.watchword.story.script.Expectation.Screen;
import org.watchword.story.script.Expectation.Standing;
import org.watchword.story.script.Expectation.WatchState;

/// Reads one expectation: its name is the first field, what bounds it are the others.
final class ExpectationReader {
    private final Names names;
    private final Times times;
    private final Map<String, Function<Block, Expectation>> kinds = new LinkedHashMap<>();

    ExpectationReader(Names names, Times times) {
        this.names = names;
        this.times = times;
        kinds.put("board_shows", this::boardShows);
        kinds.put("alarm_is", this::alarmIs);
        kinds.put("rung", this::rung);
        kinds.put("not_rung", this::notRung);
        kinds.put("message_to", this::messageTo);
        kinds.put("answered", this::answered);
        kinds.put(
                "page_says",
                b -> new Expectation.PageSays(b.line(), b.texts("page_says"), b.texts("lacks")));
        kinds.put(
                "refused_with",
                b -> new Expectation.RefusedWith(b.line(), b.texts("refused_with")));
        kinds.put("neutral_answer", this::neutralAnswer);
        kinds.put("watch_is", this::watchIs);
        kinds.put("no_new_alarm", ExpectationReader::noNewAlarm);
        kinds.put("sees", b -> sees(b, "sees", false));
        kinds.put("sees_not", b -> sees(b, "sees_not", true));
    }

    Expectation read(Located piece) {
        Block block = Block.of(piece);
        List<String> named =
                block.all().stream().map(Located.Field::name).filter(kinds::containsKey).toList();
        if (named.size() != 1) {
            throw new WrongHere(
                    piece.line(), "story.expect.one", "known", String.join(", ", kinds.keySet()));
        }
        Expectation read = requireNonNull(kinds.get(named.getFirst())).apply(block);
        block.done();
        return read;
    }

    private Expectation boardShows(Block b) {
        Optional<String> to = b.maybeText("to").map(p -> names.person(b.lineOf("to"), p));
        return new Expectation.BoardShows(b.line(), patience(b), to, b.texts("board_shows"));
    }

    private Expectation alarmIs(Block b) {
        String text = b.text("alarm_is");
        AlarmState state = choice(b.lineOf("alarm_is"), AlarmState.values(), text);
        return new Expectation.AlarmIs(
                b.line(),
                patience(b),
                VerbReader.alarm(names, b),
                state,
                instant(b, "raised"),
                instant(b, "logged"));
    }

    private Optional<Instant> instant(Block b, String field) {
        return b.maybeText(field).map(t -> times.instant(b.lineOf(field), t));
    }

    private Expectation rung(Block b) {
        List<String> who = names.readers(b.lineOf("rung"), b.texts("rung"));
        Optional<Integer> times = b.maybeText("times").map(t -> count(b.lineOf("times"), t));
        return new Expectation.Rung(
                b.line(), patience(b), who, over(b), times, instant(b, "since"));
    }

    private Expectation notRung(Block b) {
        List<String> who = names.readers(b.lineOf("not_rung"), b.texts("not_rung"));
        return new Expectation.NotRung(b.line(), who, over(b), lasting(b), instant(b, "since"));
    }

    private Expectation messageTo(Block b) {
        String who = names.reader(b.lineOf("message_to"), b.text("message_to"));
        Optional<String> over = b.maybeText("over").map(c -> names.channel(b.lineOf("over"), c));
        return new Expectation.MessageTo(
                b.line(),
                patience(b),
                who,
                over,
                b.texts("says"),
                b.texts("lacks"),
                instant(b, "since"));
    }

    private Expectation answered(Block b) {
        String who = names.person(b.lineOf("answered"), b.text("answered"));
        Standing standing = choice(b.lineOf("as"), Standing.values(), b.text("as"));
        return new Expectation.Answered(
                b.line(), patience(b), who, VerbReader.alarm(names, b), standing);
    }

    private Expectation neutralAnswer(Block b) {
        String who = names.codename(b.lineOf("neutral_answer"), b.text("neutral_answer"));
        return new Expectation.NeutralAnswer(
                b.line(), patience(b), who, SilenceVerbs.way(names, b));
    }

    private Expectation watchIs(Block b) {
        WatchState state = choice(b.lineOf("watch_is"), WatchState.values(), b.text("watch_is"));
        String watch = names.watch(b.lineOf("watch"), b.text("watch"));
        return new Expectation.WatchIs(b.line(), patience(b), watch, state, instant(b, "until"));
    }

    private static Expectation noNewAlarm(Block b) {
        if (!WatchkeepingReader.yes(b.lineOf("no_new_alarm"), b.text("no_new_alarm"))) {
            throw new WrongHere(
                    b.lineOf("no_new_alarm"),
                    "story.expect.choice",
                    Map.of("text", b.text("no_new_alarm"), "known", "yes"));
        }
        return new Expectation.NoNewAlarm(b.line(), lasting(b));
    }

    private static Duration lasting(Block b) {
        return b.maybeText("for")
                .map(t -> Times.duration(b.lineOf("for"), t))
                .orElse(Duration.ZERO);
    }

    private Expectation sees(Block b, String field, boolean not) {
        String who = names.person(b.lineOf(field), b.text(field));
        Screen on = choice(b.lineOf("on"), Screen.values(), b.text("on"));
        b.need("text");
        return new Expectation.Sees(
                b.line(), patience(b), who, on, VerbReader.alarm(names, b), b.texts("text"), not);
    }

    private List<String> over(Block b) {
        return names.channels(b.lineOf("over"), b.texts("over"));
    }

    private static Patience patience(Block b) {
        Duration story =
                b.maybeText("within")
                        .map(t -> Times.duration(b.lineOf("within"), t))
                        .orElse(Duration.ZERO);
        Optional<Duration> real =
                b.maybeText("really within").map(t -> Times.duration(b.lineOf("really within"), t));
        return new Patience(story, real);
    }

    private static int count(int line, String text) {
        if (text.matches("[1-9]\\d{0,2}")) {
            return Integer.parseInt(text);
        }
        throw new WrongHere(line, "story.expect.count", "text", text);
    }

    static <E extends Enum<E>> E choice(int line, E[] all, String text) {
        StringBuilder known = new StringBuilder();
        for (E e : all) {
            String name = e.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return e;
            }
            known.append(known.isEmpty() ? "" : ", ").append(name);
        }
        throw new WrongHere(
                line, "story.expect.choice", Map.of("text", text, "known", known.toString()));
    }
}
