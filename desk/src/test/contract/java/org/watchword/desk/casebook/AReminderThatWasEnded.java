package org.watchword.desk.casebook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.casebook.Quay.GULL;
import static org.watchword.desk.casebook.Quay.HERON;
import static org.watchword.desk.casebook.Quay.ROOK;
import static org.watchword.desk.casebook.Quay.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages;
import org.watchword.desk.accounts.StaffPages.Page;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.Together;
import org.watchword.desk.ledger.What;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.timer.NewTimer;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.CaseCompartment;

/// Somebody reads that a reminder was marked as done, and wants to know which.
class AReminderThatWasEnded {
    private static final String FOLDER = "Ask the lawyer for the blue folder";
    private static final String CLINIC = "Call the clinic";
    private static final String UNKNOWN =
            "Marked a reminder as done that does not stand on this page.";

    private final Quay quay;
    private final Ladder ladder;
    private String tern;
    private CaseCompartment core;

    AReminderThatWasEnded(@TempDir Path directory) {
        quay = new Quay(directory);
        ladder = quay.bell.ladder("Night", HERON);
    }

    @BeforeEach
    void open() {
        tern = quay.opened(WREN, "TERN", ROOK);
        core = quay.place(WREN);
    }

    @AfterEach
    void close() {
        quay.close();
    }

    @Test
    void stands_again_beside_the_line_that_says_so() {
        NewTimer folder = isSet(FOLDER);
        isSet(CLINIC);
        ends(folder);

        String last = lines(quay.as(ROOK).get(tern)).getFirst();
        assertTrue(last.contains("Marked this reminder as done."), last);
        assertTrue(last.contains(">" + FOLDER + "</p>"), last);
        assertFalse(last.contains(CLINIC), last);
    }

    @Test
    void is_named_in_russian_too() {
        ends(isSet(FOLDER));
        quay.team.speaks(ROOK, StaffPages.RU);
        String last = lines(quay.as(ROOK).get(tern)).getFirst();
        assertTrue(last.contains("Это напоминание отмечено как сделанное."), last);
        assertTrue(last.contains(FOLDER), last);
    }

    @Test
    void is_named_by_its_time_where_it_was_erased() {
        NewTimer folder = isSet(FOLDER);
        EntryId entry = quay.bell.reminders.of(folder.id()).orElseThrow().entry().entry();
        quay.bell.pass(Duration.ofHours(2));
        ends(folder);
        within(open -> assertInstanceOf(Written.Kept.class, open.erase(entry)));

        Page page = quay.as(ROOK).get(tern);
        assertTrue(page.says("Marked the reminder of 29 Nov 16:04 as done."), page.text());
        assertFalse(page.says(FOLDER));
    }

    @Test
    void is_named_by_its_time_on_a_newer_page_than_its_own() {
        NewTimer folder = isSet(FOLDER);
        quay.bell.pass(Duration.ofHours(2));
        fills();
        ends(folder);

        Page page = quay.as(ROOK).get(tern);
        assertTrue(page.says("Marked the reminder of 29 Nov 16:04 as done."), page.text());
        assertFalse(page.says(FOLDER));
    }

    @Test
    void that_never_rang_and_stands_elsewhere_is_said_to() {
        NewTimer folder = isSet(FOLDER);
        fills();
        ends(folder);
        assertTrue(lines(quay.as(ROOK).get(tern)).getFirst().contains(UNKNOWN));
    }

    @Test
    void lends_its_words_to_no_line_of_another_compartment() {
        NewTimer folder = isSet(FOLDER);
        quay.room(WREN, tern, "location", GULL);
        CaseCompartment location =
                quay.now().compartments().stream()
                        .filter(one -> !one.equals(core))
                        .findFirst()
                        .orElseThrow();
        var ended = new Saying.ReminderEnded(folder.id().octets());
        quay.added(location, HERON, ended.type(), ended.body());

        String last = lines(quay.as(WREN).get(tern)).getFirst();
        assertTrue(last.contains("as done"), last);
        assertFalse(last.contains(FOLDER), last);
    }

    private NewTimer isSet(String what) {
        NewTimer timer = quay.bell.timer(ladder);
        var says = new Saying.Reminder(timer.id().octets(), timer.at(), what);
        within(open -> writes(open, says, quay.bell.reminders.planting(core, timer)));
        return timer;
    }

    private void ends(NewTimer timer) {
        var says = new Saying.ReminderEnded(timer.id().octets());
        within(open -> writes(open, says, quay.bell.reminders.ending(timer.id())));
    }

    private static void writes(OpenCompartment open, Saying what, Together together) {
        assertInstanceOf(
                Written.Kept.class, open.write(What.of(what.type(), what.body()), together));
    }

    /// So many notes that what stood there before is on an older page.
    private void fills() {
        quay.wrotes(WREN, Collections.nCopies(CaseLimits.TIMELINE, "called at nine"));
    }

    private void within(Consumer<OpenCompartment> does) {
        try (var keys = Quay.keys(WREN);
                var reading = new Reading(quay.ledger, Quay.number(WREN), keys)) {
            does.accept(((Entered.Open) reading.enter(core)).compartment());
        }
    }

    /// The entries of a page, the last first.
    private static List<String> lines(Page page) {
        String timeline = page.text().substring(page.text().indexOf("id=\"timeline\""));
        List<String> parts = List.of(timeline.split("<li>"));
        assertTrue(parts.size() > 1, timeline);
        return parts.subList(1, parts.size());
    }
}
