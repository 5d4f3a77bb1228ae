package org.watchword.desk.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Language;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// The team's own wording of messages, by kind and language. Which kinds there are, and the
/// built-in wording, belongs to whoever posts them.
public final class Templates {
    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

    private final FieldSeal seal;

    Templates(FieldSeal seal) {
        this.seal = seal;
    }

    /// The team's wording, if it has its own.
    public Optional<MessageText> own(Handle handle, String kind, Language language) {
        return handle.createQuery(
                        "SELECT * FROM template WHERE kind = :kind AND language = :language")
                .bind("kind", kind)
                .bind("language", language.tag())
                .map((row, context) -> opened(row))
                .findOne()
                .flatMap(Function.identity());
    }

    /// One that does not open must not keep anybody from being rung: the built-in wording holds.
    private Optional<MessageText> opened(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        try {
            return Optional.of(
                    new MessageText(
                            seal.open(place("subject", id), row.getBytes("subject")),
                            seal.open(place("text", id), row.getBytes("text"))));
        } catch (FieldSeal.UnreadableField e) {
            LOG.error("{}", e.getMessage());
            return Optional.empty();
        }
    }

    /// Keeps the team's wording, which {@link MessageText#check} has found good.
    public void keep(Turn turn, String kind, Language language, MessageText text) {
        backToBuiltIn(turn, kind, language);
        long id = RowNumbers.next(turn, "template");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO template (id, kind, language, subject, text)
                        VALUES (:id, :kind, :language, :subject, :text)\
                        """)
                .bind("id", id)
                .bind("kind", kind)
                .bind("language", language.tag())
                .bind("subject", seal.seal(place("subject", id), text.subject()))
                .bind("text", seal.seal(place("text", id), text.text()))
                .execute();
    }

    /// Forgets the team's wording, so that the built-in one holds again.
    public void backToBuiltIn(Turn turn, String kind, Language language) {
        turn.handle()
                .createUpdate("DELETE FROM template WHERE kind = :kind AND language = :language")
                .bind("kind", kind)
                .bind("language", language.tag())
                .execute();
    }

    private static FieldSeal.Place place(String column, long id) {
        return new FieldSeal.Place("template", column, id);
    }
}
