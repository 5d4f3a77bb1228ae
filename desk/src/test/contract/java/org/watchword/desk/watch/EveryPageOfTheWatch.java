package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.CaseFiles;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.LiveView;

/// Every template of the room, in every language, with whatever people may type.
class EveryPageOfTheWatch {
    private static final List<Language> LANGUAGES = List.of(new Language("en"), new Language("ru"));
    private static final WordBook BOOK =
            WordBook.read(LANGUAGES, List.of(Frame.class, Watch.class));
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    EveryPageOfTheWatch.class.getClassLoader(),
                    "org.watchword.desk.templates");

    private static final String HOSTILE =
            "\"><script>alert(1)</script><b style=\"x\" onclick='y'>&amp;{who} <!-- '";

    private static final Map<String, Map<String, Object>> SAMPLES =
            Map.of(
                    "one night", OneNight.pages(),
                    "ordinary",
                            new SampleViews("Alder", "Heron and Finch are being rung.", 2).all(),
                    "empty", new SampleViews("", "", 0).all(),
                    "hostile", new SampleViews(HOSTILE, HOSTILE, 3).all(),
                    "long",
                            new SampleViews("Ж".repeat(60), "Щупальцевидный ".repeat(266), 30)
                                    .all(),
                    "from the right", new SampleViews("نورس البحر", "صراخ في الخلفية", 5).all());

    private final List<String> found = new ArrayList<>();

    private static String render(String template, Object view, Language language) {
        var words = BOOK.in(language);
        var present =
                new Caller.Present(
                        new PersonId(1),
                        "Wren",
                        language,
                        "token",
                        Set.of("answer"),
                        false,
                        new CaseFiles.Shut());
        var frame =
                new Frame(
                        "Harbour",
                        words.say("watch.board.title"),
                        present,
                        "token",
                        words,
                        new TimeWords(ZoneId.of("Europe/Moscow"), language),
                        SampleViews.NOW,
                        List.of(new Frame.MenuItem("watch.menu.board", "/", "answer")),
                        "/",
                        view instanceof LiveView ? "// the one script" : "",
                        place -> List.of());
        var output = new StringOutput();
        ENGINE.render(template, Map.of("frame", frame, "view", view), output);
        return output.toString();
    }

    private interface Look {
        void at(String page, String html) throws IOException;
    }

    private static void everywhere(Look look) throws IOException {
        int pages = 0;
        for (Language language : LANGUAGES) {
            for (var sample : SAMPLES.entrySet()) {
                for (var page : sample.getValue().entrySet()) {
                    String name = page.getKey() + ", " + sample.getKey() + ", " + language.tag();
                    look.at(name, render(page.getKey(), page.getValue(), language));
                    pages++;
                }
            }
        }
        assertTrue(pages >= 100, "saw only " + pages);
    }

    @Test
    void is_well_formed_and_points_nowhere_in_vain() throws IOException {
        everywhere((page, html) ->
                Markup.complaints(html.replaceFirst("(?s)<script>// the one.*?</script>", ""))
                        .stream()
                        .filter(one -> !partial(page, one))
                        .forEach(one -> found.add(page + ": " + one)));
        assertEquals(List.of(), found);
    }

    /// A part stands in a page; what it points at may be there.
    private static boolean partial(String page, String complaint) {
        return page.contains("_inside") && complaint.startsWith("nothing has the id");
    }

    @Test
    void shows_what_people_typed_as_text_and_never_as_markup() throws IOException {
        everywhere((page, html) -> {
            if (html.contains("<script>alert") || html.contains("<b style")) {
                found.add(page);
            }
        });
        assertEquals(List.of(), found);
    }

    @Test
    void carries_no_script_unless_it_renews_itself() throws IOException {
        everywhere((page, html) -> {
            boolean live = page.startsWith("watch/board.") || page.startsWith("watch/alarm.");
            int scripts = html.split("<script", -1).length - 1;
            if (scripts != (live ? 1 : 0)) {
                found.add(page + " has " + scripts);
            }
        });
        assertEquals(List.of(), found);
    }

    @Test
    void asks_a_token_with_every_form_that_is_posted() throws IOException {
        everywhere((page, html) -> {
            int posts = html.split("method=\"post\"", -1).length;
            int tokens = html.split("name=\"token\"", -1).length;
            if (posts != tokens) {
                found.add(page + ": " + posts + " forms, " + tokens + " tokens");
            }
        });
        assertEquals(List.of(), found);
    }

    @Test
    void names_nobody_in_the_title() throws IOException {
        everywhere((page, html) -> {
            int from = html.indexOf("<title>");
            if (from >= 0 && !html.contains("<title id=")) {
                String title = html.substring(from, html.indexOf("</title>"));
                assertFalse(title.contains("Alder"), page);
            }
        });
    }

    /// Writes every page into a folder, for looking at.
    static void main(String[] args) throws IOException {
        everywhere((page, html) -> {
            String name = page.replaceAll("^.*/|\\.jte", "").replaceAll("[, ]+", "-");
            Files.writeString(Path.of(args[0], name + ".html"), html);
        });
    }
}
