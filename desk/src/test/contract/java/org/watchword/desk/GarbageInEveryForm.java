package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.watch.Markup;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;

/// Every form of a desk in use, filled with what no form is made for, by somebody who reads
/// Russian. It never breaks, half-saves nothing and repeats nothing where it does not belong.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GarbageInEveryForm {
    static final String NEEDLE = "ZQNEEDLE";

    /// The fields of every form, by its address.
    private static final Map<String, List<String>> FIELDS = FieldsOfForms.all();

    /// Presses without a field that do their work whatever comes with them.
    private static final Set<String> PRESSES =
            Set.of(
                    "/sign-out",
                    "/lock",
                    "/people/invite/{id}/revoke",
                    "/people/{id}/addresses/{address}/remove",
                    "/rota/{id}/remove",
                    "/rota/weekly/{id}/stop",
                    "/rota/stand-ins/{id}/remove",
                    "/codenames/{id}/retire",
                    "/ladders/{id}/steps/{step}/remove",
                    "/ladders/{id}/remove");

    /// A call keeps what can be kept, and says what cannot.
    private static final Set<String> KEEPING = Set.of("/call", "/alarms/{id}/calls/{call}");

    private RoughDesk desk;
    private RoughDesk.Browser soyka;

    @BeforeAll
    void open(@TempDir Path dir) {
        desk = new RoughDesk(dir);
        var wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        soyka = desk.signedIn(RoughDesk.SOYKA);
        FilesOfRoughDesk.begin(desk, wren, soyka);
        soyka.get("/sessions");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    /// What is typed, escaped, by what it is.
    static Map<String, String> garbage() {
        var garbage = new LinkedHashMap<String, String>();
        garbage.put("nothing", "");
        garbage.put("blanks", "+%E2%80%83+%C2%A0");
        garbage.put("long", NEEDLE.repeat(1_250));
        garbage.put("a NUL", NEEDLE + "%00x");
        garbage.put("an escape", NEEDLE + "%1B%5B2J");
        garbage.put("bidi", NEEDLE + "%E2%80%AEevil");
        garbage.put("no UTF-8", NEEDLE + "%FF%C3%28%ED%A0%80");
        garbage.put("half an escape", NEEDLE + "%zz%");
        garbage.put("an emoji", escaped(NEEDLE + "👩🏽‍🚒🏳️‍🌈"));
        garbage.put("right to left", escaped(NEEDLE + " نورس البحر שחף"));
        garbage.put("below zero", "-1");
        garbage.put("huge", "999999999999999999");
        garbage.put("too huge", "99999999999999999999999999");
        garbage.put("other digits", escaped("٣٤"));
        garbage.put("25:99", "25%3A99");
        garbage.put("no leap day", "2027-02-29T15%3A00");
        garbage.put("a far year", "%2B999999999-01-01T00%3A00");
        garbage.put("the first year", "-999999999-01-01T00%3A00");
        garbage.put("SQL", escaped(NEEDLE + "'; DROP TABLE alarm; --"));
        garbage.put("HTML", escaped("\"'><script>alert('" + NEEDLE + "')</script><img src=x>"));
        garbage.put("a template", escaped("${" + NEEDLE + "} @if(true) !{x} {who} {0, date"));
        garbage.put("an address", escaped("//evil.example/" + NEEDLE));
        return garbage;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String there(String path) {
        String known = path.startsWith("/sessions") ? path.replace("{id}", "999") : path;
        return FilesOfRoughDesk.filled(desk, known)
                .replace("{kind}/{language}", "alarm/ru")
                .replaceAll("\\{[a-z]+}", "1");
    }

    private static String filled(String path, String value) {
        return FIELDS.getOrDefault(path, List.of()).stream()
                .map(field -> "&" + field + "=" + value)
                .collect(Collectors.joining());
    }

    @Test
    void there_is_no_form_that_is_not_tried() {
        var posts =
                desk.routes().stream()
                        .filter(route -> route.method() == Route.Method.POST)
                        .filter(route -> !(route.gate() instanceof Gate.Machine))
                        .map(Route::path)
                        .collect(Collectors.toSet());
        assertEquals(posts, FIELDS.keySet());
    }

    @Test
    void never_breaks_and_says_why_in_the_language_of_whoever_typed_it() {
        var wrong = new ArrayList<String>();
        for (var typed : garbage().entrySet()) {
            for (String path : FIELDS.keySet()) {
                if (!PRESSES.contains(path)) {
                    String what = typed.getKey() + " to " + path + ": ";
                    tried(path, typed.getValue(), what, wrong);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertFalse(desk.logged().contains(NEEDLE), "the log repeats nothing typed");
    }

    private void tried(String path, String value, String what, List<String> wrong) {
        var before = desk.rows();
        var page = soyka.postRaw(there(path), filled(path, value));
        if (page.status() >= 500 || page.status() == 403) {
            wrong.add(what + page.status());
        }
        if (page.status() >= 400) {
            if (!KEEPING.contains(path) && !before.equals(desk.rows())) {
                wrong.add(what + "half saved");
            }
            refusal(page, what, wrong);
        }
        String headers = page.whole().headers().map().toString();
        if (headers.contains(NEEDLE) && !value.contains("evil")) {
            wrong.add(what + "in the headers");
        }
        if (page.header("Location").startsWith("//")) {
            wrong.add(what + "leads away");
        }
    }

    static void refusal(RoughDesk.Page page, String what, List<String> wrong) {
        String text = page.text();
        String bare = text.replaceAll("(?s)<script>.*?</script>", "");
        if (!text.contains("<html lang=\"")) {
            wrong.add(what + "no page: " + page.status());
        }
        Markup.complaints(bare).forEach(complaint -> wrong.add(what + complaint));
        if (text.contains("<img src=x") || text.contains("<script>alert")) {
            wrong.add(what + "not escaped");
        }
        if (text.contains("Exception") || text.contains("\tat ")) {
            wrong.add(what + "a stack trace");
        }
        var title = text.replaceAll("(?s).*<title>(.*?)</title>.*", "$1");
        if (title.contains(NEEDLE) || !title.matches(".*[А-я].*")) {
            wrong.add(what + "title " + title.length());
        }
        String says = text.replaceAll("(?s).*<main[^>]*>(.*)</main>.*", "$1");
        if (!text.contains("class=\"error") && !says.matches("(?s).*[А-я]{3}.*")) {
            wrong.add(what + "says nothing");
        }
    }

    @Test
    void an_address_of_nothing_is_answered_calmly() {
        var ids =
                List.of(
                        "0",
                        "-1",
                        "999999999999999999",
                        "99999999999999999999999",
                        "abc",
                        escaped("١"),
                        "%00",
                        "%0d%0aX-Evil:1",
                        "..%2f",
                        "%FF",
                        NEEDLE);
        var wrong = new ArrayList<String>();
        for (Route route : desk.routes()) {
            for (String id : ids) {
                if (route.path().contains("{")) {
                    String path = route.path().replaceAll("\\{[a-z]+}", id);
                    var page =
                            route.method() == Route.Method.GET
                                    ? soyka.get(path)
                                    : soyka.postRaw(path, filled(route.path(), "1"));
                    if (page.status() < 400 || page.status() >= 500) {
                        if (page.status() != 303) {
                            wrong.add(route.method() + " " + path + " " + page.status());
                        }
                    }
                    if (page.whole().headers().firstValue("X-Evil").isPresent()) {
                        wrong.add(path + " makes a header");
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertFalse(desk.logged().contains(NEEDLE));
    }

    @Test
    void a_call_in_garbage_still_raises() {
        var wrong = new ArrayList<String>();
        for (var typed : garbage().entrySet()) {
            int before = desk.rows().getOrDefault("alarm", 0);
            soyka.postRaw("/call", filled("/call", typed.getValue()).replace("&form=", "&x="));
            if (desk.rows().getOrDefault("alarm", 0) != before + 1) {
                wrong.add(typed.getKey());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_call_with_a_hundred_thousand_characters_in_each_field_still_raises() {
        int before = desk.rows().getOrDefault("alarm", 0);
        String much = NEEDLE.repeat(12_500);
        var page = soyka.postRaw("/call", filled("/call", much).replace("&form=", "&x="));
        assertEquals(422, page.status());
        assertEquals(before + 1, desk.rows().getOrDefault("alarm", 0));
        assertTrue(page.text().contains(much), "what was typed is kept for shortening");
    }

    @Test
    void a_call_as_long_as_its_fields_allow_is_taken_whole_in_russian() {
        String words = escaped("Ж".repeat(4_000));
        String form = "&words=%s&sounds=%s&where=%s".formatted(words, words, words);
        assertEquals(303, soyka.postRaw("/call", form).status());
    }

    @Test
    void a_form_that_is_far_too_long_is_refused_before_anything_is_kept() {
        var before = desk.rows();
        String much = NEEDLE.repeat(12_500);
        var wrong = new ArrayList<String>();
        for (String path : FIELDS.keySet()) {
            if (!PRESSES.contains(path)
                    && !path.equals("/call")
                    && !path.equals("/raise")
                    && !FIELDS.getOrDefault(path, List.of()).isEmpty()) {
                var page = soyka.postRaw(there(path), filled(path, much));
                if (page.status() >= 500) {
                    wrong.add(path + " " + page.status());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, desk.rows());
    }

    @Test
    void a_form_larger_than_the_desk_takes_is_told_so_once_it_has_arrived() {
        var page = soyka.postRaw("/ladders", "&label=" + NEEDLE.repeat(400_000));
        assertEquals(413, page.status());
        assertTrue(page.text().contains("Текст слишком длинный"));
    }

    @Test
    void a_form_sent_twice_does_its_work_once_or_says_so() {
        var before = desk.rows();
        for (int i = 0; i < 2; i++) {
            soyka.post("/call", "form", "twice", "words", "Twice");
            soyka.post("/raise", "form", "twice-too");
            soyka.post("/codenames/new", "name", "TWICE", "plan", "", "ladder", "0");
            soyka.post(
                    "/rota",
                    "role",
                    "duty",
                    "person",
                    "" + desk.person(RoughDesk.FINCH),
                    "from",
                    "2026-12-24T18:00",
                    "to",
                    "2026-12-24T20:00");
            soyka.post(
                    "/people/" + desk.person(RoughDesk.SOYKA) + "/addresses",
                    "channel",
                    "1",
                    "address",
                    "Twice");
        }
        var after = desk.rows();
        assertEquals(2, more("alarm", before, after));
        assertEquals(1, more("codename", before, after));
        assertEquals(1, more("shift", before, after));
        assertEquals(1, more("address", before, after));
    }

    private static int more(String table, Map<String, Integer> before, Map<String, Integer> after) {
        return after.getOrDefault(table, 0) - before.getOrDefault(table, 0);
    }

    @Test
    void a_name_stays_on_one_line() {
        soyka.post("/codenames/new", "name", "GULL\r\nBcc: evil@example.org", "ladder", "0");
        soyka.post("/roles/new", "label", "Night\r\nwatch");
        var names = soyka.get("/codenames").text() + soyka.get("/people").text();
        assertFalse(names.contains("GULL\nBcc"));
        assertFalse(names.contains("Night\nwatch"));
    }

    @Test
    void a_time_that_is_not_on_the_clock_or_in_the_calendar_plans_nothing() {
        int before = desk.rows().getOrDefault("shift", 0);
        String finch = "" + desk.person(RoughDesk.FINCH);
        for (String from : List.of("2027-02-29T15:00", "2027-04-31T15:00", "2027-03-28T03:30")) {
            var page =
                    soyka.post(
                            "/rota",
                            "role",
                            "duty",
                            "person",
                            finch,
                            "from",
                            from,
                            "to",
                            "2027-05-01T15:00");
            assertEquals(422, page.status(), from);
            assertTrue(page.text().contains(from), "what was typed stays: " + from);
        }
        assertEquals(before, desk.rows().getOrDefault("shift", 0));
    }
}
