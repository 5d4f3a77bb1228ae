package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
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
    private static final Duration SAME_DAY = Duration.ofHours(18);

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
    record Matter(MessageKind kind, Who who, Instant since, boolean again) {}

    Language spoken(Optional<Language> wanted) {
        return wanted.filter(book::speaks).orElse(spare);
    }

    MessageText.Filled write(Handle handle, Language language, Matter matter, Instant now) {
        Words words = book.in(language);
        MessageText text =
                templates
                        .own(handle, matter.kind().word(), language)
                        .orElseGet(() -> matter.kind().builtIn(words));
        Map<Gap, String> gaps = new EnumMap<>(Gap.class);
        gaps.put(Gap.WHO, who(matter.who(), words));
        gaps.put(Gap.SINCE, since(matter.since(), language, now));
        gaps.put(Gap.NEXT, next(matter, words));
        gaps.put(Gap.ANSWER, words.say("watch.message." + matter.kind().word() + ".answer"));
        return text.fill(gaps);
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
        String what =
                matter.who() instanceof Who.TheDesk(var trouble)
                        ? words.say(trouble)
                        : words.say("watch.message." + matter.kind().word() + ".next");
        boolean again = matter.again() && matter.kind() != MessageKind.ENDED;
        return again ? words.say("watch.message.rung-before") + " " + what : what;
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
