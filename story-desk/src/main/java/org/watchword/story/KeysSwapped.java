package org.watchword.story;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.slot.AccountBody;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.story.script.Upset;
import org.watchword.story.visit.NoSuchThing;

/// Whoever has a desk's database and the watch key beside it, and writes there past the desk: seals
/// as the desk does, and puts a public key of his own in the place of somebody's.
final class KeysSwapped {
    private static final HexFormat HEX = HexFormat.of();

    private final Path desk;
    private final SecureRandom random = new SecureRandom();

    KeysSwapped(Path desk) {
        this.desk = desk;
    }

    void swap(Upset.KeySwapped upset) {
        String database = "jdbc:sqlite:" + desk.resolve("desk.db");
        try (var key = WatchKey.read(desk.resolve("watch.key"));
                var connection = DriverManager.getConnection(database)) {
            var rows = new Rows(connection, new Vault(key, random).fieldSeal());
            long who = rows.account(upset.whose());
            String before = rows.texts("known_key", "account", "keys").getOrDefault(who, "");
            if (before.isEmpty()) {
                throw new NoSuchThing("a key of " + upset.whose() + " to swap");
            }
            String after = Base64.getEncoder().encodeToString(drawn());
            if (upset.inTheList()) {
                rows.inStatements(hex(before), hex(after));
            } else {
                rows.write("known_key", "account", "keys", Map.of(who, after));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the desk's rows cannot be written", e);
        }
    }

    private static String hex(String base64) {
        return HEX.formatHex(Base64.getDecoder().decode(base64));
    }

    /// Somebody's public keys, behind each other as they lie in a row: to sign and to read.
    private byte[] drawn() {
        try (Key seed = Key.fresh(AccountBody.SEED_BYTES, random);
                AccountKeys own = AccountKeys.of(seed)) {
            Keys keys = Keys.of(own.signing(), own.reading());
            byte[] signing = keys.signing().octets().bytes();
            byte[] reading = keys.reading().octets().bytes();
            byte[] both = new byte[signing.length + reading.length];
            System.arraycopy(signing, 0, both, 0, signing.length);
            System.arraycopy(reading, 0, both, signing.length, reading.length);
            return both;
        }
    }

    /// Rows of sealed texts, by the number to which they are bound.
    private record Rows(Connection connection, FieldSeal seal) {
        Map<Long, String> texts(String table, String number, String column) throws SQLException {
            Map<Long, String> texts = new TreeMap<>();
            String all = "SELECT %s, %s FROM %s".formatted(number, column, table);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(all)) {
                while (rows.next()) {
                    var place = new Place(table, column, rows.getLong(1));
                    texts.put(rows.getLong(1), seal.open(place, rows.getBytes(2)));
                }
            }
            return texts;
        }

        void write(String table, String number, String column, Map<Long, String> texts)
                throws SQLException {
            String one = "UPDATE %s SET %s = ? WHERE %s = ?".formatted(table, column, number);
            try (var update = connection.prepareStatement(one)) {
                for (Map.Entry<Long, String> text : texts.entrySet()) {
                    var place = new Place(table, column, text.getKey());
                    update.setBytes(1, seal.seal(place, text.getValue()));
                    update.setLong(2, text.getKey());
                    int _ = update.executeUpdate();
                }
            }
        }

        long account(String name) throws SQLException {
            return texts("person", "id", "name").entrySet().stream()
                    .filter(person -> person.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new NoSuchThing("somebody called " + name));
        }

        /// Both keys, wherever a statement names them.
        void inStatements(String before, String after) throws SQLException {
            int end = 2 * AuthorKey.BYTES;
            Map<Long, String> others = new TreeMap<>();
            texts("statement", "number", "statement")
                    .forEach((number, base64) -> {
                        String hex = hex(base64);
                        String other =
                                hex.replace(before.substring(0, end), after.substring(0, end))
                                        .replace(before.substring(end), after.substring(end));
                        if (!other.equals(hex)) {
                            others.put(
                                    number,
                                    Base64.getEncoder().encodeToString(HEX.parseHex(other)));
                        }
                    });
            if (others.isEmpty()) {
                throw new NoSuchThing("a statement that names the key");
            }
            write("statement", "number", "statement", others);
        }
    }
}
