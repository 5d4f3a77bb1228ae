package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private static final int MOST_NAMED = 20;
    private static final int MOST_NAMED_BRIEFLY = 2;

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
            MessageKind kind,
            Who who,
            Instant since,
            boolean again,
            AnswerWays.Offered answer,
            Tidings tidings) {}

    Language spoken(Optional<Language> wanted) {
        return wanted.filter(book::speaks).orElse(spare);
    }

    MessageText.Filled write(Handle handle, Language language, Matter matter, Instant now) {
        Words words = book.in(language);
        MessageText text = text(handle, language, matter, words);
        Map<Gap, String> gaps = new EnumMap<>(Gap.class);
        gaps.put(Gap.WHO, who(matter, words));
        gaps.put(Gap.SINCE, since(matter.since(), language, now));
        gaps.put(Gap.NEXT, next(matter, words));
        gaps.put(Gap.ANSWER, answer(matter.kind(), matter.answer(), words));
        MessageText.Filled filled = text.fill(gaps);
        return matter.tidings().drill() ? asDrill(filled, words) : filled;
    }

    /// Says first that it is a drill, whatever the team has written.
    private static MessageText.Filled asDrill(MessageText.Filled filled, Words words) {
        return new MessageText.Filled(
                words.say("watch.message.drill", "text", filled.subject()),
                words.say("watch.message.drill", "text", filled.text().strip()));
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
        gaps.put("minutes", offered.link().get().spared().toMinutes());
        offered.code().ifPresent(code -> gaps.put("code", code));
        boolean code = offered.code().isPresent();
        if (offered.brief()) {
            String key = code ? "watch.message.answer.brief-code" : "watch.message.answer.brief";
            return words.say(key, gaps);
        }
        String key = code ? "watch.message.answer.code" : "watch.message.answer.link";
        return atTheDesk + "\n" + words.say(key, gaps);
    }

    private static String who(Matter matter, Words words) {
        return switch (matter.who()) {
            case Who.Named named -> capitals(named, words);
            case Who.Several(List<Who.Named> names, int more) ->
                    names(
                            names,
                            more,
                            matter.answer().brief() ? MOST_NAMED_BRIEFLY : MOST_NAMED,
                            words);
            case Who.Typed _, Who.NotYetNamed _ -> words.say("watch.message.who.not-yet-named");
            case Who.UnknownCallers _ -> words.say("watch.message.who.unknown-callers");
            case Who.TheDesk _ -> words.say("watch.message.who.desk");
            case Who.AReminder _ -> words.say("watch.message.who.reminder");
        };
    }

    private static String capitals(Who.Named named, Words words) {
        return named.name().toUpperCase(words.language().locale());
    }

    /// `ALDER, BIRCH and 3 more`.
    private static String names(List<Who.Named> all, int besides, int most, Words words) {
        String named =
                all.stream()
                        .limit(most)
                        .map(one -> capitals(one, words))
                        .collect(Collectors.joining(", "));
        int more = besides + Math.max(0, all.size() - most);
        return more == 0
                ? named
                : words.say("watch.message.and-more", Map.of("names", named, "count", more));
    }

    private String since(Instant since, Language language, Instant now) {
        var times = new TimeWords(zone, language);
        boolean today = Duration.between(since, now).abs().compareTo(SAME_DAY) < 0;
        return today ? times.minute(since) : times.dayAndMinute(since);
    }

    /// What to do next, and before it what has come since.
    private static String next(Matter matter, Words words) {
        boolean brief = matter.answer().brief();
        var parts = new ArrayList<String>();
        if (isAgain(matter)) {
            parts.add(words.say("watch.message.rung-before" + (brief ? "-short" : "")));
        }
        Tidings came = matter.tidings();
        boolean over = matter.kind() == MessageKind.ENDED;
        if (came.doNotCall() && !over) {
            String key = came.toLead() ? "do-not-call.lead" : "do-not-call";
            parts.add(words.say("watch.message." + key + (brief ? "-short" : "")));
            return String.join(" ", parts);
        }
        if (!over && !came.late().isEmpty()) {
            parts.add(late(matter, words));
        }
        if (!over && came.contact()) {
            parts.add(words.say("watch.message.contact" + (brief ? "-short" : "")));
        }
        if (!brief || over || came.late().isEmpty()) {
            parts.add(ordinary(matter, words));
        }
        return String.join(" ", parts);
    }

    private static String late(Matter matter, Words words) {
        Tidings came = matter.tidings();
        if (matter.answer().brief()) {
            return words.say("watch.message.late-word-short");
        }
        return came.ofSeveral()
                ? words.say(
                        "watch.message.late-word-of",
                        "names",
                        names(came.late(), 0, MOST_NAMED, words))
                : words.say("watch.message.late-word");
    }

    private static String ordinary(Matter matter, Words words) {
        String key = "watch.message." + matter.kind().word() + ".next";
        if (matter.who() instanceof Who.AReminder(var says) && matter.kind() != MessageKind.ENDED) {
            return words.say(says);
        }
        if (matter.answer().brief()) {
            return words.say(key + "-short");
        }
        return matter.who() instanceof Who.TheDesk(var trouble)
                ? words.say(trouble)
                : words.say(key);
    }

    private static boolean isAgain(Matter matter) {
        return matter.again() && matter.kind() != MessageKind.ENDED;
    }

    /// The kind of message that rings for an alarm.
    static MessageKind kindOf(Alarm alarm, Effect.Tune tune) {
        if (tune == Effect.Tune.PASSED_ON) {
            return MessageKind.PASSED_ON;
        }
        if (alarm.signs().lead().filter(Signs.Lead::doNotCall).isPresent()) {
            return MessageKind.SPEAK_TO_LEAD;
        }
        return switch (alarm.origin().kind()) {
            case CALL -> MessageKind.ALARM;
            case SILENCE -> MessageKind.SILENCE;
            case MANY_SILENT -> MessageKind.MANY_SILENT;
            case HELP -> MessageKind.HELP;
            case DURESS -> MessageKind.SPEAK_TO_LEAD;
            case UNKNOWN_CALLERS -> MessageKind.UNKNOWN_CALLERS;
            case CLOCK, DESK -> MessageKind.DESK;
            case REMINDER -> MessageKind.REMINDER;
        };
    }
}
