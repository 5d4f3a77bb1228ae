package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.Writer.Lane;

/// A desk that came out of a backup with a card in force, on its pages.
class CardsOutOfABackup {
    private static final String WORDS = "/codenames/1/words";

    @TempDir private Path directory;
    private RoughDesk desk;
    private RoughDesk.Browser wren;

    @BeforeEach
    void restored_with_a_card() {
        desk = new RoughDesk(directory);
        wren = desk.signedIn(RoughDesk.WREN);
        wren.done("/codenames/new", "name", RoughDesk.HERON, "plan", "", "ladder", "0");
        made("one");
        assertFalse(inDoubt(), "not before");
        desk.rooms()
                .store()
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            desk.rooms().words().startAfresh(turn);
                            return true;
                        });
    }

    @AfterEach
    void it_ends() {
        desk.close();
    }

    private void made(String form) {
        wren.get(WORDS);
        assertEquals(200, wren.post(WORDS + "/card", "form", form, "list", "yes").status());
    }

    private boolean inDoubt() {
        return wren.get("/").text().contains("href=\"" + WORDS + "\"");
    }

    @Test
    void stand_on_the_board_until_somebody_says_that_they_hold() {
        assertTrue(inDoubt());
        assertTrue(wren.get(WORDS).text().contains("card-holds"));
        wren.done(WORDS + "/holds");
        assertFalse(inDoubt());
        assertFalse(wren.get(WORDS).text().contains("card-holds"));
        assertEquals(409, wren.post(WORDS + "/holds").status(), "it was said already");
    }

    @Test
    void stand_there_no_more_once_a_new_one_is_made() {
        assertTrue(inDoubt());
        made("two");
        assertFalse(inDoubt());
    }
}
