package org.watchword.story.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.story.gateway.Received;

/// What the gateways hold against what the desk believes it sent.
///
/// @param arrived messages that the gateways took
/// @param lost mails that the desk counts as sent and no server ever took; other gateways give back
///   no name by which one could be missed
/// @param doubled messages that came again with the very same words, so without a label
public record Tally(int arrived, int lost, int doubled) {
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^Message-ID:\\s*<([0-9a-f]{32})@");
    private static final int ID_BYTES = 16;

    /// Counts.
    ///
    /// @param sent what {@link #sentBy} read
    /// @param taken what the servers took, oldest first
    static Tally of(List<String> sent, List<Received> taken) {
        Map<String, List<Received>> byId =
                taken.stream().collect(Collectors.groupingBy(Tally::messageId));
        int lost = (int) sent.stream().filter(id -> !byId.containsKey(id)).count();
        int doubled =
                byId.values().stream()
                        .mapToInt(same ->
                                (int)
                                        same.stream()
                                                .skip(1)
                                                .filter(sameWordsAs(same.getFirst()))
                                                .count())
                        .sum();
        return new Tally(taken.size(), lost, doubled);
    }

    private static java.util.function.Predicate<Received> sameWordsAs(Received first) {
        return later -> later.shown().equals(first.shown());
    }

    private static String messageId(Received message) {
        Matcher found = MESSAGE_ID.matcher(message.raw());
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : message.raw();
    }

    /// The names in the mail of all messages that the desk in this directory counts as sent.
    ///
    /// @param hash under the watch key of that desk
    static List<String> sentBy(Path desk, KeyedHash hash) {
        return keys(
                desk.resolve("desk.db"),
                key ->
                        HexFormat.of()
                                .formatHex(
                                        hash.of(
                                                "delivery/message-id",
                                                key.getBytes(StandardCharsets.UTF_8)),
                                        0,
                                        ID_BYTES));
    }

    private static List<String> keys(Path database, Function<String, String> name) {
        String url = "jdbc:sqlite:file:" + database.toAbsolutePath() + "?mode=ro";
        String query =
                """
                SELECT m.idempotency_key FROM message m JOIN channel c ON c.id = m.channel
                WHERE c.kind = 'mail' AND m.state IN ('sent', 'delivered')\
                """;
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(name.apply(rows.getString(1)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the desk's messages cannot be counted", e);
        }
        return names;
    }
}
