package org.watchword.desk.rota;

import java.util.Comparator;
import org.watchword.desk.basis.PersonId;

/// Somebody's time on the plan, and where it comes from.
///
/// @param id the number of the row that it comes from
record Stretch(PersonId person, Span time, Origin origin, long id) {
    static final Comparator<Stretch> BY_TIME =
            Comparator.comparing((Stretch stretch) -> stretch.time().from())
                    .thenComparing(Stretch::origin)
                    .thenComparingLong(Stretch::id);

    /// Why somebody is on duty.
    enum Origin {
        SHIFT,
        WEEKLY,
        STAND_IN,
        TAKEN_OVER
    }

    static Stretch of(Shift shift) {
        return new Stretch(
                shift.person(),
                new Span(shift.starts(), shift.ends()),
                shift.takenOver() ? Origin.TAKEN_OVER : Origin.SHIFT,
                shift.id());
    }
}
