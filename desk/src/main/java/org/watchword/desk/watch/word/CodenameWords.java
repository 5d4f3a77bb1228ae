package org.watchword.desk.watch.word;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.word.Outcome.State;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// What the page of one code-name's words shows.
final class CodenameWords {
    static final String TEMPLATE = "watch/word/words.jte";

    private static final int CAME_IN = 30;

    private final WordPages.Tools tools;

    CodenameWords(WordPages.Tools tools) {
        this.tools = tools;
    }

    /// The code-name of the path, unless it is retired or none.
    Codename codename(Visit visit) {
        var id = new CodenameId(visit.number("id"));
        return tools.ladders().codenames().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Route.NotHere::new);
    }

    /// A form that has nothing in it yet.
    WordsView.Typed fresh() {
        return new WordsView.Typed(formId(), "", "", true, false, "");
    }

    String formId() {
        byte[] id = new byte[16];
        tools.words().random().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    WordsView.Of view(Visit visit, Codename codename, WordsView.Typed typed, List<Wrong> wrong) {
        Words words = visit.words();
        var cards =
                tools.store()
                        .read(handle -> tools.words().cards().rows().all(handle, codename.id()));
        var lines = cards.stream().limit(WordPages.most()).map(one -> line(visit, one)).toList();
        // The person goes on speaking what the last card was written in.
        Language spoken =
                cards.stream().findFirst().map(CardRows.Kept::language).orElseGet(words::language);
        String now =
                cards.stream()
                        .filter(CardRows.Kept::live)
                        .findFirst()
                        .map(card -> standing(visit, card))
                        .orElse("");
        return new WordsView.Of(
                codename.id().value(),
                codename.name(),
                now,
                tools.store().read(tools.words().cards().rows()::restored).contains(codename.id()),
                lines,
                cameIn(codename, words),
                addresses(codename, words),
                channels(),
                languages(words, spoken),
                typed,
                wrong);
    }

    private String standing(Visit visit, CardRows.Kept card) {
        var kept =
                tools.store().read(handle -> tools.words().cards().rows().words(handle, card.id()));
        long left = kept.stream().filter(w -> w.kind() == WordKind.LISTED && !w.used()).count();
        String key = card.listOn() ? "word.card.standing" : "word.card.standing-no-list";
        return visit.words()
                .say(
                        key,
                        Map.of(
                                "number",
                                Long.toString(card.id().value()),
                                "left",
                                left,
                                "time",
                                visit.times().dayAndMinute(card.madeAt())));
    }

    /// A line of the log: number, who and when, and its end.
    private String line(Visit visit, CardRows.Kept card) {
        var gaps =
                Map.<String, Object>of(
                        "number",
                        Long.toString(card.id().value()),
                        "who",
                        name(card.madeBy(), visit.words()),
                        "time",
                        visit.times().dayAndMinute(card.madeAt()));
        String made = visit.words().say("word.card.made", gaps);
        return card.burnedAt()
                .map(at ->
                        made
                                + " "
                                + visit.words()
                                        .say(
                                                "word.card.burned",
                                                Map.of(
                                                        "who",
                                                        card.burnedBy()
                                                                .map(by -> name(by, visit.words()))
                                                                .orElse("?"),
                                                        "time",
                                                        visit.times().dayAndMinute(at))))
                .orElse(made);
    }

    private String name(PersonId person, Words words) {
        return tools.store()
                .read(handle -> tools.people().name(handle, person))
                .orElseGet(() -> words.say("word.somebody"));
    }

    private List<WordsView.CameIn> cameIn(Codename codename, Words words) {
        return tools
                .store()
                .read(handle -> tools.words().rows().of(handle, codename.id(), CAME_IN))
                .stream()
                .map(one ->
                        new WordsView.CameIn(
                                one.at(),
                                tools.way(one.over(), words),
                                words.say(state(one.outcome().state()))))
                .toList();
    }

    /// That it was forced, or asked for help, is for the alarm to say and for whom it concerns.
    private static String state(State state) {
        return switch (state) {
            case WAITING -> "word.state.waiting";
            case UNKNOWN -> "word.state.unknown";
            case OK, CONTACT, HELP, DURESS -> "word.state.came";
        };
    }

    private List<WordsView.Address> addresses(Codename codename, Words words) {
        return tools.store().read(handle -> addresses(handle, codename, words));
    }

    private List<WordsView.Address> addresses(Handle handle, Codename codename, Words words) {
        return tools.words().contacts().of(handle, codename.id()).stream()
                .map(one ->
                        new WordsView.Address(
                                one.id(),
                                tools.delivery()
                                        .channels()
                                        .find(handle, one.channel())
                                        .map(Channels.Setup::label)
                                        .orElse("?"),
                                one.address(),
                                name(one.language(), words)))
                .toList();
    }

    /// Those that a machine sends over, and that are on.
    List<WordsView.Choice> channels() {
        return tools.store().read(tools.delivery().channels()::all).stream()
                .filter(Channels.Setup::active)
                .filter(setup ->
                        tools.delivery().kind(setup.kind()).filter(k -> !k.byHand()).isPresent())
                .map(setup -> new WordsView.Choice("" + setup.id().value(), setup.label(), false))
                .toList();
    }

    private List<WordsView.Choice> languages(Words words, Language chosen) {
        var all = new ArrayList<WordsView.Choice>();
        for (String tag : tools.book().languageTags()) {
            var language = new Language(tag);
            all.add(new WordsView.Choice(tag, name(language, words), language.equals(chosen)));
        }
        return all;
    }

    private static String name(Language language, Words words) {
        return language.locale().getDisplayLanguage(words.language().locale());
    }

    /// The language that was chosen in a form.
    Language language(Visit visit) {
        return visit.form()
                .text("language")
                .filter(tools.book().languageTags()::contains)
                .map(Language::new)
                .orElse(visit.words().language());
    }
}
