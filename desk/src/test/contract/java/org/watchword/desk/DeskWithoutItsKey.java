package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.vault.KeyFileUnusable;

class DeskWithoutItsKey {
    private static final Settings SETTINGS =
            new Settings("Harbour", ZoneId.of("UTC"), new Language("en"), "staff.localhost", 0);

    @TempDir Path path;

    @Test
    void opens_nothing_makes_no_new_key_and_says_what_to_do() throws IOException {
        open().close();
        Path key = path.resolve("watch.key");
        Files.move(key, path.resolve("elsewhere"));
        assertEquals(Optional.of(Sentence.of("cli.key.missing")), Unopened.why(refused()));
        assertFalse(Files.exists(key), "no new key");
        Files.write(key, new byte[31]);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(Optional.of(Sentence.of("cli.key.open-to-others")), Unopened.why(refused()));
        Files.move(path.resolve("elsewhere"), key, StandardCopyOption.REPLACE_EXISTING);
        open().close();
    }

    private KeyFileUnusable refused() {
        return assertThrows(KeyFileUnusable.class, () -> open().close());
    }

    private Desk open() {
        var taken = assertInstanceOf(DataDirectory.Taken.Held.class, DataDirectory.take(path));
        try {
            return Wiring.desk(taken.directory(), SETTINGS, Surroundings.real());
        } catch (KeyFileUnusable e) {
            taken.directory().close();
            throw e;
        }
    }
}
