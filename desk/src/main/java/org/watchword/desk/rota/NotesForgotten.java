package org.watchword.desk.rota;

import java.util.List;
import org.watchword.desk.forgetting.Bygone;
import org.watchword.desk.forgetting.Forgetful.Term;

/// What this room keeps for a while only: what one shift wrote down for the next. Who was on duty
/// stays.
public final class NotesForgotten {
    private static final Bygone NOTES =
            new Bygone(
                    "notes",
                    Term.TEXTS,
                    "SELECT min(written_at) FROM handover_note",
                    List.of(
                            """
                            DELETE FROM handover_note WHERE id IN (SELECT id FROM handover_note
                                WHERE written_at < :before LIMIT :most)\
                            """));

    public static List<Bygone> all() {
        return List.of(NOTES);
    }

    private NotesForgotten() {}
}
