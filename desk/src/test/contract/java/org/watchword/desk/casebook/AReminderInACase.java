package org.watchword.desk.casebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.casebook.Quay.GULL;
import static org.watchword.desk.casebook.Quay.HERON;
import static org.watchword.desk.casebook.Quay.ROOK;
import static org.watchword.desk.casebook.Quay.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.SignedIn;
import org.watchword.desk.accounts.StaffPages.Page;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.casebook.reminder.Pointer;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.What;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.watch.Ladder;
import org.watchword.formats.casefile.Saying;

/// Somebody wants to be reminded of what stands in a case.
@Timeout(60)
class AReminderInACase {
    private static final String WHAT = "Ask the lawyer for the blue folder";

    /// By the desk's clock it is 15:04 of the 29th.
    private static final String IN_AN_HOUR = "2026-11-29T16:10";

    private static final Duration AN_HOUR =
            Duration.between(Quay.AT, Instant.parse("2026-11-29T16:10:00Z"));
    private static final Pattern TIMER = Pattern.compile("name=\"timer\" value=\"([0-9a-f]{32})\"");
    private static final Pattern END =
            Pattern.compile("action=\"(/cases/[0-9a-f]{24}/reminders/[0-9a-f]{24}/end)\"");

    private final Quay quay;
    private final Ladder ladder;

    AReminderInACase(@TempDir Path directory) {
        quay = new Quay(directory);
        ladder = quay.bell.ladder("Night", HERON);
    }

    @AfterEach
    void close() {
        quay.close();
    }

    private String timer(String ofCase) {
        var found = TIMER.matcher(quay.browser.get(ofCase + "/reminders/new").text());
        assertTrue(found.find());
        return found.group(1);
    }

    /// Posts the form as it was shown, with these fields in place of its own.
    private Page posts(String ofCase, String... others) {
        var fields =
                new ArrayList<String>(
                        List.of(
                                "timer",
                                timer(ofCase),
                                "compartment",
                                quay.choice(ofCase, "Core"),
                                "text",
                                WHAT,
                                "at",
                                IN_AN_HOUR,
                                "before",
                                "not",
                                "ladder",
                                "" + ladder.id().value(),
                                "says",
                                "near"));
        for (int i = 0; i < others.length; i += 2) {
            fields.set(fields.indexOf(others[i]) + 1, others[i + 1]);
        }
        return quay.browser.post(ofCase + "/reminders", fields.toArray(String[]::new));
    }

    private void isSet(String ofCase, String... others) {
        Page page = posts(ofCase, others);
        assertEquals(ofCase, page.location(), page.text());
    }

    private List<String> ends(String ofCase) {
        return END.matcher(quay.browser.get(ofCase).text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String room() {
        return "/alarms/" + quay.bell.alarms().getFirst().value();
    }

    @Test
    void rings_with_a_neutral_sentence_and_says_in_the_case_alone_what_for() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        isSet(tern);
        assertTrue(quay.browser.get(tern).says("is still to ring"));

        quay.bell.pass(AN_HOUR);

        assertEquals(1, quay.bell.alarms().size());
        List<String> messages = quay.bell.messages();
        assertEquals(1, messages.size());
        assertTrue(messages.getFirst().contains("A time limit is near: open the desk."));
        assertFalse(messages.getFirst().contains("TERN"));
        assertFalse(messages.getFirst().contains("lawyer"));
        for (String secret : List.of(WHAT, "TERN", "lawyer")) {
            assertFalse(
                    quay.bell.liesReadable(
                            secret, "timer", "reminder", "alarm", "message", "entry", "told"));
        }
        Page page = quay.as(ROOK).get(tern);
        assertTrue(page.says(WHAT));
        assertTrue(page.says("<a href=\"" + room() + "\">rang</a>"));
        assertTrue(page.says("Rings the ladder <bdi>Night</bdi>: A time limit is near"));
        assertTrue(page.says("Set a reminder: "));
    }

    @Test
    void says_before_it_is_set_what_the_message_will_say_and_whom_it_would_ring() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        Page form = quay.browser.get(tern + "/reminders/new");
        assertTrue(
                form.says(
                        "The message that rings says only this sentence. What it is for stays"
                                + " sealed in the case."));
        assertTrue(form.says("Night · Heron"));
        assertTrue(form.says("By the clock of this desk: UTC."));
    }

