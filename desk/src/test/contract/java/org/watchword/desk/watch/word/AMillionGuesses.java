package org.watchword.desk.watch.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Writer.Lane;

/// Somebody who has every call-sign and the list of words, and tries words at random at the quiet
/// door, all within one hour.
class AMillionGuesses {
    private static final int PEOPLE = 500;
    private static final int AT_ONCE = 50;

    @TempDir Path dir;

    @Test
    void of_which_two_thousand_are_tried_here_move_no_watch() {
        guess(2_000);
    }

    @Test
    @Tag("long")
    void all_of_them_move_no_watch() {
        guess(Integer.getInteger("watchword.guesses", 1_000_000));
    }

    private void guess(int guesses) {
        var random = new Random(20210204);
        try (var desk = WordDesk.founded(dir)) {
            var list = WordList.of(WordDesk.EN);
            var signs = new ArrayList<String>();
            for (int i = 0; i < PEOPLE; i++) {
                signs.add(desk.card(desk.codename("Person " + i)).sign());
            }
            long begun = System.nanoTime();
            for (int done = 0; done < guesses; done += AT_ONCE) {
                keep(desk, list, signs, random);
                if (done % 1_000 == 0) {
                    await(desk.words.checkIns()::isIdle, () -> "words wait");
                }
                if (done % 100_000 == 0) {
                    System.out.printf("%d after %.0f s%n", done, (System.nanoTime() - begun) / 1e9);
                }
            }
            await(desk.words.checkIns()::isIdle, () -> "words wait");
            System.out.printf(
                    "%d guesses at %d people in %.0f s: %s; %d officers' notes; %d rows kept%n",
                    guesses,
                    PEOPLE,
                    (System.nanoTime() - begun) / 1e9,
                    desk.heard.all,
                    desk.told.size(),
                    rows(desk));
            assertEquals(
                    List.of(), desk.heard.all.stream().filter(w -> w.startsWith("ok")).toList());
            assertTrue(rows(desk) <= 200, "what is kept of it has an end");
        }
    }

    private static void keep(WordDesk desk, WordList list, List<String> signs, Random random) {
        var pieces = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < AT_ONCE; i++) {
            String sign = signs.get(random.nextInt(signs.size()));
            var kept = Kept.atTheDoor(sign, list.two(random));
            pieces.add(
                    desk.team
                            .store
                            .writer()
                            .submit(Lane.FIRST, turn -> desk.words.checkIns().keep(turn, kept)));
        }
        pieces.forEach(CompletableFuture::join);
    }

    private static long rows(WordDesk desk) {
        return PastTheDesk.count(desk.team.store, "check_in");
    }
}
