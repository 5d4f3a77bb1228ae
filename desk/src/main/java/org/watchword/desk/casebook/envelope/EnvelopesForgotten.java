package org.watchword.desk.casebook.envelope;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.forgetting.Bygone;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;

/// Envelopes of code-names that were retired: nobody holds them any more. What was written stays
/// with the members of its compartment.
final class EnvelopesForgotten implements Forgetful {
    /// Why envelopes were opened goes with the other words of an alarm. The compartment keeps it.
    static final Bygone REASONS =
            new Bygone(
                    "envelope-reasons",
                    Term.TEXTS,
                    """
                    SELECT min(alarm.closed_at) FROM envelope_opening AS opening
                        JOIN alarm ON alarm.id = opening.alarm_id
                        WHERE alarm.closed_at IS NOT NULL AND opening.reason IS NOT NULL\
                    """,
                    List.of(
                            """
                            UPDATE envelope_opening SET reason = NULL WHERE id IN
                                (SELECT opening.id FROM envelope_opening AS opening
                                JOIN alarm ON alarm.id = opening.alarm_id
                                WHERE alarm.closed_at < :before AND opening.reason IS NOT NULL
                                LIMIT :most)\
                            """));

    private final Filling filling;

    EnvelopesForgotten(Filling filling) {
        this.filling = filling;
    }

    @Override
    public String kind() {
        return "envelopes";
    }

    @Override
    public Term term() {
        return Term.NO_LONGER;
    }

    @Override
    public boolean forget(Turn turn, Instant before) {
        List<CodenameId> some = EnvelopeRows.retired(turn.handle(), before);
        some.forEach(who -> filling.remove(turn, who));
        return !some.isEmpty();
    }

    @Override
    public Optional<Instant> oldest(Handle handle) {
        return EnvelopeRows.firstRetired(handle);
    }
}
