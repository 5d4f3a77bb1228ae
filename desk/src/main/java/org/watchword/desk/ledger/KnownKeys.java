package org.watchword.desk.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.slot.Address;

/// The public keys that people made known by opening their case files, so that a founding can name
/// them, and who of them wrote its fingerprint down. Nothing is ever sealed to what lies here: a
/// founder compares it aloud before he signs it, and from then on the chain says whose keys they
/// are. The rows of `known_key`.
public final class KnownKeys {
    private static final String TABLE = "known_key";
    private static final int BYTES = AuthorKey.BYTES + Address.BYTES;

    private final Store store;
    private final FieldSeal seal;

    KnownKeys(Store store, FieldSeal seal) {
        this.store = store;
        this.seal = seal;
    }

    /// What lies in a row.
    public sealed interface Known {
        /// Somebody's.
        ///
        /// @param onPaper the fingerprint that this person wrote down
        record Here(Keys keys, Optional<ChainHead> onPaper) implements Known {}

        /// Nobody made any known.
        record None() implements Known {}

        /// It does not open: somebody wrote in the rows.
        record Spoilt() implements Known {}
    }

    /// Of everybody who made his known.
    public Map<AccountNumber, Known> all(Handle handle) {
        var all = new TreeMap<AccountNumber, Known>();
        handle.createQuery("SELECT account, keys, on_paper FROM known_key")
                .map((row, _) ->
                        Map.entry(
                                new AccountNumber(row.getLong(1)),
                                known(row.getLong(1), row.getBytes(2), row.getBytes(3))))
                .forEach(row -> all.put(row.getKey(), row.getValue()));
        return all;
    }

    private Known known(long account, byte[] keys, byte[] onPaper) {
        try {
            byte[] both = Base64.getDecoder().decode(seal.open(keys(account), keys));
            Optional<ChainHead> paper =
                    onPaper.length == 0
                            ? Optional.empty()
                            : Optional.of(head(seal.open(paper(account), onPaper)));
            return new Known.Here(read(both), paper);
        } catch (UnreadableField | IllegalArgumentException e) {
            return new Known.Spoilt();
        }
    }

    private static ChainHead head(String hex) {
        return new ChainHead(Octets.of(HexFormat.of().parseHex(hex)));
    }

    /// Both keys behind each other: what is compared aloud is made of these bytes.
    public static byte[] bytes(Keys keys) {
        byte[] both = new byte[BYTES];
        System.arraycopy(keys.signing().octets().bytes(), 0, both, 0, AuthorKey.BYTES);
        System.arraycopy(keys.reading().octets().bytes(), 0, both, AuthorKey.BYTES, Address.BYTES);
        return both;
    }

    private static Keys read(byte[] both) {
        Octets.of(both).exactly(BYTES);
        byte[] signing = Arrays.copyOf(both, AuthorKey.BYTES);
        byte[] reading = Arrays.copyOfRange(both, AuthorKey.BYTES, BYTES);
        return new Keys(new AuthorKey(Octets.of(signing)), new Address(Octets.of(reading)));
    }

    private static Place keys(long account) {
        return new Place(TABLE, "keys", account);
    }

    private static Place paper(long account) {
        return new Place(TABLE, "on_paper", account);
    }

    /// Makes somebody's keys known, once: what lies there stays, also when it is another. Its owner
    /// is told, and says himself that it is to be replaced.
    public void make(AccountNumber who, Keys keys) {
        boolean isThere =
                store.read(handle ->
                        handle.createQuery("SELECT count(*) FROM known_key WHERE account = :who")
                                        .bind("who", who.number())
                                        .mapTo(Long.class)
                                        .one()
                                > 0);
        if (!isThere) {
            var _ = store.writer().write(Lane.ORDINARY, turn -> put(turn, who, keys, "NOTHING"));
        }
    }

    /// Puts them in the place of whatever lies there; what was written down has to be once more.
    public void replace(AccountNumber who, Keys keys) {
        String anew = "UPDATE SET keys = excluded.keys, on_paper = x''";
        var _ = store.writer().write(Lane.ORDINARY, turn -> put(turn, who, keys, anew));
    }

    private int put(Turn turn, AccountNumber who, Keys keys, String otherwise) {
        String text = Base64.getEncoder().encodeToString(bytes(keys));
        return turn.handle()
                .createUpdate(
                        "INSERT INTO known_key (account, keys, on_paper) VALUES (:who, :keys, x'')"
                                + " ON CONFLICT (account) DO "
                                + otherwise)
                .bind("who", who.number())
                .bind("keys", seal.seal(keys(who.number()), text))
                .execute();
    }

    /// Somebody wrote this fingerprint down.
    public void wroteDown(AccountNumber who, ChainHead fingerprint) {
        byte[] sealed = seal.seal(paper(who.number()), fingerprint.octets().hex());
        var _ =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        turn.handle()
                                                .createUpdate(
                                                        """
                                                        UPDATE known_key SET on_paper = :paper
                                                        WHERE account = :who\
                                                        """)
                                                .bind("paper", sealed)
                                                .bind("who", who.number())
                                                .execute());
    }
}
