package org.watchword.desk.watch.month;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.accounts.SignedIn;
import org.watchword.desk.accounts.StaffPages;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.DeliveryPolicy;
import org.watchword.desk.delivery.PaperKind;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.store.Writer.Work;
import org.watchword.desk.watch.Markup;
import org.watchword.desk.web.StaffListener;

class AMonthInFigures {
    private static final Instant NOW = Instant.parse("2021-03-10T12:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2021-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2021-03-01T00:00:00Z");
    private static final List<String> KINDS =
            List.of(
                    "call",
                    "silence",
                    "many-silent",
                    "help",
                    "speak-to-lead",
                    "unknown-callers",
                    "clock",
                    "desk");

    @TempDir Path directory;
    private TeamOnDisk team;
    private StaffPages browser;
    private PersonId wren;

    @BeforeEach
    void open() {
        team = new TeamOnDisk(directory, NOW);
        wren = team.stub(1, "Wren", team.role("duty", "answer"));
        var ground =
                new Delivery.Ground(team.clock, team.vault.fieldSeal(), team.vault.keyedHash());
        var words = WordBook.read(List.of(TeamOnDisk.EN, StaffPages.RU), List.of(Delivery.class));
        var delivery =
                new Delivery(
                        team.store,
                        ground,
                        words,
                        List.of(new PaperKind()),
                        DeliveryPolicy.usual());
        for (String label : List.of("SMS", "=HYPERLINK(\"x\"), \"почта\"")) {
            write(turn -> delivery.channels().add(turn, label, "paper", Map.of()));
        }
        var pages = new MonthPages(team.store, delivery);
        browser =
                new StaffPages(
                        team,
                        List.of(StaffListener.class, Accounts.class, MonthPages.class),
                        pages.routes(),
                        List.of(),
                        MonthPages.menu());
        browser.carry(SignedIn.openSession(team, wren));
        write(turn ->
                turn.handle()
                        .execute(
                                """
                                INSERT INTO codename (id, name, name_hash, made_at)
                                VALUES (1, x'00', x'00', 0)\
                                """));
    }

    private <T> void write(Work<T> work) {
        var _ = team.store.writer().write(Lane.ORDINARY, work);
    }

    @AfterEach
    void close() {
        browser.close();
        team.close();
    }

    /// One alarm as it was made up, for counting it the plain way.
    private record MadeUp(
            String kind,
            boolean drill,
            Instant raised,
            @Nullable Long waited,
            boolean late,
            boolean isFalse,
            boolean open) {}

    @Test
    void counts_what_a_plain_head_counts() {
        for (long seed = 1; seed <= 4; seed++) {
            var random = new Random(seed);
            write(turn -> {
                for (String table : List.of("alarm_codename", "alarm_log", "alarm")) {
                    turn.handle().execute("DELETE FROM " + table);
                }
                return 0;
            });
            var made = new ArrayList<MadeUp>();
            write(turn -> {
                for (int i = 1; i <= 60; i++) {
                    made.add(made(turn.handle(), i, random));
                }
                return 0;
            });
            var shown = csv();
            for (boolean drill : List.of(false, true)) {
                var plain = plain(made, drill);
                plain.forEach((what, count) ->
                        assertEquals(count, cells(shown, what).get(drill ? 2 : 1), what));
            }
        }
    }

    private static List<String> cells(Map<String, List<String>> shown, String what) {
        return shown.getOrDefault(what, List.of("", "missing", "missing"));
    }

    private MadeUp made(Handle handle, int id, Random random) {
        // Some lie just before and just after the month.
        Instant raised = FEBRUARY.plus(Duration.ofSeconds(random.nextInt(30 * 86_400) - 86_400));
        Long wait = random.nextInt(5) == 0 ? null : (long) random.nextInt(500);
        if (wait != null && random.nextBoolean()) {
            wait = List.of(0L, 10L, 11L, 40L, 41L, 300L, 301L).get(random.nextInt(7));
        }
        var one =
                new MadeUp(
                        KINDS.get(random.nextInt(KINDS.size())),
                        random.nextInt(4) == 0,
                        raised,
                        wait,
                        random.nextBoolean(),
                        random.nextInt(3) == 0,
                        random.nextInt(6) == 0);
        handle.execute(
                """
                INSERT INTO alarm (id, kind, drill, ladder_id, since_at, raised_at, raiser_id,
                    state, step, round, reached, generation, touched_at, closed_at, false_alarm)
                VALUES (?, ?, ?, 1, 0, ?, 1, 'held', 0, 1, 0, 1, 0, ?, ?)\
                """,
                id,
                one.kind(),
                one.drill() ? 1 : 0,
                raised.toEpochMilli(),
                one.open() ? null : raised.plusSeconds(3_600).toEpochMilli(),
                one.isFalse() ? 1 : 0);
        handle.execute(
                "INSERT INTO alarm_codename VALUES (?, 1, 0, 0, ?, NULL)",
                id,
                one.late() ? raised.toEpochMilli() : null);
        // The raiser's own answer and an unproven one do not count.
        log(handle, id, 1, "acknowledged", raised);
        log(handle, id, 2, "unproven-reply", raised);
        if (wait != null) {
            String kind = random.nextBoolean() ? "acknowledged" : "confirmed";
            log(handle, id, 3, kind, raised.plusSeconds(wait));
            log(handle, id, 4, "acknowledged", raised.plusSeconds(wait + 5));
        }
        return one;
    }

