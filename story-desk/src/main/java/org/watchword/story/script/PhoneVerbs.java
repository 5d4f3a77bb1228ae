package org.watchword.story.script;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the verbs of telephones: answers without a session, and what comes in from outside.
final class PhoneVerbs {
    private static final int MOST_TIMES = 50;

    private final Names names;

    PhoneVerbs(Names names) {
        this.names = names;
    }

    Map<String, Function<Block, Verb>> all() {
        Map<String, Function<Block, Verb>> verbs = new LinkedHashMap<>();
        verbs.put("answer_by_reply", this::reply);
        verbs.put("open_link", b -> new Verb.OpenLink(VerbReader.alarm(names, b), over(b)));
        verbs.put("answer_by_link", this::link);
        verbs.put("confirm", this::confirm);
        verbs.put("says", this::says);
        verbs.put("scanner", this::scanner);
        return verbs;
    }

    private Verb reply(Block b) {
        return new Verb.AnswerByReply(
                VerbReader.alarm(names, b),
                code(b),
                names.hearing(b.lineOf("over"), b.text("over")),
                yes(b, "quoted"),
                times(b));
    }

    private Verb.Code code(Block b) {
        Optional<Located> given = b.maybe("code");
        if (given.filter(Located.Fields.class::isInstance).isPresent()) {
            Block of = Block.of(given.get());
            var code = new Verb.Code.Of(names.person(of.lineOf("of"), of.text("of")), over(of));
            of.done();
            return code;
        }
        String text = b.maybeText("code").orElse("own");
        return switch (text) {
            case "own" -> new Verb.Code.Own();
            case "wrong" -> new Verb.Code.Wrong();
            default ->
                    throw choice(b.lineOf("code"), text, "own, wrong, {of: NAME, over: CHANNEL}");
        };
    }

    private Verb link(Block b) {
        String text = b.maybeText("digits").orElse("own");
        Verb.Digits digits =
                Stream.of(Verb.Digits.values())
                        .filter(d -> word(d).equals(text))
                        .findFirst()
                        .orElseThrow(() -> choice(b.lineOf("digits"), text, known()));
        return new Verb.AnswerByLink(VerbReader.alarm(names, b), over(b), digits, times(b));
    }

    private static String known() {
        return Stream.of(Verb.Digits.values())
                .map(PhoneVerbs::word)
                .collect(Collectors.joining(", "));
    }

    private static String word(Verb.Digits digits) {
        return digits.name().toLowerCase(Locale.ROOT);
    }

    private Verb confirm(Block b) {
        String who = names.person(b.lineOf("who"), b.text("who"));
        return new Verb.Confirm(VerbReader.alarm(names, b), who);
    }

    private Verb says(Block b) {
        String over = names.hearing(b.lineOf("over"), b.text("over"));
        return new Verb.Says(sender(b, over), over, b.text("text"), times(b));
    }

    private Verb.Sender sender(Block b, String over) {
        String from = b.text("from");
        if (names.people.contains(from)) {
            return new Verb.Sender.Claiming(from);
        }
        Story.Kind kind = names.kinds.getOrDefault(over, Story.Kind.PAPER);
        if (!TeamReader.invented(kind, from)) {
            throw new WrongHere(
                    b.lineOf("from"),
                    "story.team.address",
                    Map.of("text", from, "kind", kind.word()));
        }
        return new Verb.Sender.Stranger(TeamReader.written(kind, from));
    }

    private Verb scanner(Block b) {
        String who = names.person(b.lineOf("opens"), b.text("opens"));
        return new Verb.Scanner(who, over(b), yes(b, "submits"));
    }

    private Optional<String> over(Block b) {
        return b.maybeText("over").map(c -> names.server(b.lineOf("over"), c));
    }

    private static boolean yes(Block b, String field) {
        return b.maybeText(field)
                .map(t -> WatchkeepingReader.yes(b.lineOf(field), t))
                .orElse(false);
    }

    private static int times(Block b) {
        String text = b.maybeText("times").orElse("1");
        int times = text.matches("[1-9]\\d?") ? Integer.parseInt(text) : 0;
        if (times < 1 || times > MOST_TIMES) {
            throw new WrongHere(b.lineOf("times"), "story.verb.times", "text", text);
        }
        return times;
    }

    private static WrongHere choice(int line, String text, String known) {
        return new WrongHere(line, "story.expect.choice", Map.of("text", text, "known", known));
    }
}
