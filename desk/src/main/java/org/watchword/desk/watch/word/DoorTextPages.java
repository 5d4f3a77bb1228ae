package org.watchword.desk.watch.word;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.DoorLook;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// How the quiet door looks and what is written back, as the team chooses it.
final class DoorTextPages {
    static final String PATH = "/door";

    private static final String TEMPLATE = "watch/word/door_texts.jte";
    private static final Sentence TITLE = Sentence.of("word.door-page.title");
    private static final Gate GATE = new Gate.Freshly(Capability.LADDERS);
    private static final int TEXT_MOST = 160;

    private final WordPages.Tools tools;

    DoorTextPages(WordPages.Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, GATE, this::show),
                Route.post(PATH, GATE, this::save),
                Route.post(PATH + "/look", GATE, this::choose),
                Route.post(PATH + "/texts", GATE, this::saveTexts));
    }

    private Door door() {
        return tools.words().door();
    }

    private Answer show(Visit visit) {
        var chosen = tools.store().read(door()::chosen);
        return Answer.page(TEMPLATE, TITLE, view(visit, chosen, kept(chosen), List.of()));
    }

    private Map<DoorField, String> kept(Door.Chosen chosen) {
        return tools.store().read(handle -> door().texts(handle, chosen));
    }

    /// Another look or another language of the page; each has its own texts.
    private Answer choose(Visit visit) {
        var now = tools.store().read(door()::chosen);
        var style = visit.form().text("look").map(DoorStyle::of).orElse(now.style());
        var language =
                visit.form()
                        .text("language")
                        .filter(tools.book().languageTags()::contains)
                        .map(Language::new)
                        .orElse(now.language());
        var chosen = new Door.Chosen(style, language);
        door().change(chosen, kept(chosen));
        return Answer.goTo(PATH);
    }

    private Answer save(Visit visit) {
        var chosen = tools.store().read(door()::chosen);
        var typed = new EnumMap<DoorField, String>(DoorField.class);
        var wrong = new ArrayList<Wrong>();
        for (DoorField field : DoorField.values()) {
            String text = visit.form().line(field.word()).orElse("");
            typed.put(field, text);
            if (text.isEmpty() && field != DoorField.LEAD) {
                wrong.add(new Wrong(field.word(), Sentence.of("word.door-page.empty")));
            } else if (text.length() > field.most()) {
                wrong.add(
                        new Wrong(
                                field.word(),
                                Sentence.of("word.door-page.too-long", "most", field.most())));
            }
        }
        if (!wrong.isEmpty()) {
            return Answer.again(TEMPLATE, TITLE, view(visit, chosen, typed, wrong));
        }
        if (visit.form().has("preview")) {
            return Answer.page(TEMPLATE, TITLE, view(visit, chosen, typed, wrong));
        }
        door().change(chosen, typed);
        return Answer.goTo(PATH);
    }

    private Answer saveTexts(Visit visit) {
        var typed = new ArrayList<Typed>();
        var wrong = new ArrayList<Wrong>();
        for (NeutralText which : NeutralText.values()) {
            for (String tag : tools.book().languageTags()) {
                String name = which.word() + "-" + tag;
                String text = visit.form().line(name).orElse("");
                typed.add(new Typed(which, new Language(tag), text));
                if (text.length() > TEXT_MOST) {
                    wrong.add(
                            new Wrong(
                                    name,
                                    Sentence.of("word.door-page.too-long", "most", TEXT_MOST)));
                }
            }
        }
        if (!wrong.isEmpty()) {
            var chosen = tools.store().read(door()::chosen);
            return Answer.again(TEMPLATE, TITLE, view(visit, chosen, kept(chosen), wrong));
        }
        var _ = tools.store().writer().write(Lane.ORDINARY, turn -> keep(turn, typed));
        return Answer.goTo(PATH);
    }

    private record Typed(NeutralText which, Language language, String text) {}

    /// A text that is the built-in one is not kept; an empty one brings that back.
    private int keep(Turn turn, List<Typed> all) {
        for (Typed one : all) {
            String ready = tools.words().texts().ready(one.which(), one.language());
            tools.words()
                    .texts()
                    .keep(
                            turn,
                            one.which().word(),
                            one.language(),
                            one.text().equals(ready) ? "" : one.text());
        }
        return all.size();
    }

    private WordsView.TheDoor view(
            Visit visit, Door.Chosen chosen, Map<DoorField, String> texts, List<Wrong> wrong) {
        Words words = visit.words();
        return new WordsView.TheDoor(
                Stream.of(DoorStyle.values())
                        .map(style ->
                                new WordsView.Choice(
                                        style.word(),
                                        words.say("word.look." + style.word()),
                                        style == chosen.style()))
                        .toList(),
                tools.book().languageTags().stream()
                        .map(tag ->
                                new WordsView.Choice(
                                        tag,
                                        name(new Language(tag), words),
                                        tag.equals(chosen.language().tag())))
                        .toList(),
                fields(texts, words),
                neutral(words),
                visit.form().has("preview"),
                shown(Door.look(chosen, texts)),
                wrong);
    }

    private static List<WordsView.Field> fields(Map<DoorField, String> texts, Words words) {
        return Stream.of(DoorField.values())
                .map(field ->
                        new WordsView.Field(
                                field.word(),
                                words.say("word.door-field." + field.word()),
                                texts.getOrDefault(field, ""),
                                field.most()))
                .toList();
    }

    private static WordsView.Shown shown(DoorLook look) {
        return new WordsView.Shown(
                look.language().tag(),
                look.title(),
                look.lead(),
                look.first(),
                look.second(),
                look.button(),
                look.answers().taken());
    }

    private List<WordsView.Field> neutral(Words words) {
        var all = new ArrayList<WordsView.Field>();
        for (String tag : tools.book().languageTags()) {
            for (NeutralText which : NeutralText.values()) {
                var language = new Language(tag);
                String text =
                        tools.store()
                                .read(handle ->
                                        tools.words().texts().text(handle, which, language));
                all.add(
                        new WordsView.Field(
                                which.word() + "-" + tag,
                                words.say(
                                        "word.neutral." + which.word(),
                                        "language",
                                        name(language, words)),
                                text,
                                TEXT_MOST));
            }
        }
        return all;
    }

    private static String name(Language language, Words words) {
        return language.locale().getDisplayLanguage(words.language().locale());
    }
}
