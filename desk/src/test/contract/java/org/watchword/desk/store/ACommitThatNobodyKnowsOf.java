package org.watchword.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.Writer.Lane;

class ACommitThatNobodyKnowsOf {
    @TempDir Path dir;

    @Test
    void has_whoever_left_something_for_after_it_look_at_the_rows() throws Exception {
        var untold = new UntoldCommits(dir.resolve("desk.db"));
        try (var store = Store.open(untold.engine(), new StoreContract.HeldReserve())) {
            var writer = store.writer();
            writer.write(
                    Lane.FIRST, turn -> turn.handle().execute("CREATE TABLE leaf (n INTEGER)"));
            var looked = new CountDownLatch(1);
            store.onLost(looked::countDown);
            untold.lose("SELECT 1 FROM leaf");
            assertThrows(
                    StoreUnavailable.class,
                    () ->
                            writer.write(
                                    Lane.FIRST,
                                    turn -> turn.handle().execute("INSERT INTO leaf VALUES (1)")));
            assertTrue(looked.await(20, TimeUnit.SECONDS), "nobody looked");
            int kept =
                    store.read(h ->
                            h.createQuery("SELECT count(*) FROM leaf").mapTo(Integer.class).one());
            assertEquals(1, kept);
        }
    }
}
