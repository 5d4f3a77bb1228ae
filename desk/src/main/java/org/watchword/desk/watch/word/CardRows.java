package org.watchword.desk.watch.word;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.CodenameId;

/// The rows of `card`, `card_word` and `wrong_word`.
final class CardRows {
    private final WordHash hash;

    CardRows(WordHash hash) {
        this.hash = hash;
    }

    /// A card as it is kept.
    record Kept(
            CardId id,
            CodenameId codename,
            Language language,
            boolean listOn,
            PersonId madeBy,
            Instant madeAt,
            Optional<PersonId> burnedBy,
            Optional<Instant> burnedAt) {
        boolean live() {
            return burnedAt.isEmpty();
        }
    }

    /// A word of a card as it is kept.
    ///
    /// @param sieve the eight bytes that say whether a word may be this one
    record KeptWord(WordKind kind, int nth, long sieve, ByteBuffer hash, boolean used) {}

    void insert(Handle handle, Kept card, byte[] form, byte[] sign) {
        handle.createUpdate(
                        """
                        INSERT INTO card (id, codename_id, form_hash, sign_hash, language, list_on,
                            made_by, made_at)
                        VALUES (:id, :codename, :form, :sign, :language, :list, :by, :at)\
                        """)
                .bind("id", card.id().value())
                .bind("codename", card.codename().value())
                .bind("form", form)
                .bind("sign", sign)
                .bind("language", card.language().tag())
                .bind("list", card.listOn() ? 1 : 0)
                .bind("by", card.madeBy().value())
                .bind("at", card.madeAt().toEpochMilli())
                .execute();
    }

    void insert(Handle handle, CardId card, WordKind kind, int nth, String spelled) {
        handle.createUpdate(
                        """
                        INSERT INTO card_word (card_id, kind, nth, sieve, word_hash)
                        VALUES (:card, :kind, :nth, :sieve, :hash)\
                        """)
                .bind("card", card.value())
                .bind("kind", kind.word())
                .bind("nth", nth)
                .bind("sieve", hash.sieve(card.value(), spelled))
                .bind("hash", hash.word(card.value(), kind, spelled))
                .execute();
    }

    Optional<Kept> live(Handle handle, CodenameId codename) {
        return handle.createQuery(
                        "SELECT * FROM card WHERE codename_id = :codename AND burned_at IS NULL")
                .bind("codename", codename.value())
                .map((row, context) -> card(row))
                .findOne();
    }

