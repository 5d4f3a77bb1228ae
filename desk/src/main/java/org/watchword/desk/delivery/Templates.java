package org.watchword.desk.delivery;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Language;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// The team's own wording of messages, by kind and language. Which kinds there are, and the
/// built-in wording, belongs to whoever posts them.
public final class Templates {
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
                .map((row, context) -> {
                    long id = row.getLong("id");
                    return new MessageText(
                            seal.open(place("subject", id), row.getBytes("subject")),
                            seal.open(place("text", id), row.getBytes("text")));
                })
                .findOne();
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