    @Test
    void rings_once_more_beforehand_where_somebody_wants_that() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        Page late = posts(tern, "at", "2026-11-29T17:10", "before", "day");
        assertTrue(late.says("One of the times at which it would ring is over."), late.text());
        isSet(tern, "at", "2026-11-29T17:10", "before", "hour");
        quay.bell.pass(AN_HOUR);
        assertEquals(1, quay.bell.alarms().size());
        quay.bell.pass(Duration.ofHours(1));
        assertEquals(2, quay.bell.alarms().size());

        assertEquals(2, quay.bell.count("timer"));
    }

    @Test
    void that_is_done_says_who_said_so_and_rings_no_more() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        isSet(tern, "at", "2026-11-29T17:10", "before", "hour");
        quay.bell.pass(AN_HOUR);
        quay.as(ROOK);

        assertEquals(tern, quay.browser.post(ends(tern).getFirst()).location());

        Page page = quay.browser.get(tern);
        assertTrue(page.says("Marked this reminder as done."));
        assertTrue(page.says("<b><bdi>Rook</bdi></b>"));
        assertEquals(List.of(), ends(tern));
        assertEquals(0, quay.bell.count("timer WHERE alarm_id IS NULL"));
        assertEquals(0, quay.bell.count("reminder"));
        quay.bell.pass(Duration.ofHours(2));
        assertEquals(1, quay.bell.alarms().size(), "people end an alarm");
    }

    @Test
    void that_two_end_at_once_is_ended_by_one_entry() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        isSet(tern);
        var pointer = quay.bell.reminders.of(quay.place(WREN).ofCase()).getFirst();
        var both =
                List.of(WREN, ROOK).stream()
                        .map(who -> CompletableFuture.supplyAsync(() -> endsBeside(who, pointer)))
                        .toList();
        long kept = both.stream().filter(CompletableFuture::join).count();
        assertEquals(1, kept);
        String again = quay.as(ROOK).get(tern).text();
        assertEquals(2, again.split("Marked this reminder as done", -1).length);
    }

    private boolean endsBeside(PersonId who, Pointer pointer) {
        try (var keys = Quay.keys(who);
                var reading = new Reading(quay.ledger, Quay.number(who), keys)) {
            var says = new Saying.ReminderEnded(pointer.timer().octets());
            var open = ((Entered.Open) reading.enter(pointer.entry().place())).compartment();
            return open.write(
                            What.of(says.type(), says.body()),
                            quay.bell.reminders.ending(pointer.timer()))
                    instanceof Written.Kept;
        }
    }

    @Test
    void pressed_a_second_time_is_done_already() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        isSet(tern);
        String end = ends(tern).getFirst();
        assertEquals(tern, quay.browser.post(end).location());
        int entries = quay.bell.count("entry");
        assertEquals(tern, quay.browser.post(end).location());
        assertEquals(entries, quay.bell.count("entry"));
    }

    @Test
    void sent_twice_by_one_form_is_set_once() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        String timer = timer(tern);
        isSet(tern, "timer", timer);
        int entries = quay.bell.count("entry");
        isSet(tern, "timer", timer);
        assertEquals(1, quay.bell.count("timer"));
        assertEquals(entries, quay.bell.count("entry"));
    }

    @Test
    void sent_again_when_it_has_rung_is_set_already() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        String timer = timer(tern);
        isSet(tern, "timer", timer, "at", "2026-11-29T15:06");
        quay.bell.pass(Duration.ofMinutes(3));
        int entries = quay.bell.count("entry");
        isSet(tern, "timer", timer, "at", "2026-11-29T15:06");
        assertEquals(entries, quay.bell.count("entry"));
    }

    @Test
    void stands_with_the_name_of_its_compartment() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "location", GULL);
        isSet(tern, "compartment", quay.choice(tern, "Location"));
        String text = quay.browser.get(tern).text();
        String open = text.substring(text.indexOf("id=\"reminders\""));
        assertTrue(open.substring(0, open.indexOf("</section>")).contains("<bdi>Location</bdi>"));
        assertTrue(quay.as(GULL).get(tern).says(WHAT));
    }

    @Test
    void is_for_who_reads_in_its_compartment_alone() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "location", GULL);
        isSet(tern);
        String end = ends(tern).getFirst();
        quay.as(GULL);
        Page page = quay.browser.get(tern);
        assertFalse(page.says(WHAT));
        assertEquals(List.of(), ends(tern));
        quay.browser.post(end);
        quay.as(HERON);
        assertEquals(404, quay.browser.get(tern + "/reminders/new").status());
        assertEquals(404, quay.browser.post(end).status());
        assertEquals(1, quay.bell.count("timer WHERE alarm_id IS NULL"));
        assertTrue(quay.as(ROOK).get(tern).says(WHAT));
    }

    @Test
    void whose_entry_is_erased_rings_no_more_and_points_to_nothing() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        isSet(tern);
        isSet(tern, "text", "Call the clinic");
        var way =
                Pattern.compile("href=\"(/cases/[0-9a-f]+/compartments/[0-9a-f]+/entries/[0-9]+)\"")
                        .matcher(quay.browser.get(tern).text());
        assertTrue(way.find(), "the newest is the second");
        assertEquals(tern, quay.browser.post(way.group(1) + "/erase").location());

        assertEquals(1, quay.bell.count("timer"));
        assertEquals(1, quay.bell.count("reminder"));
        Page page = quay.browser.get(tern);
        assertTrue(page.says(WHAT));
        assertFalse(page.says("Call the clinic"));
    }

    @Test
    void whose_entry_does_not_open_can_be_ended_and_erased_all_the_same() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        isSet(tern);
        isSet(tern);
        quay.tampers(
                "UPDATE entry SET sealed = x'00' WHERE number IN"
                        + " (SELECT number FROM entry ORDER BY number DESC LIMIT 2)");
        assertEquals(2, ends(tern).size());
        assertEquals(tern, quay.browser.post(ends(tern).getFirst()).location());
        assertEquals(1, quay.bell.count("timer"));
    }

    @Test
    void that_points_to_another_entry_says_so_and_shows_nothing_of_it() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        try (var keys = Quay.keys(WREN);
                var reading = new Reading(quay.ledger, Quay.number(WREN), keys)) {
            var place = quay.place(WREN);
            var open = ((Entered.Open) reading.enter(place)).compartment();
            var timer = quay.bell.timer(ladder);
            var other = quay.bell.timer(ladder);
            var says = new Saying.Reminder(other.id().octets(), other.at(), "the blue door");
            open.write(
                    What.of(says.type(), says.body()), quay.bell.reminders.planting(place, timer));
        }
        Page page = quay.browser.get(tern);
        assertTrue(page.says("another entry lies in its place"));
        assertEquals(2, page.text().split("the blue door", -1).length, "in the timeline alone");
        assertEquals(1, ends(tern).size());
    }

    @Test
    void that_rang_long_ago_says_so_when_its_alarm_is_forgotten() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        isSet(tern);
        quay.bell.pass(AN_HOUR);
        quay.tampers("DELETE FROM timer");
        Page page = quay.as(ROOK).get(tern);
        assertTrue(page.says("<span class=\"soft\">rang</span>"));
        assertFalse(page.says("is still to ring"));
    }

    @Test
    void that_is_no_reminder_comes_back_with_what_was_typed() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "location", GULL);
        for (List<String> wrong :
                List.of(
                        List.of("compartment", "", "Choose the compartment"),
                        List.of("compartment", "00ff", "You no longer read in that compartment"),
                        List.of("text", "", "Write something here."),
                        List.of("text", "x".repeat(501), "At most 500 characters"),
                        List.of("at", "", "Choose a day and a time"),
                        List.of("at", "2026-11-31T09:00", "Choose a day and a time"),
                        List.of("at", "2026-11-29T15:00", "is over. Choose a later one."),
                        List.of("at", "2039-11-29T15:00", "more than five years ahead"),
                        List.of("ladder", "77", "Choose who is rung."))) {
            Page page = posts(tern, wrong.get(0), wrong.get(1));
            assertEquals(422, page.status(), wrong.toString());
            assertTrue(page.says(wrong.get(2)), page.text());
            assertTrue(wrong.get(0).equals("text") || page.says(WHAT));
            assertTrue(wrong.get(0).equals("at") || page.says(IN_AN_HOUR));
        }
        assertEquals(0, quay.bell.count("timer") + quay.bell.count("reminder"));
    }

    @Test
    void is_one_of_a_hundred_of_its_case_at_most() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        var place = quay.place(WREN);
        try (var keys = Quay.keys(WREN);
                var reading = new Reading(quay.ledger, Quay.number(WREN), keys)) {
            var open = ((Entered.Open) reading.enter(place)).compartment();
            for (int i = 0; i < CaseLimits.REMINDERS_PER_CASE; i++) {
                var timer = quay.bell.timer(ladder);
                var says = new Saying.Reminder(timer.id().octets(), timer.at(), "no " + i);
                open.write(
                        What.of(says.type(), says.body()),
                        quay.bell.reminders.planting(place, timer));
            }
        }
        assertTrue(posts(tern).says("100 reminders are open in this case"));
        assertTrue(quay.browser.get(tern).says("no 99"));
    }

    @Test
    void is_kept_with_its_timer_and_its_pointer_or_not_at_all() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        int entries = quay.bell.count("entry");
        quay.tampers(
                """
                CREATE TRIGGER dies BEFORE INSERT ON reminder
                BEGIN SELECT RAISE(ABORT, 'killed here'); END\
                """);
        assertEquals(500, posts(tern).status());
        assertEquals(entries, quay.bell.count("entry"));
        assertEquals(0, quay.bell.count("timer"));
        quay.tampers("DROP TRIGGER dies");
        isSet(tern);
        quay.tampers(
                """
                CREATE TRIGGER dies BEFORE DELETE ON timer
                BEGIN SELECT RAISE(ABORT, 'killed here'); END\
                """);
        assertEquals(500, quay.browser.post(ends(tern).getFirst()).status());
        assertEquals(entries + 1, quay.bell.count("entry"));
        assertEquals(1, quay.bell.count("reminder"));
    }

    @Test
    void shows_beside_its_alarm_the_way_to_the_case_to_who_reads_there_alone() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        isSet(tern);
        quay.bell.pass(AN_HOUR);

        Page page = quay.as(ROOK).get(room());
        assertTrue(page.says("What it reminds of"), page.text());
        assertTrue(page.says("href=\"" + tern + "\""), page.text());
        assertTrue(page.says("TERN"), page.text());
        assertFalse(page.says(WHAT));

        Page gulls = quay.as(GULL).get(room());
        assertTrue(gulls.says("It is for something that you do not read."), gulls.text());
        assertFalse(gulls.says("TERN"));

        quay.browser.carry(SignedIn.openSession(quay.team, ROOK));
        Page shut = quay.browser.get(room());
        assertTrue(shut.says("Open your case files to see what it is for."), shut.text());
        assertTrue(shut.says("href=\"/files?to=%2Falarms%2F"), shut.text());
        assertFalse(shut.says("TERN"));

        quay.as(ROOK);
        quay.browser.post(ends(tern).getFirst());
        assertTrue(quay.browser.get(room()).says("It is done already, or was erased."));
    }

    @Test
    void has_nothing_beside_any_other_alarm() {
        quay.bell.watch.raiseNow("form", WREN);
        assertFalse(quay.as(ROOK).get(room()).says("What it reminds of"));
    }
}
