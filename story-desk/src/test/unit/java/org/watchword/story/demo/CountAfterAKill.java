package org.watchword.story.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.story.gateway.Received;

class CountAfterAKill {
    @TempDir private Path desk;

    @Test
    void finds_what_no_server_took_and_what_came_twice_in_the_same_words() throws SQLException {
        KeyedHash hash =
                new Vault(
                                WatchKey.readOrMake(desk.resolve("watch.key"), new SecureRandom()),
                                new SecureRandom())
                        .keyedHash();
        outbox("a", "mail", "sent");
        outbox("b", "mail", "sent");
        outbox("c", "mail", "sent");
        outbox("d", "mail", "queued");
        outbox("e", "paper", "sent");
        var taken =
                List.of(
                        mail(hash, "a", "Alarm"),
                        mail(hash, "a", "Alarm"),
                        mail(hash, "b", "Alarm"),
                        mail(hash, "b", "Again: Alarm"));
        assertEquals(new Tally(4, 1, 1), Tally.of(Tally.sentBy(desk, hash), taken));
    }

    private void outbox(String key, String kind, String state) throws SQLException {
        String url = "jdbc:sqlite:" + desk.resolve("desk.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS channel (id INTEGER, kind TEXT)");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS message (idempotency_key TEXT, channel INTEGER,"
                            + " state TEXT)");
            int id = kind.equals("mail") ? 1 : 2;
            statement.execute("DELETE FROM channel WHERE id = " + id);
            statement.execute("INSERT INTO channel VALUES (%d, '%s')".formatted(id, kind));
            statement.execute(
                    "INSERT INTO message VALUES ('%s', %d, '%s')".formatted(key, id, state));
        }
    }

    private static Received mail(KeyedHash hash, String key, String words) {
        byte[] id = hash.of("delivery/message-id", key.getBytes(StandardCharsets.UTF_8));
        String raw = "Message-ID: <%s@x>\r\n".formatted(HexFormat.of().formatHex(id, 0, 16));
        return new Received("Mail", "x@y", words, words, raw, Instant.EPOCH, Instant.EPOCH, false);
    }
}