    private static void log(Handle handle, int alarm, int person, String kind, Instant at) {
        handle.execute(
                """
                INSERT INTO alarm_log (id, alarm_id, at, kind, person_id, step, round, seconds)
                VALUES (?, ?, ?, ?, ?, 0, 1, 0)\
                """,
                alarm * 10 + person,
                alarm,
                at.toEpochMilli(),
                kind,
                person);
    }

    private static Map<String, String> plain(List<MadeUp> all, boolean drill) {
        var month = new ArrayList<MadeUp>();
        var waits = new ArrayList<Long>();
        for (MadeUp one : all) {
            boolean inside = !one.raised().isBefore(FEBRUARY) && one.raised().isBefore(MARCH);
            if (inside && one.drill() == drill) {
                month.add(one);
                Long wait = one.waited();
                if (wait != null) {
                    waits.add(wait);
                }
            }
        }
        waits.sort(null);
        var plain = new LinkedHashMap<String, String>();
        plain.put("Raised", "" + month.size());
        plain.put("of these, a word did not come", count(month, AMonthInFigures::isSilent));
        plain.put("of these, a word asked for help", count(month, AMonthInFigures::isHelp));
        plain.put("Accepted within 10 seconds", count(waits, wait -> wait <= 10));
        plain.put("Accepted within 40 seconds", count(waits, wait -> wait <= 40));
        plain.put("Accepted within 5 minutes", count(waits, wait -> wait <= 300));
        plain.put("Without a proven answer", "" + (month.size() - waits.size()));
        plain.put("Late words", count(month, one -> isSilent(one) && one.late()));
        plain.put("Ended as false alarms", count(month, MadeUp::isFalse));
        plain.put("Not ended yet", count(month, MadeUp::open));
        plain.put("Median to the first proven answer", median(waits));
        plain.put(
                "Longest to the first proven answer", waits.isEmpty() ? "" : "" + waits.getLast());
        return plain;
    }

    private static <T> String count(List<T> all, Predicate<T> which) {
        int count = 0;
        for (T one : all) {
            count += which.test(one) ? 1 : 0;
        }
        return "" + count;
    }

    private static boolean isSilent(MadeUp one) {
        return one.kind().equals("silence") || one.kind().equals("many-silent");
    }

    private static boolean isHelp(MadeUp one) {
        return one.kind().equals("help") || one.kind().equals("speak-to-lead");
    }

    private static String median(List<Long> sorted) {
        int n = sorted.size();
        if (n == 0) {
            return "";
        }
        return n % 2 == 1
                ? "" + sorted.get(n / 2)
                : "" + (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }

    private Map<String, List<String>> csv() {
        var file = browser.get("/statistics/2021-02/csv");
        assertEquals(200, file.status());
        var lines = new LinkedHashMap<String, List<String>>();
        for (String line : file.text().split("\r\n", -1)) {
            // No separator has a blank behind it, every comma of a text has.
            var cells = List.of(line.replace("\"", "").split(",(?! )", -1));
            lines.put(cells.getFirst(), cells);
        }
        return lines;
    }

    @Test
    void opens_in_a_spreadsheet_and_nothing_in_it_is_a_formula() {
        String file = browser.get("/statistics/2021-02/csv").text();
        assertTrue(file.startsWith("\uFEFF2021-02,Alarms,Drills\r\n"), file);
        assertTrue(file.contains("\r\nSMS,0,0,0\r\n"), file);
        assertTrue(file.contains("\r\n\"'=HYPERLINK(\"\"x\"\"), \"\"почта\"\"\",0,0,0\r\n"), file);
    }

    @Test
    void counts_of_an_outage_what_lies_in_the_month() {
        write(turn -> {
            outage(turn.handle(), 1, "2021-01-31T23:00:00Z", "2021-02-01T00:10:00Z");
            outage(turn.handle(), 2, "2021-02-10T10:00:00Z", "2021-02-10T10:00:30Z");
            outage(turn.handle(), 3, "2021-02-28T23:59:00Z", null);
            outage(turn.handle(), 4, "2021-01-10T10:00:00Z", "2021-01-10T11:00:00Z");
            return 0;
        });
        String file = browser.get("/statistics/2021-02/csv").text();
        assertTrue(file.contains("\r\nSMS,3,690,600\r\n"), file);
        assertTrue(browser.get("/statistics/2021-02").says("<td class=\"figures\">11:30</td>"));
        String running = browser.get("/statistics/2021-03/csv").text();
        assertTrue(running.contains("\r\nSMS,1,820800,820800\r\n"), running);
    }

    private static void outage(Handle handle, int id, String from, @Nullable String to) {
        handle.execute(
                "INSERT INTO channel_outage VALUES (?, 1, ?, ?)",
                id,
                Instant.parse(from).toEpochMilli(),
                to == null ? null : Instant.parse(to).toEpochMilli());
    }

    @Test
    void shows_this_month_first_and_another_one_when_asked() {
        var page = browser.get("/statistics");
        assertEquals(List.of(), Markup.complaints(page.text()));
        assertTrue(page.says("March 2021"));
        assertTrue(page.says("still running"));
        assertEquals(
                "/statistics/2021-02", browser.post("/statistics", "month", "2021-02").location());
        var february = browser.get("/statistics/2021-02");
        assertTrue(february.says("February 2021"));
        assertFalse(february.says("still running"));
        assertFalse(february.says("speak-to-lead"));
        var wrong = browser.post("/statistics", "month", "2021-13");
        assertEquals(422, wrong.status());
        assertTrue(wrong.says("There is no such month"));
        assertTrue(wrong.says("value=\"2021-13\""));
        assertEquals(404, browser.get("/statistics/2021-13").status());
        assertEquals(404, browser.get("/statistics/1999-12/csv").status());
    }
}
