package org.watchword.desk.rota;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Hand-over notes: what whoever goes leaves to whoever comes. Kept with who and when; the newest
/// one of a role is shown first.
public final class Handovers {
    private static final String UNREADABLE = "?";

    private final Store store;
    private final FieldSeal seal;

    public Handovers(Store store, FieldSeal seal) {
        this.store = store;
        this.seal = seal;
    }

    /// One note.
    public record Note(long id, RoleId role, PersonId author, String text, Instant at) {}

    /// Keeps a note; its length and its characters are the page's concern.
    public long write(RoleId role, PersonId author, String text, Instant now) {
        return store.writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            long id = RowNumbers.next(turn, "handover_note");
                            insert(turn, new Note(id, role, author, text, now));
                            return id;
                        });
    }

    private void insert(Turn turn, Note note) {
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO handover_note (id, role, author, text, written_at)
                        VALUES (:id, :role, :author, :text, :at)
                        """)
                .bind("id", note.id())
                .bind("role", note.role().value())
                .bind("author", note.author().value())
                .bind("text", seal.seal(place(note.id()), note.text()))
                .bind("at", note.at().toEpochMilli())
                .execute();
    }

    /// The newest notes of a role, newest first.
    public List<Note> newest(Handle handle, RoleId role, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM handover_note WHERE role = :role ORDER BY id DESC LIMIT :most
                        """)
                .bind("role", role.value())
                .bind("most", most)
                .map((rs, context) -> {
                    long id = rs.getLong("id");
                    return new Note(
                            id,
                            role,
                            new PersonId(rs.getLong("author")),
                            seal.openOr(place(id), rs.getBytes("text"), UNREADABLE),
                            Instant.ofEpochMilli(rs.getLong("written_at")));
                })
                .list();
    }

    Optional<Note> newest(Handle handle, RoleId role) {
        return newest(handle, role, 1).stream().findFirst();
    }

    private static FieldSeal.Place place(long id) {
        return new FieldSeal.Place("handover_note", "text", id);
    }
}
