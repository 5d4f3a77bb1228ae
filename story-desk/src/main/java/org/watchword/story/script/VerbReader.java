package org.watchword.story.script;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads what somebody does: the verb alone (`do: raise_now`), or the verb with its fields.
final class VerbReader {
    private static final List<String> CALL_TEXTS = List.of("words", "sounds", "call_back", "where");

    /// Over which ways somebody can be seen; the desk's own words.
    private static final List<String> SEEN =
            List.of("face-to-face", "video", "other-line", "same-line", "nobody");

    static final String NOT_KNOWN = "not known";
    static final String LATEST = "latest";
    static final String UNKNOWN_CALLERS = "unknown callers";
    static final String A_REMINDER = "a reminder";
    static final String THE_DESK = "the desk";

    private final Names names;
    private final Times times;
    private final Map<String, Function<Block, Verb>> verbs = new LinkedHashMap<>();

    VerbReader(Names names, Times times) {
        this.names = names;
        this.times = times;
        verbs.put("log_call", b -> new Verb.LogCall(call(b)));
        verbs.put("raise_now", b -> new Verb.RaiseNow());
        verbs.put("add_to_call", b -> new Verb.AddToCall(alarm(names, b), call(b)));
        verbs.put("acknowledge", b -> new Verb.Acknowledge(alarm(names, b)));
        verbs.put("still_on_it", b -> new Verb.StillOnIt(alarm(names, b)));
        verbs.put("note", b -> new Verb.Note(alarm(names, b), b.text("text")));
        verbs.put(
                "pass_on",
                b -> new Verb.PassOn(alarm(names, b), names.person(b.lineOf("to"), b.text("to"))));
        verbs.put("end_alarm", this::endAlarm);
        verbs.put("take_shift", this::takeShift);
        verbs.put("sign_in", VerbReader::signIn);
        verbs.putAll(new PhoneVerbs(names).all());
        verbs.putAll(new SilenceVerbs(names).all());
        verbs.putAll(new BeginningVerbs(names).all());
        verbs.putAll(new CaseFileVerbs(names).all());
        verbs.putAll(DrillVerbs.all());
    }

    Verb read(Located piece) {
        if (piece instanceof Located.Text t) {
            return verb(t.line(), t.value(), new Located.Fields(t.line(), List.of()));
        }
        List<Located.Field> fields = Block.of(piece).all();
        if (fields.size() != 1) {
            throw new WrongHere(piece.line(), "story.verb.one");
        }
        Located.Field field = fields.getFirst();
        return verb(field.line(), field.name(), field.value());
    }

    private Verb verb(int line, String name, Located inside) {
        Function<Block, Verb> verb = verbs.get(name);
        if (verb == null) {
            throw new WrongHere(
                    line,
                    "story.verb.unknown",
                    Map.of("name", name, "known", String.join(", ", verbs.keySet())));
        }
        Block block = Block.of(inside);
        Verb read = verb.apply(block);
        block.done();
        return read;
    }

    private Verb takeShift(Block block) {
        return new Verb.TakeShift(
                names.role(block.lineOf("role"), block.text("role")),
                block.maybeText("for").map(t -> Times.duration(block.lineOf("for"), t)));
    }

    private static String seen(Block block) {
        String text = block.maybeText("seen").orElse("nobody");
        if (!SEEN.contains(text)) {
            throw new WrongHere(
                    block.lineOf("seen"),
                    "story.expect.choice",
                    Map.of("text", text, "known", String.join(", ", SEEN)));
        }
        return text;
    }

    private Verb endAlarm(Block block) {
        Verb.Proof proof = proof(block);
        // Whoever asks a question has said with that how it is known.
        String how =
                proof == Verb.Proof.NONE ? block.text("how") : block.maybeText("how").orElse("");
        return new Verb.EndAlarm(alarm(names, block), seen(block), how, proof);
    }

    private static Verb.Proof proof(Block block) {
        return SilenceVerbs.choice(
                block, "proof", Verb.Proof.values(), block.maybeText("proof").orElse("none"));
    }

    private static Verb signIn(Block block) {
        String passphrase = block.maybeText("passphrase").orElse("right");
        if (!passphrase.equals("right") && !passphrase.equals("wrong")) {
            throw new WrongHere(
                    block.lineOf("passphrase"), "story.verb.passphrase", "text", passphrase);
        }
        return new Verb.SignIn(passphrase.equals("right"));
    }

    private Verb.Call call(Block block) {
        Optional<String> about = block.maybeText("about");
        boolean notKnown = about.filter(NOT_KNOWN::equals).isPresent();
        Optional<String> codename =
                about.filter(a -> !notKnown).map(a -> names.codename(block.lineOf("about"), a));
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : CALL_TEXTS) {
            block.maybeText(name).ifPresent(t -> texts.put(name, t));
        }
        Optional<Instant> heardAt =
                block.maybeText("heard_at").map(t -> times.instant(block.lineOf("heard_at"), t));
        return new Verb.Call(codename, notKnown, texts, heardAt);
    }

    static AlarmRef alarm(Names names, Block block) {
        String text = block.maybeText("alarm").orElse(LATEST);
        return switch (text) {
            case LATEST -> new AlarmRef.Latest();
            case UNKNOWN_CALLERS -> new AlarmRef.UnknownCallers();
            case A_REMINDER -> new AlarmRef.Reminder();
            case THE_DESK -> new AlarmRef.OfTheDesk();
            default -> new AlarmRef.About(names.codename(block.lineOf("alarm"), text));
        };
    }
}
