package org.watchword.desk.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.KeyedHash;

/// Addresses of people who are not of the team, as they stand in messages to them.
final class OutsideAddresses {
    private final FieldSeal seal;
    private final KeyedHash hash;

    OutsideAddresses(FieldSeal seal, KeyedHash hash) {
        this.seal = seal;
        this.hash = hash;
    }

    byte @Nullable [] sealed(long message, Address to) {
        return to.isOutside() ? seal.seal(place(message), to.value()) : null;
    }

    byte @Nullable [] hashed(Address to) {
        return to.isOutside() ? hashed(to.value()) : null;
    }

    private byte[] hashed(String value) {
        return hash.of(Addresses.HASH_DOMAIN, value.getBytes(StandardCharsets.UTF_8));
    }

    /// Opens the address of a row when it is asked for; empty when it stands elsewhere or was taken
    /// away.
    Supplier<Optional<String>> of(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        byte[] sealed = row.getBytes("outside");
        return () -> Optional.ofNullable(sealed).map(bytes -> seal.open(place(id), bytes));
    }

    void forget(Handle handle, ChannelId channel, String address, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE message SET outside = NULL, outside_hash = NULL,
                            withdrawn_at = CASE WHEN settled_at IS NULL THEN :now
                                ELSE withdrawn_at END,
                            settled_at = CASE WHEN state IN ('queued', 'repeat') THEN :now
                                ELSE settled_at END,
                            state = CASE WHEN state IN ('queued', 'repeat') THEN 'withdrawn'
                                ELSE state END
                        WHERE channel = :channel AND outside_hash = :hash\
                        """)
                .bind("channel", channel.value())
                .bind("hash", hashed(address))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    int count(Handle handle, Address to, String concerning, Instant since) {
        return handle.createQuery(
                        """
                        SELECT count(*) FROM message WHERE channel = :channel
                            AND outside_hash = :hash AND concerning = :concerning
                            AND created_at > :since\
                        """)
                .bind("channel", to.channel().value())
                .bind("hash", hashed(to.value()))
                .bind("concerning", concerning)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    private static FieldSeal.Place place(long message) {
        return new FieldSeal.Place("message", "outside", message);
    }
}
