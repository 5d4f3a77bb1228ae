package org.watchword.desk.watch;

import com.ibm.icu.text.LocaleDisplayNames;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
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

    private final PageTools tools;

    TextPages(PageTools tools) {
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
                Arrays.stream(MessageKind.values())
                        .map(kind ->
                                new TextsView.Kind(
                                        kind.word(),
                                        visit.words().say(kind.labelKey()),
                                        languages().stream()
                                                .map(language -> wording(visit, kind, language))
                                                .toList()))
                        .toList();
        return Answer.page("watch/texts.jte", TITLE, new TextsView.All(kinds));
    }

    private TextsView.Wording wording(Visit visit, MessageKind kind, Language language) {
        Optional<MessageText> own = own(kind, language);
        return new TextsView.Wording(
                language.tag(),
                called(language, visit.words()),
                own.isPresent(),
                own.orElseGet(() -> kind.builtIn(tools.book().in(language))).subject());
    }

    private Optional<MessageText> own(MessageKind kind, Language language) {
        return tools.store()
                .read(handle -> tools.delivery().templates().own(handle, kind.word(), language));
    }

    private static String called(Language language, Words words) {
        return LocaleDisplayNames.getInstance(words.language().locale())
                .localeDisplayName(language.locale());
    }

    /// The wording that an address names.
    private record Place(MessageKind kind, Language language) {}

    private Place place(Visit visit) {
        var kind =
                Arrays.stream(MessageKind.values())
                        .filter(one -> one.word().equals(visit.part("kind")))
                        .findFirst();
        var language =
                languages().stream()
                        .filter(one -> one.tag().equals(visit.part("language")))
                        .findFirst();
        return new Place(
                kind.orElseThrow(Route.NotHere::new), language.orElseThrow(Route.NotHere::new));
    }

    private Answer one(Visit visit) {
        Place place = place(visit);
        MessageText text =
                own(place.kind(), place.language())
                        .orElseGet(() -> place.kind().builtIn(tools.book().in(place.language())));
        return Answer.page("watch/text_one.jte", TITLE, view(visit, place, text, Optional.empty()));
    }

    private Answer save(Visit visit) {
        Place place = place(visit);
        Form form = visit.form();
        if (form.has("back")) {
            tools.store()
                    .writer()
                    .write(
                            Lane.ORDINARY,
                            turn -> {
                                tools.delivery()
                                        .templates()
                                        .backToBuiltIn(turn, place.kind().word(), place.language());
                                return true;
                            });
            return Answer.goTo("/texts");
        }
        var typed = new MessageText(form.line("subject").orElse(""), form.text("text").orElse(""));
        return switch (MessageText.check(typed.subject(), typed.text())) {
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
        tools.store()
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            tools.delivery()
                                    .templates()
                                    .keep(turn, place.kind().word(), place.language(), text);
                            return true;
                        });
        return Answer.goTo("/texts");
    }

    private TextsView.One view(
            Visit visit, Place place, MessageText text, Optional<Sentence> wrong) {
        Words mine = visit.words();
        MessageText.Filled filled = preview(visit, place, text);
        return new TextsView.One(
                place.kind().word(),
                mine.say(place.kind().labelKey()),
                place.language().tag(),
                called(place.language(), mine),
                own(place.kind(), place.language()).isPresent(),
                text.subject(),
                text.text(),
                Arrays.stream(Gap.values())
                        .map(gap ->
                                new TextsView.Gap(
                                        "{" + gap.word() + "}",
                                        mine.say("watch.texts.gap." + gap.word())))
                        .toList(),
                wrong.isPresent() ? "" : filled.subject(),
                wrong.isPresent() ? "" : filled.text(),
                wrong.map(why -> List.of(new Wrong("text", why))).orElse(List.of()));
    }

    /// How it reads, with an invented code-name and the time it is now.
    private MessageText.Filled preview(Visit visit, Place place, MessageText text) {
        Words theirs = tools.book().in(place.language());
        var times = new TimeWords(visit.times().zone(), place.language());
        boolean named =
                switch (place.kind()) {
                    case ALARM, PASSED_ON, ENDED -> true;
                    case UNKNOWN_CALLERS, DESK -> false;
                };
        Map<Gap, String> gaps = new EnumMap<>(Gap.class);
        gaps.put(
                Gap.WHO,
                theirs.say(
                        named
                                ? "watch.texts.sample-who"
                                : "watch.message.who." + place.kind().word()));
        gaps.put(Gap.SINCE, times.minute(visit.now()));
        gaps.put(
                Gap.NEXT,
                theirs.say(
                        place.kind() == MessageKind.DESK
                                ? "watch.texts.sample-trouble"
                                : "watch.message." + place.kind().word() + ".next"));
        gaps.put(Gap.ANSWER, theirs.say("watch.message." + place.kind().word() + ".answer"));
        return text.fill(gaps).labelled("");
    }
}
