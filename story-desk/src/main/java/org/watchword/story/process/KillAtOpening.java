package org.watchword.story.process;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.watchword.desk.store.StoreEngine;

/// A database that kills its own process with -9, once it was armed, right behind the commit by
/// which an envelope opens: that it was opened is kept, and nobody was answered.
final class KillAtOpening extends WrappedEngine {
    private static final String OPENED =
            "SELECT count(*) FROM envelope_opening WHERE opened_at IS NOT NULL";

    /// Of so many, while it is not armed.
    private static final long NEVER = Long.MAX_VALUE;

    private volatile long before = NEVER;

    KillAtOpening(StoreEngine behind) {
        super(behind);
    }

    void arm() {
        try (Connection reader = behind.readers().getConnection()) {
            before = opened(reader);
        } catch (SQLException e) {
            throw new DeskGone("the desk's rows cannot be read", e);
        }
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection writer = behind.openWriter();
        return committing(
                writer,
                () -> {
                    writer.commit();
                    if (before < NEVER) {
                        look(writer);
                    }
                });
    }

    private void look(Connection writer) throws SQLException {
        if (opened(writer) > before) {
            killed();
        }
        writer.rollback();
    }

    private static long opened(Connection in) throws SQLException {
        try (var statement = in.createStatement();
                var rows = statement.executeQuery(OPENED)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /// Does not come back: nothing may come behind the commit.
    private static void killed() {
        try {
            var _ = new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
            Thread.sleep(Long.MAX_VALUE);
        } catch (IOException | InterruptedException e) {
            throw new DeskGone("the desk's process cannot be killed", e);
        }
    }
}
