package org.watchword.story;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.process.DeskProcess;

/// What must hold when a story is over, whatever happened in it: no open alarm without a timer and
/// no timer without an open alarm, no message left half handed over, nothing personal readable on
/// the disk.
public final class Aftermath {
    private static final Map<String, String> NONE_OF_THESE =
            Map.of(
                    "play.after.silent-alarm",
                    "SELECT count(*) FROM alarm WHERE state <> 'closed' AND due_at IS NULL",
                    "play.after.orphan-timer",
                    "SELECT count(*) FROM alarm WHERE state = 'closed' AND due_at IS NOT NULL",
                    "play.after.half-sent",
                    "SELECT count(*) FROM message WHERE state = 'sending'");

    private Aftermath() {}

    /// Looks at what a desk that was closed left behind; empty when all is well.
    ///
    /// @throws IOException when it cannot be read
    public static List<Sentence> wrongIn(DeskProcess closed, NeedleSearch needles)
            throws IOException {
        Path desk = closed.directory();
        List<Sentence> wrong = new ArrayList<>();
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + desk.resolve("desk.db"));
                var statement = connection.createStatement()) {
            for (var rule : NONE_OF_THESE.entrySet()) {
                try (var row = statement.executeQuery(rule.getValue())) {
                    int count = row.getInt(1);
                    if (count > 0) {
                        wrong.add(Sentence.of(rule.getKey(), "count", count));
                    }
                }
            }
            try (var row = statement.executeQuery("PRAGMA integrity_check")) {
                if (!row.getString(1).equals("ok")) {
                    wrong.add(Sentence.of("play.after.broken"));
                }
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be read", e);
        }
        for (Path written : closed.written()) {
            wrong.addAll(readable(needles.in(written)));
        }
        return wrong;
    }

    private static List<Sentence> readable(List<NeedleSearch.Found> all) {
        List<Sentence> wrong = new ArrayList<>();
        for (NeedleSearch.Found found : all) {
            wrong.add(
                    new Sentence(
                            "play.after.readable",
                            Map.of(
                                    "word", found.needle(),
                                    "file", found.file(),
                                    "form", found.form())));
        }
        return wrong;
    }
}
