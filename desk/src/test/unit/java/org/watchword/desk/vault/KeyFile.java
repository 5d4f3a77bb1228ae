package org.watchword.desk.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.vault.KeyFileUnusable.Why;

class KeyFile {
    @TempDir Path directory;

    @Test
    void is_made_once_closed_to_others_and_then_read() throws IOException {
        Path file = directory.resolve("watch.key");
        byte[] made = WatchKey.readOrMake(file, new SecureRandom()).subkey("test").getEncoded();
        assertEquals(32, Files.size(file));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertArrayEquals(
                made, WatchKey.readOrMake(file, new SecureRandom()).subkey("test").getEncoded());
        assertArrayEquals(made, WatchKey.read(file).subkey("test").getEncoded());
        assertFalse(Files.exists(directory.resolve("watch.key.new")));
    }

    @Test
    void is_refused_when_it_is_missing_and_must_be_there() {
        assertEquals(Why.MISSING, refusal(directory.resolve("watch.key")));
        Path nowhere = directory.resolve("nowhere").resolve("watch.key");
        var thrown =
                assertThrows(
                        KeyFileUnusable.class,
                        () -> WatchKey.readOrMake(nowhere, new SecureRandom()));
        assertEquals(Why.UNREADABLE, thrown.why());
    }

    @Test
    void is_refused_in_a_wrong_size_and_never_replaced() throws IOException {
        for (int size : new int[] {0, 31, 33}) {
            Path file = directory.resolve("key-" + size);
            Files.write(file, new byte[size]);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertEquals(Why.WRONG_SIZE, refusal(file));
            assertThrows(
                    KeyFileUnusable.class, () -> WatchKey.readOrMake(file, new SecureRandom()));
            assertEquals(size, Files.size(file));
        }
    }

    @Test
    void is_refused_when_others_may_read_it() throws IOException {
        Path file = directory.resolve("watch.key");
        Files.write(file, new byte[32]);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(Why.OPEN_TO_OTHERS, refusal(file));
    }

    @Test
    void is_refused_when_a_link_or_a_directory_stands_there() throws IOException {
        Path link = directory.resolve("link");
        Files.createSymbolicLink(link, directory.resolve("elsewhere"));
        assertEquals(Why.NOT_A_FILE, refusal(link));
        assertEquals(Why.NOT_A_FILE, refusal(Files.createDirectory(directory.resolve("dir"))));
    }

    private static Why refusal(Path file) {
        return assertThrows(KeyFileUnusable.class, () -> WatchKey.read(file)).why();
    }
}
