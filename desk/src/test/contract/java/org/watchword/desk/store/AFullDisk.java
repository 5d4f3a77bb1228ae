package org.watchword.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.Writer.Lane;

/// A real full disk: a small file system in memory, mounted for this test alone.
class AFullDisk {
    @TempDir Path dir;

    /// Runs {@link Filling} in a mount namespace of its own, where an unprivileged user may mount
    /// too.
    @Test
    void refuses_ordinary_work_still_writes_the_watchs_and_recovers_by_itself() throws Exception {
        Path out = dir.resolve("out");
        var process =
                new ProcessBuilder(
                                List.of(
                                        "unshare",
                                        "-rm",
                                        "sh",
                                        "-c",
                                        "mount -t tmpfs -o size=12m none \"$1\" && shift && exec"
                                                + " \"$@\"",
                                        "sh",
                                        Files.createDirectory(dir.resolve("disk")).toString(),
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Filling.class.getName(),
                                        dir.resolve("disk").toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still running");
        assertEquals(0, process.exitValue(), Files.readString(out));
    }

    /// The program that meets the full disk.
    static final class Filling {
        private static final String PIECE = "x".repeat(20_000);

        public static void main(String[] args) throws Exception {
            Path disk = Path.of(args[0]);
            var reserve = new FileReserve(disk.resolve("reserve"), 4 * 1024 * 1024);
            try (var store = Store.open(new SqliteEngine(disk.resolve("desk.db")), reserve)) {
                Writer writer = store.writer();
                writer.write(
                        Lane.FIRST,
                        turn -> turn.handle().execute("CREATE TABLE leaf (n INTEGER, t TEXT)"));
                Files.write(disk.resolve("filler"), new byte[5 * 1024 * 1024]);
                int kept = fill(writer);
                check(store.isFull(), "the store says that it is full");
                for (int n = 0; n < 20; n++) {
                    int value = -1 - n;
                    writer.write(Lane.FIRST, turn -> add(turn, value, "answered"));
                }
                check(count(store, "n >= 0") == kept, "what was answered is there, and no more");
                check(count(store, "n < 0") == 20, "all twenty answers are there");
                Files.delete(disk.resolve("filler"));
                for (int i = 0; i < 100 && store.isFull(); i++) {
                    Thread.sleep(100);
                }
                check(!store.isFull(), "it recovers by itself");
                writer.write(Lane.ORDINARY, turn -> add(turn, 1, "again"));
                Files.write(disk.resolve("filler"), new byte[2 * 1024 * 1024]);
                int _ = fill(writer);
                Files.delete(disk.resolve("filler"));
                check(recoversAtWork(store), "it recovers while there is always something to do");
            }
        }

        /// Whether it has room again before long although the writer is never idle.
        private static boolean recoversAtWork(Store store) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            for (int n = 0; store.isFull() && System.nanoTime() < until; n++) {
                int value = -100 - n;
                store.writer().write(Lane.FIRST, turn -> add(turn, value, "at work"));
            }
            return !store.isFull();
        }

        /// Writes until a piece is refused.
        private static int fill(Writer writer) {
            for (int n = 0; n < 2_000; n++) {
                int value = n;
                try {
                    writer.write(Lane.ORDINARY, turn -> add(turn, value, PIECE));
                } catch (StoreUnavailable e) {
                    check(e.why() == StoreUnavailable.Cause.DISK_FULL, "refused as full");
                    return n;
                }
            }
            throw new AssertionError("the disk never ran full");
        }

        private static int add(Turn turn, int n, String text) {
            return turn.handle().execute("INSERT INTO leaf (n, t) VALUES (?, ?)", n, text);
        }

        private static long count(Store store, String where) {
            return store.read(handle ->
                    handle.createQuery("SELECT count(*) FROM leaf WHERE " + where)
                            .mapTo(Long.class)
                            .one());
        }

        private static void check(boolean holds, String what) {
            if (!holds) {
                throw new AssertionError(what);
            }
        }
    }
}
