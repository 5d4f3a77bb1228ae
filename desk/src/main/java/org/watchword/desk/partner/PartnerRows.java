package org.watchword.desk.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Language;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.FarEnd;
import org.watchword.desk.store.Turn;

/// The one row of `partner`.
final class PartnerRows {
    private static final String TABLE = "partner";
    private static final int ROW = 1;

    private final FieldSeal seal;

    PartnerRows(FieldSeal seal) {
        this.seal = seal;
    }

    /// What is kept of the partner. A field that does not open is empty, and what needs it is not
    /// done: {@link PartnerSettings#isWhole}.
    record Kept(
            PartnerSettings settings,
            long heardCount,
            Optional<Instant> heardAt,
            Optional<Instant> rungAt,
            int rings,
            Optional<Instant> seenAt,
            Optional<Instant> takenAt) {}

    Optional<Kept> find(Handle handle) {
        return handle.createQuery("SELECT * FROM partner").map((row, _) -> kept(row)).findOne();
    }

    private Kept kept(ResultSet row) throws SQLException {
        long channel = row.getLong("channel");
        Optional<PartnerSettings.GivenNumber> number =
                row.wasNull()
                        ? Optional.empty()
                        : Optional.of(
                                new PartnerSettings.GivenNumber(
                                        new ChannelId(channel),
                                        opened(row, "number"),
                                        new Language(row.getString("language"))));
        var settings =
                new PartnerSettings(
                        PartnerSettings.Kind.of(row.getString("kind")).orElseThrow(),
                        opened(row, "name"),
                        new FarEnd.Where(
                                opened(row, "address"), opened(row, "proxy"), opened(row, "trust")),
                        opened(row, "their_key"),
                        number);
        return new Kept(
                settings,
                row.getLong("heard_count"),
                instant(row, "heard_at"),
                instant(row, "rung_at"),
                row.getInt("rings"),
                instant(row, "seen_at"),
                instant(row, "taken_at"));
    }

    private String opened(ResultSet row, String column) throws SQLException {
        return seal.openOr(place(column), row.getBytes(column), "");
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /// Sets the partner. One with the key of before has been heard as before: its old heartbeats
    /// count no second time.
    void set(Turn turn, PartnerSettings now) {
        Handle handle = turn.handle();
        Optional<Kept> before = find(handle);
        Optional<Kept> same = before.filter(one -> one.settings().key().equals(now.key()));
        remove(turn);
        handle.createUpdate(
                        """
                        INSERT INTO partner (id, kind, name, address, proxy, trust, their_key,
                            channel, number, language, heard_count, heard_at)
                        VALUES (:id, :kind, :name, :address, :proxy, :trust, :key, :channel,
                            :number, :language, :count, :heard)\
                        """)
                .bind("id", ROW)
                .bind("kind", now.kind().word())
                .bind("name", sealed("name", now.name()))
                .bind("address", sealed("address", now.where().address()))
                .bind("proxy", sealed("proxy", now.where().proxy()))
                .bind("trust", sealed("trust", now.where().trust()))
                .bind("key", sealed("their_key", now.key()))
                .bind("channel", now.number().map(one -> one.channel().value()).orElse(null))
                .bind(
                        "number",
                        sealed(
                                "number",
                                now.number().map(PartnerSettings.GivenNumber::address).orElse("")))
                .bind("language", now.number().map(one -> one.language().tag()).orElse(""))
                .bind("count", same.map(Kept::heardCount).orElse(0L))
                .bind("heard", same.flatMap(Kept::heardAt).map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    void remove(Turn turn) {
        turn.handle().execute("DELETE FROM partner");
    }

    /// A heartbeat counted: whatever silence was is over.
    void heard(Turn turn, long count, Instant at) {
        turn.handle()
                .createUpdate(
                        """
                        UPDATE partner SET heard_count = :count, heard_at = :at, rung_at = NULL,
                            rings = 0, seen_at = NULL
                        WHERE heard_count < :count\
                        """)
                .bind("count", count)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /// The silence rang, and so often their number with it.
    void rung(Turn turn, Instant at, int rings) {
        turn.handle()
                .createUpdate(
                        """
                        UPDATE partner SET rung_at = coalesce(rung_at, :at), rings = :rings\
                        """)
                .bind("at", at.toEpochMilli())
                .bind("rings", rings)
                .execute();
    }

    /// Somebody says that those at the partner know of it. False when nothing rings.
    boolean seen(Turn turn, Instant at) {
        return turn.handle()
                        .createUpdate(
                                """
                                UPDATE partner SET seen_at = :at
                                WHERE rung_at IS NOT NULL AND seen_at IS NULL\
                                """)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    void taken(Turn turn, Instant at) {
        turn.handle()
                .createUpdate("UPDATE partner SET taken_at = :at")
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private byte[] sealed(String column, String text) {
        return seal.seal(place(column), text);
    }

    private static FieldSeal.Place place(String column) {
        return new FieldSeal.Place(TABLE, column, ROW);
    }
}
