package org.watchword.story.demo;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.story.script.Story;
import org.watchword.story.visit.Credentials;

/// Turns a {@link Stage.Scene} into pages, in the reader's language.
final class StartPage {
    static final List<Language> LANGUAGES = List.of(new Language("en"), new Language("ru"));

    private final WordBook book = WordBook.read(LANGUAGES, List.of(StartPage.class));
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    StartPage.class.getClassLoader(),
                    "org.watchword.story.templates");
    private final Stage stage;
    private final Guide guide;

    StartPage(Stage stage, Guide guide) {
        this.stage = stage;
        this.guide = guide;
    }

    Words words(Language language) {
        return book.in(language);
    }

    String whole(Language language, int port) {
        Story story = stage.story();
        List<StartView.Tongue> tongues =
                LANGUAGES.stream()
                        .map(tongue ->
                                new StartView.Tongue(
                                        tongue.tag(), ownName(tongue), tongue.equals(language)))
                        .toList();
        var view =
                new StartView(
                        story.title(),
                        story.place().desk(),
                        tongues,
                        live(language, port),
                        stage.staffDesk(),
                        story.team().people().stream().map(this::key).toList(),
                        stage.quietDoor(),
                        stage.cards());
        return render("demo/start.jte", Map.of("words", words(language), "view", view));
    }

    private StartView.Key key(Story.Person person) {
        Credentials who = stage.credentials(person.name());
        return new StartView.Key(who.name(), who.passphrase(), who.pin());
    }

    /// Only what changes, for the script.
    String parts(Language language, int port) {
        return render(
                "demo/live.jte", Map.of("words", words(language), "live", live(language, port)));
    }

    /// The page between the start page and a person's desk. It stands on that person's own host, so
    /// that the browser sends along the cookie it has just been given.
    String entering(Language language, String person, boolean signedIn) {
        Words words = words(language);
        return render(
                "demo/entering.jte",
                Map.of(
                        "words",
                        words,
                        "title",
                        words.say("demo.enter.title", "who", person),
                        "says",
                        signedIn
                                ? words.say("demo.enter.says")
                                : words.say("demo.enter.not", "who", person),
                        "forward",
                        stage.deskOf(person),
                        "byItself",
                        signedIn));
    }

    String refused(Language language) {
        Words words = words(language);
        return notice(words, words.say("demo.refused.title"), words.say("demo.refused.says"));
    }

    /// The page for whoever sent a text that the desk did not take.
    String unsaid(Language language) {
        Words words = words(language);
        return notice(words, words.say("demo.unsaid.title"), words.say("demo.unsaid.says"));
    }

    private String notice(Words words, String title, String says) {
        return render(
                "demo/entering.jte",
                Map.of(
                        "words",
                        words,
                        "title",
                        title,
                        "says",
                        says,
                        "forward",
                        "/",
                        "byItself",
                        false));
    }

    private String render(String template, Map<String, Object> what) {
        var out = new StringOutput();
        engine.render(template, what, out);
        return out.toString();
    }

    private Live live(Language language, int port) {
        Words words = words(language);
        TimeWords times = stage.times(language);
        Stage.Scene scene = stage.scene();
        var drawn = new DrawnPhones(stage.story(), scene.now(), words, times);
        boolean playing = scene.chapters().stream().anyMatch(c -> isPlaying(c.progress()));
        int next =
                scene.chapters().stream()
                        .filter(c -> c.progress() instanceof Stage.Progress.ToCome)
                        .mapToInt(Stage.Chapter::number)
                        .findFirst()
                        .orElse(0);
        return new Live(
                times.second(scene.now()),
                times.minute(scene.now()),
                day(scene.now(), language),
                scene.deskUp(),
                words.say(scene.deskUp() ? "demo.desk.up" : "demo.desk.down"),
                scene.chapters().stream()
                        .map(c -> chapter(c, words, times, !playing && c.number() == next))
                        .toList(),
                scene.phones().stream().map(p -> drawn.draw(p, port)).toList());
    }

    private static boolean isPlaying(Stage.Progress progress) {
        return progress instanceof Stage.Progress.Playing;
    }

    private String day(Instant now, Language language) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM y", language.locale())
                .withZone(stage.story().place().zone())
                .format(now);
    }

    private Live.ChapterView chapter(
            Stage.Chapter chapter, Words words, TimeWords times, boolean offered) {
        Guide.Entry entry = guide.of(chapter.name(), words.language());
        Shown shown = shown(chapter.progress(), offered);
        return new Live.ChapterView(
                chapter.number(),
                times.minute(chapter.from()),
                entry.title(),
                entry.tells(),
                shown.state(),
                shown.wordKey().isEmpty() ? "" : words.say(shown.wordKey()),
                shown.tag(),
                chapter.progress() instanceof Stage.Progress.Played played
                        ? played.measured().stream().map(words::say).toList()
                        : List.of(),
                offered,
                words.say(chapter.kills() ? "demo.chapter.kill" : "demo.chapter.play"));
    }

    private record Shown(String state, String wordKey, String tag) {}

    private static Shown shown(Stage.Progress progress, boolean offered) {
        return switch (progress) {
            case Stage.Progress.ToCome() -> new Shown(offered ? "next" : "later", "", "");
            case Stage.Progress.Playing() ->
                    new Shown("playing", "demo.chapter.playing", "tag--late");
            case Stage.Progress.Played(boolean well, List<?> measured) ->
                    well
                            ? new Shown("played", "demo.chapter.played", "tag--good")
                            : new Shown("failed", "demo.chapter.failed", "tag--late");
        };
    }

    private static String ownName(Language language) {
        Locale locale = language.locale();
        return locale.getDisplayLanguage(locale);
    }
}