    Optional<Kept> find(Handle handle, CardId id) {
        return handle.createQuery("SELECT * FROM card WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> card(row))
                .findOne();
    }

    Optional<CardId> madeByForm(Handle handle, byte[] form) {
        return handle.createQuery("SELECT id FROM card WHERE form_hash = :form")
                .bind("form", form)
                .map((row, context) -> new CardId(row.getLong("id")))
                .findOne();
    }

    /// Every card of a code-name, the newest first.
    List<Kept> all(Handle handle, CodenameId codename) {
        return handle.createQuery(
                        "SELECT * FROM card WHERE codename_id = :codename ORDER BY id DESC")
                .bind("codename", codename.value())
                .map((row, context) -> card(row))
                .list();
    }

    boolean signTaken(Handle handle, byte[] sign) {
        return handle.createQuery(
                        "SELECT 1 FROM card WHERE sign_hash = :sign AND burned_at IS NULL")
                .bind("sign", sign)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// The cards with one of these call-signs: of those with the same the one in force, otherwise
    /// the last one burned.
    List<Kept> bySigns(Handle handle, List<byte[]> signs) {
        if (signs.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(
                        """
                        SELECT * FROM card c WHERE sign_hash IN (<signs>) AND NOT EXISTS
                            (SELECT 1 FROM card d WHERE d.sign_hash = c.sign_hash AND d.id > c.id)
                        ORDER BY id\
                        """)
                .bindList("signs", signs)
                .map((row, context) -> card(row))
                .list();
    }

    List<KeptWord> words(Handle handle, CardId card) {
        return handle.createQuery(
                        "SELECT * FROM card_word WHERE card_id = :card ORDER BY kind, nth")
                .bind("card", card.value())
                .map((row, context) ->
                        new KeptWord(
                                WordKind.of(row.getString("kind")),
                                row.getInt("nth"),
                                number(row.getBytes("sieve")),
                                ByteBuffer.wrap(row.getBytes("word_hash")),
                                row.getObject("used_at") != null))
                .list();
    }

    void use(Handle handle, CardId card, WordKind kind, int nth, Instant at) {
        handle.createUpdate(
                        """
                        UPDATE card_word SET used_at = :at WHERE card_id = :card AND kind = :kind
                            AND nth = :nth AND used_at IS NULL\
                        """)
                .bind("card", card.value())
                .bind("kind", kind.word())
                .bind("nth", nth)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /// Its words are taken away, and its call-sign is free for another card.
    boolean burn(Handle handle, CodenameId codename, PersonId by, Instant at) {
        Optional<Kept> live = live(handle, codename);
        live.ifPresent(card -> {
            for (String table : List.of("card_word", "wrong_word")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE card_id = :card")
                        .bind("card", card.id().value())
                        .execute();
            }
            handle.createUpdate("UPDATE card SET burned_by = :by, burned_at = :at WHERE id = :card")
                    .bind("card", card.id().value())
                    .bind("by", by.value())
                    .bind("at", at.toEpochMilli())
                    .execute();
        });
        return live.isPresent();
    }

    /// Counts one more wrong word. Only as many are kept as make an OK prove nothing.
    ///
    /// @param from what came before is forgotten
    /// @return whether there are that many from now on
    boolean wrong(Handle handle, CardId card, Instant from, Instant at) {
        int before = countWrong(handle, card, from);
        if (before >= Limits.WRONG_WORDS) {
            handle.createUpdate(
                            """
                            UPDATE wrong_word SET came_at = :at WHERE id = (SELECT id
                                FROM wrong_word WHERE card_id = :card ORDER BY came_at LIMIT 1)\
                            """)
                    .bind("card", card.value())
                    .bind("at", at.toEpochMilli())
                    .execute();
            return false;
        }
        handle.createUpdate("DELETE FROM wrong_word WHERE card_id = :card AND came_at <= :from")
                .bind("card", card.value())
                .bind("from", from.toEpochMilli())
                .execute();
        handle.createUpdate("INSERT INTO wrong_word (card_id, came_at) VALUES (:card, :at)")
                .bind("card", card.value())
                .bind("at", at.toEpochMilli())
                .execute();
        return before + 1 == Limits.WRONG_WORDS;
    }

    int countWrong(Handle handle, CardId card, Instant from) {
        return handle.createQuery(
                        """
                        SELECT count(*) FROM wrong_word
                        WHERE card_id = :card AND came_at > :from\
                        """)
                .bind("card", card.value())
                .bind("from", from.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    static long number(byte[] sieve) {
        return ByteBuffer.wrap(sieve).getLong();
    }

    private static Kept card(ResultSet row) throws SQLException {
        long burnedBy = row.getLong("burned_by");
        boolean burned = !row.wasNull();
        return new Kept(
                new CardId(row.getLong("id")),
                new CodenameId(row.getLong("codename_id")),
                new Language(row.getString("language")),
                row.getBoolean("list_on"),
                new PersonId(row.getLong("made_by")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                burned ? Optional.of(new PersonId(burnedBy)) : Optional.empty(),
                burned
                        ? Optional.of(Instant.ofEpochMilli(row.getLong("burned_at")))
                        : Optional.empty());
    }

    /// After a restore: whether the cards in force were burned since the backup nobody knows.
    void startAfresh(Handle handle, Instant now) {
        handle.createUpdate("UPDATE card SET restored_at = :now WHERE burned_at IS NULL")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// Code-names whose card in force came out of a backup and about which nobody has decided.
    List<CodenameId> restored(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT card.codename_id FROM card
                        JOIN codename ON codename.id = card.codename_id
                        WHERE card.restored_at IS NOT NULL AND card.burned_at IS NULL
                            AND codename.retired_at IS NULL ORDER BY card.codename_id\
                        """)
                .mapTo(Long.class)
                .map(CodenameId::new)
                .list();
    }

    /// Somebody knows that it was not burned; false when that is known of it already.
    boolean holds(Handle handle, CodenameId codename) {
        return handle.createUpdate(
                                """
                                UPDATE card SET restored_at = NULL WHERE codename_id = :codename
                                    AND burned_at IS NULL AND restored_at IS NOT NULL\
                                """)
                        .bind("codename", codename.value())
                        .execute()
                == 1;
    }
}
