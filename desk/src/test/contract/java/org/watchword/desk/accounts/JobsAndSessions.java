package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages.Page;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.StaffListener;

/// Wren has begun a job and goes on with something else, in a browser.
class JobsAndSessions {
    private static final Instant START = Instant.parse("2021-02-04T12:00:05Z");
    private static final String PASS = TeamOnDisk.PASSPHRASE;
    private static final String NEXT = "nine kettles on a roof";

    private final TeamOnDisk team;
    private final StaffPages browser;
    private final RoleId role;
    private final PersonId wren;
    private final PersonId finch;
    private final AtomicBoolean hasKeys = new AtomicBoolean(true);

    JobsAndSessions(@TempDir Path directory) {
        team = new TeamOnDisk(directory, START);
        role = team.role("duty", "answer", "people");
        wren = team.join("Wren", role);
        finch = team.stub(99, "Finch", role);
        browser =
                new StaffPages(
                        team,
                        List.of(StaffListener.class, Accounts.class),
                        team.accounts.routes(
                                List.of(TeamOnDisk.EN, StaffPages.RU),
                                List.of(),
                                AtOnce.on(team.store)),
                        List.of(),
                        Accounts.menu());
        signIn("Wren");
        begin();
    }

    private final class Endless implements JobWork {
        private long pieces;

        @Override
        public Sentence name() {
            return Sentence.of("accounts.jobs.title");
        }

        @Override
        public Object about() {
            return "endless";
        }

        @Override
        public Piece next() {
            return new Piece.More(++pieces, 1_000);
        }

        @Override
        public void close() {
            hasKeys.set(false);
        }
    }

    private void begin() {
        assertInstanceOf(Jobs.Begun.Runs.class, team.accounts.jobs().begin(wren, new Endless()));
    }

    private void signIn(String name) {
        browser.carry("");
        browser.get("/sign-in");
        browser.post("/sign-in", "name", name, "passphrase", PASS);
        browser.get("/pin");
        assertEquals("/", browser.post("/pin", "pin", "471902").location());
    }

    private Page page() {
        Page page = browser.get("/jobs");
        assertEquals(200, page.status(), page.location());
        return page;
    }

    private void goesOn() {
        assertTrue(hasKeys.get());
        assertTrue(team.accounts.jobs().runs("endless"));
    }

    private void isOver() {
        assertFalse(hasKeys.get());
        assertFalse(team.accounts.jobs().runs("endless"));
    }

    @AfterEach
    void close() {
        browser.close();
        team.close();
    }

    @Test
    void the_page_says_whose_it_is_until_when_it_is_open_and_how_far_it_came() {
        assertTrue(page().says("open until 4 Feb 12:30"), page().text());
        assertTrue(page().says("Wren, since 4 Feb 12:00"));
        assertTrue(page().says("Begins"));
        var _ = team.pace.round();
        assertTrue(page().says("1 of 1,000 done"));
        assertTrue(browser.get("/sessions").says("1 runs"));
    }

    @Test
    void its_owner_cancels_it_by_a_press_and_sees_what_became_of_it() {
        page();
        assertEquals("/jobs", browser.post("/jobs/1/cancel").location());
        isOver();
        assertTrue(page().says("You cancelled it"));
        assertTrue(page().says("No job runs"));
        assertEquals("/jobs", browser.post("/jobs/1/cancel").location());
    }

    @Test
    void a_colleague_sees_it_and_can_not_cancel_it() {
        team.join("Gull", role);
        signIn("Gull");
        assertTrue(page().says("Wren, since"));
        assertFalse(page().says("/jobs/1/cancel"));
        browser.post("/jobs/1/cancel");
        goesOn();
        assertFalse(browser.get("/sessions").says("1 runs"));
    }

    @Test
    void none_begins_for_who_has_no_case_files_open_any_more() {
        team.accounts.sessions().lockAll(wren);
        hasKeys.set(true);
        assertEquals(new Jobs.Begun.Shut(), team.accounts.jobs().begin(wren, new Endless()));
        isOver();
    }

    @Test
    void it_goes_on_when_its_browser_signs_out() {
        page();
        browser.post("/sign-out");
        goesOn();
        signIn("Wren");
        assertTrue(page().says("Wren, since"));
    }

    @Test
    void it_goes_on_when_the_case_files_of_one_device_are_shut() {
        browser.get("/sessions");
        long here = team.accounts.sessions().listOf(wren).getFirst().id();
        browser.post("/sessions/" + here + "/shut");
        goesOn();
    }

    @Test
    void it_ends_when_everything_is_locked() {
        browser.get("/sessions");
        assertEquals("/unlock", browser.post("/lock").location());
        isOver();
        browser.get("/unlock");
        browser.post("/unlock", "pin", "471902");
        assertTrue(page().says("shut everywhere"));
    }

    @Test
    void it_goes_on_when_somebody_else_locks_everything() {
        team.accounts.sessions().lockAll(finch);
        goesOn();
    }

    @Test
    void it_ends_once_it_is_kept_that_its_owner_is_signed_out_everywhere() {
        team.store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            team.accounts.signOut(turn, wren);
                            goesOn();
                            return true;
                        });
        isOver();
    }

    @Test
    void it_ends_when_its_owner_takes_another_passphrase() {
        browser.get("/passphrase");
        browser.post("/passphrase", "passphrase", PASS, "next", NEXT, "again", NEXT);
        isOver();
    }

    @Test
    void it_ends_when_its_owner_leaves_the_team() {
        var person = team.store.read(handle -> team.accounts.people().find(handle, wren));
        var gone =
                new Person(
                        wren,
                        "Wren",
                        TeamOnDisk.EN,
                        Set.copyOf(person.orElseThrow().roles()),
                        false);
        assertInstanceOf(
                Changed.Done.class,
                team.store
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> team.accounts.founding().changedPerson(turn, "", gone)));
        isOver();
    }

    @Test
    void it_ends_with_the_desk() {
        team.accounts.close();
        isOver();
    }
}
