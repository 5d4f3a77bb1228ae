package org.watchword.desk.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.store.Turn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.membership.ChainHead;

/// The rows of `organisation`, one, and `statement`. All of it is sealed: it names who reads where.
final class ChainRows {
    private static final String ROOT = "organisation";
    private static final String STATEMENT = "statement";
    private static final int ROW = 1;
    private static final HexFormat HEX = HexFormat.of();

    private final FieldSeal seal;

    ChainRows(FieldSeal seal) {
        this.seal = seal;
    }

    /// What the chain is rooted in, and how it ended when something was last added: whoever cuts
    /// rows off at its end cannot seal another end.
    record Root(OrganisationId organisation, ChainHead fingerprint, End end) {}

    record End(long statements, ChainHead head) {}

    /// Empty before the founding.
    ///
    /// @throws UnreadableField when the row was changed, or holds nothing that this room writes
    Optional<Root> root(Handle handle) {
        return handle.createQuery("SELECT organisation, fingerprint, head FROM organisation")
                .map((row, _) -> root(row))
                .findOne();
    }

    private Root root(ResultSet row) throws SQLException {
        try {
            return new Root(
                    new OrganisationId(octets(opened("organisation", row.getBytes(1)))),
                    new ChainHead(octets(opened("fingerprint", row.getBytes(2)))),
                    end(opened("head", row.getBytes(3))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableField(new Place(ROOT, ROOT, ROW));
        }
    }

    private static End end(String text) {
        int gap = text.indexOf(' ');
        return new End(
                Long.parseLong(text, 0, gap, 10), new ChainHead(octets(text.substring(gap + 1))));
    }

    private static Octets octets(String hex) {
        return Octets.of(HEX.parseHex(hex));
    }

    private String opened(String column, byte[] sealed) {
        return seal.open(new Place(ROOT, column, ROW), sealed);
    }

    private byte[] sealed(String column, String text) {
        return seal.seal(new Place(ROOT, column, ROW), text);
    }

    /// The statements from a number on.
    ///
    /// @throws UnreadableField when one was changed, stands elsewhere, or is none
    List<byte[]> from(Handle handle, long number) {
        return handle.createQuery(
                        """
                        SELECT number, statement FROM statement WHERE number >= :number
                        ORDER BY number\
                        """)
                .bind("number", number)
                .map((row, _) -> statement(place(row.getLong(1)), row.getBytes(2)))
                .list();
    }

    private byte[] statement(Place place, byte[] sealed) {
        String text = seal.open(place, sealed);
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableField(place);
        }
    }

    private static Place place(long number) {
        return new Place(STATEMENT, STATEMENT, number);
    }

    void insertRoot(Turn turn, Root root) {
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO organisation (id, organisation, fingerprint, head)
                        VALUES (:id, :organisation, :fingerprint, :head)\
                        """)
                .bind("id", ROW)
                .bind("organisation", sealed("organisation", root.organisation().octets().hex()))
                .bind("fingerprint", sealed("fingerprint", root.fingerprint().octets().hex()))
                .bind("head", sealed("head", text(root.end())))
                .execute();
    }

    private static String text(End end) {
        return end.statements() + " " + end.head().octets().hex();
    }

    void insert(Turn turn, long number, byte[] statement) {
        String text = Base64.getEncoder().encodeToString(statement);
        turn.handle()
                .createUpdate("INSERT INTO statement (number, statement) VALUES (:number, :what)")
                .bind("number", number)
                .bind("what", seal.seal(place(number), text))
                .execute();
    }

    void ends(Turn turn, End end) {
        turn.handle()
                .createUpdate("UPDATE organisation SET head = :head")
                .bind("head", sealed("head", text(end)))
                .execute();
    }
}
