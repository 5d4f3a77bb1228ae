package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.watch.Markup;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;

/// Every page of a desk in use, as its keepers see it in their two languages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageOfTheDesk {
    private static final Pattern SCRIPT = Pattern.compile("(?s)<script>.*?</script>");
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");
    private static final Pattern RAW_KEY =
            Pattern.compile(
                    "\\b(watch|silence|accounts|casebook|delivery|partner|rota|web|cli)\\.[a-z]+[a-z.-]*\\b");

    /// Doors that lead on somebody who is in already; parts of a page.
    private static final Set<String> LEADING_ON = Set.of("/sign-in", "/unlock", "/pin", "/join");

    private static final Set<String> PARTS = Set.of("/live", "/alarms/{id}/live");
    private static final Set<String> WITH_SCRIPT = Set.of("/", "/alarms/{id}");

    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private RoughDesk.Browser soyka;

    @BeforeAll
    void open(@TempDir Path dir) {
        desk = new RoughDesk(dir);
        wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        soyka = desk.signedIn(RoughDesk.SOYKA);
        FilesOfRoughDesk.begin(desk, wren, soyka);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private List<String> addresses(String path) {
        return switch (path) {
            case "/channels/new/{kind}" -> List.of("/channels/new/paper", "/channels/new/mail");
            case "/texts/{kind}/{language}" ->
                    List.of(
                            "/texts/alarm/en",
                            "/texts/alarm/ru",
                            "/texts/ended/ru",
                            "/texts/alarm-short/en",
                            "/texts/desk-short/ru");
            // It opens for whoever was rung, and is looked at where somebody is.
            case "/a/{token}" -> List.of();
            // No page: a file for a spreadsheet.
            case "/statistics/{month}/csv" -> List.of();
            // It opens for a holder of an envelope, and is looked at where there is one.
            case "/alarms/{id}/envelope/{codename}" -> List.of();
            case "/statistics/{month}" -> List.of("/statistics/2026-02");
            case "/channels/{id}" -> List.of("/channels/1", "/channels/2");
            default -> List.of(FilesOfRoughDesk.filled(desk, path).replace("{step}", "1"));
        };
    }

    @Test
    void opens_well_formed_and_in_the_language_of_whoever_looks() {
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (Route route : desk.routes()) {
            if (isPage(route)) {
                for (String address : addresses(route.path())) {
                    look(wren, route.path(), address, "en", wrong);
                    look(soyka, route.path(), address, "ru", wrong);
                    seen++;
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen > 30, "pages were seen");
    }

    /// What machines are answered is no page.
    private static boolean isPage(Route route) {
        return route.method() == Route.Method.GET && !(route.gate() instanceof Gate.Machine);
    }

    private static void look(
            RoughDesk.Browser who, String path, String address, String tag, List<String> wrong) {
        var page = who.get(address);
        String at = tag + " " + address + ": ";
        if (LEADING_ON.contains(path)) {
            if (page.status() != 303) {
                wrong.add(at + page.status());
            }
            return;
        }
        if (page.status() != 200) {
            wrong.add(at + page.status());
            return;
        }
        int scripts = page.text().split("<script", -1).length - 1;
        if (scripts != (WITH_SCRIPT.contains(path) ? 1 : 0)) {
            wrong.add(at + scripts + " scripts");
        }
        String bare = SCRIPT.matcher(page.text()).replaceAll("");
        Markup.complaints(bare).stream()
                .filter(complaint ->
                        !PARTS.contains(path) || !complaint.startsWith("nothing has the id"))
                .forEach(complaint -> wrong.add(at + complaint));
        if (!PARTS.contains(path)) {
            head(bare, at, tag, wrong);
        }
        said(bare, path).forEach(raw -> wrong.add(at + "shows " + raw));
    }

    private static void head(String page, String at, String tag, List<String> wrong) {
        if (!page.contains("<html lang=\"" + tag + "\" dir=\"ltr\">")) {
            wrong.add(at + "another language");
        }
        var title = TITLE.matcher(page);
        if (!title.find() || title.group(1).isBlank()) {
            wrong.add(at + "no title");
        } else if (isPersonal(title.group(1))) {
            wrong.add(at + "a name in the title");
        }
    }

    static boolean isPersonal(String text) {
        return List.of(RoughDesk.HERON, "Wren", "Сойка", "Finch", "PLOVER").stream()
                .anyMatch(text::contains);
    }

    /// What nobody should read: gaps left open, keys instead of words. The page of wordings shows
    /// gaps because people fill them.
    private static Set<String> said(String page, String path) {
        String text = page.replaceAll("<[^>]*>", " ");
        var raw = new TreeSet<String>();
        if (!path.startsWith("/texts") && text.contains("{")) {
            raw.add("{");
        }
        var key = RAW_KEY.matcher(text);
        while (key.find()) {
            raw.add(key.group());
        }
        return raw;
    }

    @Test
    void carries_nothing_personal_in_addresses_and_headers() {
        var wrong = new ArrayList<String>();
        for (Route route : desk.routes()) {
            if (isPage(route)) {
                for (String address : addresses(route.path())) {
                    var headers = soyka.get(address).whole().headers().map();
                    if (isPersonal(address + headers)) {
                        wrong.add(address + headers);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }
}
