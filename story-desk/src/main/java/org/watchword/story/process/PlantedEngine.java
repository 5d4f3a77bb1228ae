package org.watchword.story.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.watchword.desk.store.StoreEngine;

/// A database with a {@link Plant} in it: the rooms above are those of every desk and know nothing
/// of it.
final class PlantedEngine extends WrappedEngine {
    /// One commit of so many is thrown away.
    private static final int THROWN_AWAY = 6;

    private final Plant plant;

    PlantedEngine(StoreEngine behind, Plant plant) {
        super(behind);
        this.plant = plant;
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection writer = behind.openWriter();
        return switch (plant) {
            case LOST_ACK -> losing(writer);
            case SYNCHRONOUS_NORMAL -> after(writer, "PRAGMA synchronous=NORMAL");
            case SYNCHRONOUS_OFF -> after(writer, "PRAGMA synchronous=OFF");
            case SILENT_DOUBLE ->
                    after(
                            writer,
                            """
                            UPDATE message SET state = 'queued', attempts = max(attempts - 1, 0)
                            WHERE state = 'sending' AND withdrawn_at IS NULL\
                            """);
            case FORGET_SENDING ->
                    after(
                            writer,
                            """
                            UPDATE message SET state = 'sent', sent_at = created_at,
                                settled_at = created_at
                            WHERE state = 'sending' AND withdrawn_at IS NULL\
                            """);
        };
    }

    private static Connection after(Connection writer, String statement) throws SQLException {
        try (var one = writer.createStatement()) {
            one.execute(statement);
        }
        return writer;
    }

    private static Connection losing(Connection writer) {
        var commits = new AtomicInteger();
        return committing(
                writer,
                () -> {
                    if (commits.incrementAndGet() % THROWN_AWAY == 0) {
                        writer.rollback();
                    } else {
                        writer.commit();
                    }
                });
    }
}
