package org.watchword.story.seized;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a database shows to whoever has no key: its columns that are no bytes, with a value each.
///
/// @param unlisted the columns that the threat model does not name
public record InClear(List<Table> tables, Set<String> unlisted) {
    /// A row of the list in `docs/threat-model.md`.
    private static final Pattern LISTED =
            Pattern.compile("(?m)^\\| ([a-z_]+) \\| ([a-z_]+(?:, [a-z_]+)*) \\|$");

    /// Kept by the program that makes the tables; it tells of this program alone.
    private static final String OF_THE_MIGRATIONS = "flyway_schema_history";

    /// From this number on it is an instant in milliseconds, and no count.
    private static final long AN_INSTANT = 1_000_000_000_000L;

    public InClear {
        tables = List.copyOf(tables);
        unlisted = Collections.unmodifiableSet(new TreeSet<>(unlisted));
    }

    /// A table.
    ///
    /// @param examples by the name of the column; empty where it holds nothing
    public record Table(String name, long rows, Map<String, String> examples) {}

    /// @param list the threat model
    static InClear of(Path database, Path list) throws IOException {
        Set<String> listed = listed(Files.readString(list));
        List<Table> tables = new ArrayList<>();
        Set<String> unlisted = new TreeSet<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            for (String name : texts(connection, TABLES)) {
                List<String> columns = texts(connection, readable(name));
                columns.stream()
                        .map(column -> name + "." + column)
                        .filter(column -> !listed.contains(column))
                        .forEach(unlisted::add);
                tables.add(table(connection, name, columns));
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be read", e);
        }
        return new InClear(tables, unlisted);
    }

    private static final String TABLES =
            """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND name NOT LIKE 'sqlite%%' AND name <> '%s' ORDER BY name\
            """
                    .formatted(OF_THE_MIGRATIONS);

    private static String readable(String table) {
        return "SELECT name FROM pragma_table_info('%s') WHERE type <> 'BLOB'".formatted(table);
    }

    private static Set<String> listed(String threatModel) {
        return LISTED.matcher(threatModel)
                .results()
                .flatMap((MatchResult row) ->
                        Stream.of(row.group(2).split(", ", -1))
                                .map(column -> row.group(1) + "." + column))
                .collect(Collectors.toSet());
    }

    private static Table table(Connection connection, String name, List<String> columns)
            throws SQLException {
        Map<String, String> examples = new LinkedHashMap<>();
        for (String column : columns) {
            String one =
                    "SELECT \"%2$s\" FROM \"%1$s\" WHERE \"%2$s\" IS NOT NULL LIMIT 1"
                            .formatted(name, column);
            examples.put(column, texts(connection, one).stream().findFirst().orElse(""));
        }
        String count = "SELECT count(*) FROM \"%s\"".formatted(name);
        return new Table(name, Long.parseLong(texts(connection, count).getFirst()), examples);
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(shown(rows.getObject(1)));
            }
        }
        return texts;
    }

    private static String shown(Object value) {
        return value instanceof Number number && number.longValue() >= AN_INSTANT
                ? "" + Instant.ofEpochSecond(number.longValue() / 1_000)
                : "" + value;
    }
}
