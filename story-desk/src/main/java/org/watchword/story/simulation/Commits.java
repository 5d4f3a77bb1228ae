package org.watchword.story.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.watchword.desk.store.Reserve;

/// How the commits of one life end, and whether the disk has room.
final class Commits {
    /// How a commit may end.
    enum End {
        WELL,
        /// It failed, and nothing of it was kept.
        UNDONE,
        /// It failed as far as anybody was told, and is kept all the same.
        KEPT_UNTOLD,
        /// The process is killed before it.
        KILL_BEFORE,
        /// The process is killed after it, before anybody is told.
        KILL_AFTER
    }

    private final Life life;
    private final Runnable committed;
    private final Runnable failed;
    private final Runnable refused;
    private Optional<End> next = Optional.empty();
    private int skipping;
    private boolean full;
    private boolean released;
    private boolean late;
    private boolean holding;

    /// @param failed called when a commit did not end well
    /// @param refused called when the disk was full
    Commits(Life life, Runnable committed, Runnable failed, Runnable refused) {
        this.life = life;
        this.committed = committed;
        this.failed = failed;
        this.refused = refused;
    }

    /// The commit after so many ends so.
    void next(End end, int after) {
        next = Optional.of(end);
        skipping = after;
    }

    void fill(boolean now) {
        full = now;
    }

    /// Says that everything is kept, and keeps it only with the commit after the next.
    void lateBy(boolean planted) {
        late = planted;
    }

    void commit(Connection rows) throws SQLException {
        if (full && !released) {
            rows.rollback();
            failed.run();
            refused.run();
            throw new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL);
        }
        End end = next.filter(_ -> skipping-- <= 0).orElse(End.WELL);
        if (end != End.WELL) {
            next = Optional.empty();
            failed.run();
        }
        switch (end) {
            case WELL -> well(rows);
            case UNDONE -> {
                rows.rollback();
                throw new SQLException("could not be committed");
            }
            case KEPT_UNTOLD -> {
                rows.commit();
                throw new SQLException("nobody knows whether it was committed");
            }
            case KILL_BEFORE -> {
                life.end();
                throw new Killed();
            }
            case KILL_AFTER -> {
                rows.commit();
                life.end();
                throw new Killed();
            }
        }
    }

    private void well(Connection rows) throws SQLException {
        holding = late && !holding;
        if (!holding) {
            rows.commit();
        }
        committed.run();
    }

    /// Whoever only read is done.
    void read(Connection rows) throws SQLException {
        if (!holding) {
            rows.commit();
        }
    }

    /// Where a commit is held back, the transaction goes on.
    void autoCommit(Connection rows, boolean on) throws SQLException {
        if (!(on && holding)) {
            rows.setAutoCommit(on);
        }
    }

    /// The room held on this disk: none can be held while it is full, and giving it up makes room.
    Reserve reserve() {
        return new Reserve() {
            @Override
            public boolean hold() {
                released &= full;
                return !full;
            }

            @Override
            public void release() {
                released = true;
            }
        };
    }
}
