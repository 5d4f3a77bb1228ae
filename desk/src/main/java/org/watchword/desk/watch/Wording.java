package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.delivery.MessageText.Gap;
import org.watchword.desk.delivery.Templates;

/// What a message of an alarm says: whom it is about, since when, what to do next, how to answer.
/// It never holds what a caller said, nor a name that is no code-name.
final class Wording {
    static final Duration SAME_DAY = Duration.ofHours(18);

    private final Templates templates;
    private final WordBook book;
    private final ZoneId zone;
    private final Language spare;

    /// @param spare spoken where the receiver's language is none of the desk's
    Wording(Templates templates, WordBook book, ZoneId zone, Language spare) {
        this.templates = templates;
        this.book = book;
        this.zone = zone;
        this.spare = spare;
    }

    /// What there is to say.
    ///
    /// @param again the receiver was rung for this alarm before
    /// @param answer how it can be answered from where it is read
    record Matter(
            MessageKind kind, Who who, Instant since, boolean again, AnswerWays.Offered answer) {}

    Language spoken(Optional<Language> wanted) {
        return wanted.filter(book::speaks).orElse(spare);
    }

    MessageText.Filled write(Handle handle, Language language, Matter matter, Instant now) {
        Words words = book.in(language);
        MessageText text = text(handle, language, matter, words);
        Map<Gap, String> gaps = new EnumMap<>(Gap.class);
        gaps.put(Gap.WHO, who(matter.who(), words));
        gaps.put(Gap.SINCE, since(matter.since(), language, now));
        gaps.put(Gap.NEXT, next(matter, words));
        gaps.put(Gap.ANSWER, answer(matter.kind(), matter.answer(), words));
        return text.fill(gaps);
    }

    private MessageText text(Handle handle, Language language, Matter matter, Words words) {
        MessageKind kind = matter.kind();
        return matter.answer().brief()
                ? templates
                        .own(handle, kind.shortWord(), language)
                        .orElseGet(() -> kind.shortBuiltIn(words))
                : templates.own(handle, kind.word(), language).orElseGet(() -> kind.builtIn(words));
    }

    /// How to answer: at the desk, and from the message itself as far as its channel allows.
    static String answer(MessageKind kind, AnswerWays.Offered offered, Words words) {
        String atTheDesk = words.say("watch.message." + kind.word() + ".answer");
        if (offered.link().isEmpty()) {
            return atTheDesk;
        }
        var gaps = new HashMap<String, Object>();
        gaps.put("link", offered.link().get().address());
        gaps.put("digits", offered.link().get().digits());
        offered.code().ifPresent(code -> gaps.put("code", code));
        boolean code = offered.code().isPresent();
        if (offered.brief()) {
            String key = code ? "watch.message.answer.brief-code" : "watch.message.answer.brief";
            return words.say(key, gaps);
        }
        String key = code ? "watch.message.answer.code" : "watch.message.answer.link";
        return atTheDesk + "\n" + words.say(key, gaps);
    }

    private static String who(Who who, Words words) {
        return switch (who) {
            case Who.Named named -> named.name().toUpperCase(words.language().locale());
            case Who.Typed _, Who.NotYetNamed _ -> words.say("watch.message.who.not-yet-named");
            case Who.UnknownCallers _ -> words.say("watch.message.who.unknown-callers");
            case Who.TheDesk _ -> words.say("watch.message.who.desk");
        };
    }

    private String since(Instant since, Language language, Instant now) {
        var times = new TimeWords(zone, language);
        boolean today = Duration.between(since, now).abs().compareTo(SAME_DAY) < 0;
        return today ? times.minute(since) : times.dayAndMinute(since);
    }

    private static String next(Matter matter, Words words) {
        if (matter.answer().brief()) {
            String next = words.say("watch.message." + matter.kind().word() + ".next-short");
            return isAgain(matter)
                    ? words.say("watch.message.rung-before-short") + " " + next
                    : next;
        }
        String what =
                matter.who() instanceof Who.TheDesk(var trouble)
                        ? words.say(trouble)
                        : words.say("watch.message." + matter.kind().word() + ".next");
        return isAgain(matter) ? words.say("watch.message.rung-before") + " " + what : what;
    }

    private static boolean isAgain(Matter matter) {
        return matter.again() && matter.kind() != MessageKind.ENDED;
    }

    /// The kind of message that rings for an alarm.
    static MessageKind kindOf(AlarmKind kind, Effect.Tune tune) {
        if (tune == Effect.Tune.PASSED_ON) {
            return MessageKind.PASSED_ON;
        }
        return switch (kind) {
            case CALL -> MessageKind.ALARM;
            case UNKNOWN_CALLERS -> MessageKind.UNKNOWN_CALLERS;
            case CLOCK, DESK -> MessageKind.DESK;
        };
    }
}
