package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Planning, pausing and ending a watch over the forms that people use.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchesOnPages {
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private RoughDesk desk;
    private RoughDesk.Browser keeper;
    private RoughDesk.Browser officer;

    @BeforeAll
    void open(@TempDir Path dir) {
        desk = new RoughDesk(dir);
        keeper = desk.signedIn(RoughDesk.WREN);
        desk.furnish(keeper);
        officer = desk.signedIn(RoughDesk.FINCH);
        officer.get("/watches");
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private static String[] plan(String label, String times, String zone) {
        return new String[] {
            "label",
            label,
            "about",
            "1",
            "zone",
            zone,
            "times",
            times,
            "days",
            "3",
            "days",
            "4",
            "reminder",
            "15",
            "grace",
            "30",
            "ladder",
            "0"
        };
    }

    private String planned(String label) {
        return RoughDesk.number(keeper.done("/watches/new", plan(label, "22:00", "Asia/Tbilisi")));
    }

    private static String inTwoHours() {
        return FIELD.format(LocalDateTime.now(ZoneId.of("Europe/Riga")).plusHours(2));
    }

    @Test
    void a_plan_is_said_in_plain_words() {
        String page = keeper.get("/watches/" + planned("The journey")).text();

        for (String said :
                new String[] {
                    "The journey",
                    "About HERON.",
                    "A word is due at 22:00, on these days: Wed and Thu.",
                    "These times are in the zone Asia/Tbilisi.",
                    "15 minutes before, whoever was not heard is reminded.",
                    "30 minutes after, the alarm comes.",
                    "Not armed"
                }) {
            assertTrue(page.contains(said), said + page);
        }
    }

    @Test
    void what_cannot_be_is_said_and_what_was_typed_stays() {
        var page = keeper.post("/watches/new", plan("The <b> flat", "22:00, soon", "Europe/Riga"));

        assertEquals(422, page.status());
        assertTrue(page.text().contains("A time of day cannot be read."), page.text());
        assertTrue(page.text().contains("value=\"The &lt;b> flat\""), page.text());
        assertTrue(page.text().contains("value=\"22:00, soon\""), page.text());
        assertTrue(page.text().contains("value=\"3\" checked"), page.text());
        assertFalse(page.text().contains("value=\"5\" checked"), page.text());
    }

    @Test
    void an_officer_sees_and_pauses_and_plans_nothing() {
        String id = planned("The flat of two");
        keeper.done("/watches/" + id + "/arm", "seen", "0");

        assertEquals(403, officer.get("/watches/new").status());
        assertEquals(403, officer.post("/watches/" + id + "/end", "seen", "1").status());
        String page = officer.get("/watches/" + id).text();
        assertFalse(page.contains("/change\""), page);
        String wren = "" + desk.person(RoughDesk.WREN);
        String[] pause = {"seen", "1", "until", inTwoHours(), "second", wren, "why", "A train."};
        officer.done("/watches/" + id + "/pause", pause);

        page = officer.get("/watches/" + id).text();
        assertTrue(page.contains("Paused until"), page);
        assertTrue(page.contains("A train."), page);
        assertTrue(page.contains("Wren Tanager knows of it."), page);
    }

    @Test
    void a_pause_without_another_name_keeps_what_was_typed() {
        String id = planned("The house");
        keeper.done("/watches/" + id + "/arm", "seen", "0");
        String until = inTwoHours();

        var page =
                officer.post(
                        "/watches/" + id + "/pause",
                        "seen",
                        "1",
                        "until",
                        until,
                        "why",
                        "A train.");

        assertEquals(422, page.status());
        assertTrue(page.text().contains("Choose another member"), page.text());
        assertTrue(page.text().contains("value=\"A train.\""), page.text());
        assertTrue(page.text().contains("value=\"" + until + "\""), page.text());
    }

    @Test
    void who_presses_over_an_older_page_is_told() {
        String id = planned("The boat");
        keeper.done("/watches/" + id + "/arm", "seen", "0");
        String wren = "" + desk.person(RoughDesk.WREN);
        String[] pause = {"seen", "1", "until", inTwoHours(), "second", wren, "why", "A train."};
        officer.done("/watches/" + id + "/pause", pause);

        var page = keeper.post("/watches/" + id + "/end", "seen", "1");

        assertEquals(409, page.status());
        assertTrue(page.text().contains("Somebody else has changed this watch"), page.text());
    }

    @Test
    void the_board_says_what_is_due_soon() {
        String page = officer.get("/").text();

        assertTrue(page.contains("Due soon"), page);
    }
}
