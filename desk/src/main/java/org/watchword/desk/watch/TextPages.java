package org.watchword.desk.watch;

import com.ibm.icu.text.LocaleDisplayNames;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.delivery.MessageText.Gap;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The wording of messages: one per kind and language, built in until the team writes its own.
final class TextPages {
    private static final String PATH = "/texts/{kind}/{language}";
    private static final Sentence TITLE = Sentence.of("watch.texts.title");

    private static final String SAMPLE_PATH = AnswerWays.PATH + "x".repeat(22);

    private final PageTools tools;

    private final TextChange change;

    TextPages(PageTools tools) {
        this.change = new TextChange(tools.delivery().templates());
        tools.changes().know(change);
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/texts", LadderPages.GATE, this::all),
                Route.get(PATH, LadderPages.GATE, this::one),
                Route.post(PATH, LadderPages.GATE, this::save));
    }

    private List<Language> languages() {
        return tools.book().languageTags().stream().map(Language::new).toList();
    }

    private Answer all(Visit visit) {
        var kinds =
                Stream.concat(shapes(false), shapes(true))
                        .map(shape ->
                                new TextsView.Kind(
                                        shape.word(),
                                        shape.label(visit.words()),
                                        languages().stream()
                                                .map(language -> wording(visit, shape, language))
                                                .toList()))
                        .toList();
        return Answer.page("watch/texts.jte", TITLE, new TextsView.All(kinds));
    }

    /// A kind of message, for channels that take long texts or for those that take short ones.
    private record Shape(MessageKind kind, boolean brief) {
        String word() {
            return brief ? kind.shortWord() : kind.word();
        }

        String label(Words words) {
            String label = words.say(kind.labelKey());
            return brief ? words.say("watch.texts.short", "kind", label) : label;
        }

        MessageText builtIn(Words words) {
            return brief ? kind.shortBuiltIn(words) : kind.builtIn(words);
        }

        MessageText.Checked check(MessageText typed) {
            return brief
                    ? MessageText.checkShort(typed.subject(), typed.text())
                    : MessageText.check(typed.subject(), typed.text());
        }
    }

    private static Stream<Shape> shapes(boolean brief) {
        return Arrays.stream(MessageKind.values()).map(kind -> new Shape(kind, brief));
    }

    private TextsView.Wording wording(Visit visit, Shape shape, Language language) {
        Optional<MessageText> own = own(shape, language);
        MessageText text = own.orElseGet(() -> shape.builtIn(tools.book().in(language)));
        return new TextsView.Wording(
                language.tag(),
                called(language, visit.words()),
                own.isPresent(),
                shape.brief() ? text.text() : text.subject());
    }

    private Optional<MessageText> own(Shape shape, Language language) {
        return tools.store()
                .read(handle -> tools.delivery().templates().own(handle, shape.word(), language));
    }

    private static String called(Language language, Words words) {
        return LocaleDisplayNames.getInstance(words.language().locale())
                .localeDisplayName(language.locale());
    }

    /// The wording that an address names.
    private record Place(Shape shape, Language language) {}

    private Place place(Visit visit) {
        var shape =
                Stream.concat(shapes(false), shapes(true))
                        .filter(one -> one.word().equals(visit.part("kind")))
                        .findFirst();
        var language =
                languages().stream()
                        .filter(one -> one.tag().equals(visit.part("language")))
                        .findFirst();
        return new Place(
                shape.orElseThrow(Route.NotHere::new), language.orElseThrow(Route.NotHere::new));
    }

    private Answer one(Visit visit) {
        Place place = place(visit);
        MessageText text =
                own(place.shape(), place.language())
                        .orElseGet(() -> place.shape().builtIn(tools.book().in(place.language())));
        return Answer.page("watch/text_one.jte", TITLE, view(visit, place, text, Optional.empty()));
    }

    private Answer save(Visit visit) {
        Place place = place(visit);
        Form form = visit.form();
        if (form.has("back")) {
            return asked(visit, TextChange.back(place.shape().word(), place.language()));
        }
        String subject =
                place.shape().brief()
                        ? place.shape().builtIn(tools.book().in(place.language())).subject()
                        : form.line("subject").orElse("");
        var typed = new MessageText(subject, form.text("text").orElse(""));
        return switch (place.shape().check(typed)) {
            case MessageText.Wrong wrong ->
                    Answer.again(
                            "watch/text_one.jte",
                            TITLE,
                            view(visit, place, typed, Optional.of(wrong.why())));
            case MessageText.Good good -> kept(visit, place, good.text());
        };
    }

    private Answer kept(Visit visit, Place place, MessageText text) {
        if (visit.form().has("look")) {
            return Answer.page(
                    "watch/text_one.jte", TITLE, view(visit, place, text, Optional.empty()));
        }
        return asked(visit, TextChange.to(place.shape().word(), place.language(), text));
    }

    private Answer asked(Visit visit, Map<String, String> what) {
        Asked asked =
                tools.store()
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        tools.changes()
                                                .ask(turn, visit.present().person(), change, what));
        return Answer.goTo(asked instanceof Asked.Waits ? ChangePages.PATH : "/texts");
    }

    private TextsView.One view(
            Visit visit, Place place, MessageText text, Optional<Sentence> wrong) {
        Words mine = visit.words();
        MessageText.Filled filled = preview(visit, place, text);
        return new TextsView.One(
                place.shape().word(),
                place.shape().label(mine),
                place.language().tag(),
                called(place.language(), mine),
                own(place.shape(), place.language()).isPresent(),
                text.subject(),
                text.text(),
                Arrays.stream(Gap.values())
                        .filter(gap -> gap != Gap.AGAIN || !place.shape().brief())
                        .map(gap ->
                                new TextsView.Gap(
                                        "{" + gap.word() + "}",
                                        mine.say("watch.texts.gap." + gap.word())))
                        .toList(),
                wrong.isPresent() ? "" : filled.subject(),
                wrong.isPresent() ? "" : filled.text(),
                wrong.isPresent() ? 0 : parts(place, filled),
                place.shape().brief(),
                wrong.map(why -> List.of(new Wrong("text", why))).orElse(List.of()));
    }

    /// How it reads, with an invented code-name and the time it is now.
    private MessageText.Filled preview(Visit visit, Place place, MessageText text) {
        Words theirs = tools.book().in(place.language());
        MessageKind kind = place.shape().kind();
        var times = new TimeWords(visit.times().zone(), place.language());
        Map<Gap, String> gaps = new EnumMap<>(Gap.class);
        gaps.put(Gap.WHO, theirs.say(sampleWho(kind)));
        gaps.put(Gap.SINCE, times.minute(visit.now()));
        gaps.put(Gap.NEXT, theirs.say(sampleNext(place.shape())));
        gaps.put(Gap.ANSWER, Wording.answer(kind, sampleAnswer(place.shape()), theirs));
        return text.fill(gaps).labelled("");
    }

    private static String sampleWho(MessageKind kind) {
        return switch (kind) {
            case ALARM, PASSED_ON, SILENCE, MANY_SILENT, HELP, SPEAK_TO_LEAD, ENDED ->
                    "watch.texts.sample-who";
            case UNKNOWN_CALLERS, DESK, REMINDER -> "watch.message.who." + kind.word();
        };
    }

    private static String sampleNext(Shape shape) {
        if (shape.brief()) {
            return "watch.message." + shape.kind().word() + ".next-short";
        }
        return shape.kind() == MessageKind.DESK
                ? "watch.texts.sample-trouble"
                : "watch.message." + shape.kind().word() + ".next";
    }

    /// With a code and a link as they would be, but which no message holds.
    private AnswerWays.Offered sampleAnswer(Shape shape) {
        return shape.kind() == MessageKind.ENDED
                ? new AnswerWays.Offered(shape.brief(), Optional.empty(), Optional.empty())
                : new AnswerWays.Offered(
                        shape.brief(),
                        Optional.of(
                                new AnswerWays.Link(
                                        tools.watch().links().desk().get() + SAMPLE_PATH,
                                        "47",
                                        tools.watch().answering().spared())),
                        Optional.of("123456"));
    }

    /// How many messages a carrier would count it as; 0 where the desk knows no channel that
    /// counts.
    private int parts(Place place, MessageText.Filled filled) {
        return place.shape().brief() ? tools.delivery().parts(filled.text()) : 0;
    }
}
