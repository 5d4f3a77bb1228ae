package org.watchword.desk.watch.word;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// The neutral texts of this room: the team's own, otherwise the built-in ones.
final class NeutralTexts {
    private final FieldSeal seal;
    private final WordBook book;
    private final Language spare;

    NeutralTexts(FieldSeal seal, WordBook book, Language spare) {
        this.seal = seal;
        this.book = book;
        this.spare = spare;
    }

    /// A language that the desk speaks.
    Language spoken(Language wanted) {
        return book.speaks(wanted) ? wanted : spare;
    }

    Language spare() {
        return spare;
    }

    String text(Handle handle, NeutralText which, Language language) {
        return own(handle, which.word(), language).orElseGet(() -> ready(which, language));
    }

    /// The built-in one.
    String ready(NeutralText which, Language language) {
        return book.in(language).say("word.text." + which.word());
    }

    MessageText.Filled message(Handle handle, NeutralText which, Language language) {
        return new MessageText.Filled(
                text(handle, NeutralText.SUBJECT, language), text(handle, which, language));
    }

    Optional<String> own(Handle handle, String name, Language language) {
        return handle.createQuery(
                        "SELECT id, text FROM neutral_text WHERE name = :name AND language = :tag")
                .bind("name", name)
                .bind("tag", language.tag())
                .map((row, context) -> {
                    long id = row.getLong("id");
                    return seal.openOr(place(id), row.getBytes("text"), "");
                })
                .findOne()
                .filter(text -> !text.isEmpty());
    }

    /// Keeps a text; an empty one brings the built-in one back.
    void keep(Turn turn, String name, Language language, String text) {
        turn.handle()
                .createUpdate("DELETE FROM neutral_text WHERE name = :name AND language = :tag")
                .bind("name", name)
                .bind("tag", language.tag())
                .execute();
        if (text.isEmpty()) {
            return;
        }
        long id = RowNumbers.next(turn, "neutral_text");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO neutral_text (id, name, language, text)
                        VALUES (:id, :name, :tag, :text)\
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("tag", language.tag())
                .bind("text", seal.seal(place(id), text))
                .execute();
    }

    private static FieldSeal.Place place(long id) {
        return new FieldSeal.Place("neutral_text", "text", id);
    }
}
