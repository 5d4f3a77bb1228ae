package org.watchword.desk.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;

/// Reads and writes the rows of the sessions.
final class SessionRows {
    private static final String COLUMNS =
            "SELECT id, person, token_seed, started_at, ends_at, deliberate_at, passphrase_at,"
                    + " locked, pin_hash, pin_tries FROM session ";

    /// One session as it is kept.
    ///
    /// @param hasPin whether a PIN was chosen for it
    record Row(
            long id,
            PersonId person,
            Instant started,
            Instant ends,
            Instant deliberate,
            Instant passphrase,
            boolean locked,
            boolean hasPin,
            int pinTries) {
        boolean isOver(Instant now) {
            return !now.isBefore(ends);
        }

        boolean isLocked(Instant now) {
            return locked || !hasPin || !isWithin(Limits.UNLOCKED, deliberate, now);
        }

        boolean isFresh(Instant now) {
            return isWithin(Limits.FRESH, passphrase, now);
        }

        /// An instant that lies ahead, because the clock was set back, is long ago: nobody stays in
        /// for the hours that come twice.
        private static boolean isWithin(Duration limit, Instant then, Instant now) {
            var passed = Duration.between(then, now);
            return passed.compareTo(limit) < 0
                    && passed.compareTo(Limits.CLOCK_WOBBLE.negated()) >= 0;
        }

        boolean needsPassphrase(Instant now) {
            return hasPin ? pinTries >= Limits.PIN_TRIES : !isFresh(now);
        }
    }

    /// A row with the bytes that make its form token.
    static final class Found {
        private final Row row;
        private final byte[] tokenSeed;

        Found(Row row, byte[] tokenSeed) {
            this.row = row;
            this.tokenSeed = tokenSeed;
        }

        Row row() {
            return row;
        }

        byte[] tokenSeed() {
            return tokenSeed;
        }
    }

    static Optional<Found> byCookie(Handle handle, byte[] cookieHash) {
        return handle.createQuery(COLUMNS + "WHERE cookie_hash = :hash")
                .bind("hash", cookieHash)
                .map((rs, context) -> new Found(row(rs, context), rs.getBytes("token_seed")))
                .findOne();
    }

    static Optional<Row> byToken(Handle handle, byte[] tokenHash) {
        return handle.createQuery(COLUMNS + "WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .map(SessionRows::row)
                .findOne();
    }

    /// Earliest first.
    static List<Row> of(Handle handle, PersonId person) {
        return handle.createQuery(COLUMNS + "WHERE person = :person ORDER BY id")
                .bind("person", person.value())
                .map(SessionRows::row)
                .list();
    }

    private static Row row(ResultSet rs, StatementContext context) throws SQLException {
        return new Row(
                rs.getLong("id"),
                new PersonId(rs.getLong("person")),
                Instant.ofEpochMilli(rs.getLong("started_at")),
                Instant.ofEpochMilli(rs.getLong("ends_at")),
                Instant.ofEpochMilli(rs.getLong("deliberate_at")),
                Instant.ofEpochMilli(rs.getLong("passphrase_at")),
                rs.getInt("locked") == 1,
                rs.getBytes("pin_hash") != null,
                rs.getInt("pin_tries"));
    }

    static void insert(Handle handle, Row row, SessionSecrets secrets) {
        handle.createUpdate(
                        """
                        INSERT INTO session (id, person, cookie_hash, token_hash, token_seed,
                          started_at, ends_at, deliberate_at, passphrase_at, locked, pin_tries)
                        VALUES (:id, :person, :cookie, :token, :seed,
                          :started, :ends, :deliberate, :passphrase, 0, 0)
                        """)
                .bind("id", row.id())
                .bind("person", row.person().value())
                .bind("cookie", secrets.cookieHash())
                .bind("token", secrets.tokenHash())
                .bind("seed", secrets.tokenSeed())
                .bind("started", row.started().toEpochMilli())
                .bind("ends", row.ends().toEpochMilli())
                .bind("deliberate", row.deliberate().toEpochMilli())
                .bind("passphrase", row.passphrase().toEpochMilli())
                .execute();
    }

    static void seen(Handle handle, long id, Instant now) {
        handle.createUpdate("UPDATE session SET deliberate_at = :now WHERE id = :id")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void setPin(Handle handle, long id, byte[] pinHash, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE session SET pin_hash = :pin, pin_tries = 0, locked = 0,
                          deliberate_at = :now WHERE id = :id
                        """)
                .bind("id", id)
                .bind("pin", pinHash)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static byte[] pinHash(Handle handle, long id) {
        return handle.createQuery("SELECT pin_hash FROM session WHERE id = :id")
                .bind("id", id)
                .map((rs, context) -> rs.getBytes(1))
                .one();
    }

    static void wrongPin(Handle handle, long id) {
        handle.createUpdate(
                        "UPDATE session SET pin_tries = pin_tries + 1, locked = 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    static void unlock(Handle handle, long id, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE session SET pin_tries = 0, locked = 0, deliberate_at = :now
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void confirmed(Handle handle, long id, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE session SET passphrase_at = :now, deliberate_at = :now
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Known by another cookie from now on.
    static void recookie(Handle handle, long id, byte[] cookieHash) {
        handle.createUpdate("UPDATE session SET cookie_hash = :cookie WHERE id = :id")
                .bind("id", id)
                .bind("cookie", cookieHash)
                .execute();
    }

    /// The passphrase was given in place of the PIN: a new cookie, and a new PIN is due.
    static void renew(Handle handle, long id, byte[] cookieHash, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE session SET cookie_hash = :cookie, pin_hash = NULL, pin_tries = 0,
                          locked = 0, passphrase_at = :now, deliberate_at = :now
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("cookie", cookieHash)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void lockAllOf(Handle handle, PersonId person) {
        handle.createUpdate("UPDATE session SET locked = 1 WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }

    static int end(Handle handle, PersonId person, long id) {
        return handle.createUpdate("DELETE FROM session WHERE id = :id AND person = :person")
                .bind("id", id)
                .bind("person", person.value())
                .execute();
    }

    static void endAllOf(Handle handle, PersonId person) {
        handle.createUpdate("DELETE FROM session WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }

    static void endByToken(Handle handle, byte[] tokenHash) {
        handle.createUpdate("DELETE FROM session WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .execute();
    }

    static void forgetOver(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM session WHERE ends_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void endAll(Handle handle) {
        handle.execute("DELETE FROM session");
        handle.execute("DELETE FROM sign_in_delay");
    }

    private SessionRows() {}
}
