package org.watchword.story;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;

/// The columns of bytes of a desk that was closed, as they lie in its directory or in a backup that
/// somebody opened.
final class SealedColumns {
    /// What only keys are made of, and what is found by a keyed hash, is typed by nobody.
    private static final String TYPED =
            "c.name NOT LIKE '%\\_hash' ESCAPE '\\'"
                    + " AND c.name NOT IN ('sieve', 'slots', 'token_seed')";

    private static final String SLOTS =
            "c.name IN ('slot', 'slots')"
                    + " OR m.name = 'glass_slot' AND c.name NOT LIKE '%\\_hash' ESCAPE '\\'";

    /// So many bytes of a slot are looked for at a time: a row that is long lies in several pieces.
    private static final int PIECE = 24;

    private final Path directory;

    SealedColumns(Path directory) {
        this.directory = directory;
    }

    private record Column(String table, String name) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    /// What is done with each row of a column.
    @FunctionalInterface
    private interface Row {
        void seen(Column column, byte[] bytes, ResultSet row) throws SQLException;
    }

    /// Every sealed column in which nothing lies.
    Set<String> empty() throws IOException {
        Set<String> empty = new TreeSet<>();
        for (Column one : columns(TYPED)) {
            empty.add(one.toString());
        }
        each(TYPED, (column, _, _) -> empty.remove(column.toString()));
        return empty;
    }

    /// Whatever opens with the watch key that lies beside it.
    List<String> openedByTheKey() throws IOException {
        List<String> opened = new ArrayList<>();
        try (var key = WatchKey.read(directory.resolve("watch.key"))) {
            FieldSeal seal = new Vault(key, new SecureRandom()).fieldSeal();
            each(
                    TYPED,
                    (column, bytes, row) -> {
                        for (long number : numbers(row)) {
                            var at = new FieldSeal.Place(column.table(), column.name(), number);
                            try {
                                opened.add(seal.open(at, bytes));
                            } catch (UnreadableField e) {
                                // Sealed for another place, or with a key that lies elsewhere.
                            }
                        }
                    });
        }
        return opened;
    }

    /// One of them is the number of the row to which a field is bound.
    private static Set<Long> numbers(ResultSet row) throws SQLException {
        Set<Long> numbers = new TreeSet<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            if (row.getObject(i) instanceof Number number) {
                numbers.add(number.longValue());
            }
        }
        return numbers;
    }

    /// Every slot, in pieces: the name of the slot, a blank, and where in it the piece stands.
    Map<String, byte[]> slots() throws IOException {
        Map<String, byte[]> pieces = new LinkedHashMap<>();
        each(
                SLOTS,
                (column, bytes, row) -> {
                    String slot = column + "-" + row.getRow();
                    for (int at = 0; at + PIECE <= bytes.length; at += PIECE) {
                        pieces.put(slot + " " + at, Arrays.copyOfRange(bytes, at, at + PIECE));
                    }
                });
        return pieces;
    }

    private List<Column> columns(String which) throws IOException {
        List<Column> columns = new ArrayList<>();
        String all =
                """
                SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c
                WHERE m.type = 'table' AND c.type = 'BLOB' AND (%s)\
                """
                        .formatted(which);
        try (var connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(all)) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be read", e);
        }
        return columns;
    }

    /// Shows every field of these columns in which something lies.
    private void each(String which, Row what) throws IOException {
        for (Column column : columns(which)) {
            String all =
                    "SELECT * FROM %s WHERE length(%s) > 0"
                            .formatted(column.table(), column.name());
            try (var connection = connection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(all)) {
                while (rows.next()) {
                    what.seen(column, rows.getBytes(column.name()), rows);
                }
            } catch (SQLException e) {
                throw new IOException("the database cannot be read", e);
            }
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("desk.db"));
    }
}
