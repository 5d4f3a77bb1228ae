package org.watchword.desk.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.PersonId;

/// The columns of `address` that are about its proof.
final class ProofRows {
    private final KeyedHash hash;

    ProofRows(KeyedHash hash) {
        this.hash = hash;
    }

    /// How far the proof of one address has come.
    ///
    /// @param sent how often a code was sent there
    /// @param sentAt when the code that counts was sent
    /// @param tries how often a wrong one was tried since
    record Standing(
            AddressId address,
            PersonId person,
            boolean proved,
            int sent,
            Optional<Instant> sentAt,
            int tries) {}

    Optional<Standing> of(Handle handle, AddressId id) {
        return handle.createQuery("SELECT * FROM address WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> standing(row))
                .findOne();
    }

    /// Those that wait for a proof from this very sender.
    List<Standing> waiting(Handle handle, ChannelId channel, String sender) {
        return handle.createQuery(
                        """
                        SELECT * FROM address WHERE channel = :channel AND address_hash = :hash
                            AND proved_at IS NULL AND proof_sent > 0 ORDER BY id\
                        """)
                .bind("channel", channel.value())
                .bind(
                        "hash",
                        hash.of(Addresses.HASH_DOMAIN, sender.getBytes(StandardCharsets.UTF_8)))
                .map((row, context) -> standing(row))
                .list();
    }

    void sent(Handle handle, AddressId id, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE address SET proof_sent = proof_sent + 1, proof_sent_at = :now,
                            proof_tries = 0
                        WHERE id = :id\
                        """)
                .bind("id", id.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void tried(Handle handle, AddressId id) {
        handle.createUpdate("UPDATE address SET proof_tries = proof_tries + 1 WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        long sentAt = row.getLong("proof_sent_at");
        boolean never = row.wasNull();
        return new Standing(
                new AddressId(row.getLong("id")),
                new PersonId(row.getLong("person")),
                row.getObject("proved_at") != null,
                row.getInt("proof_sent"),
                never ? Optional.empty() : Optional.of(Instant.ofEpochMilli(sentAt)),
                row.getInt("proof_tries"));
    }
}
