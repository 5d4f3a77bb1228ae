package org.watchword.desk.rota;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// A shift that comes again every week or every few weeks.
///
/// @param stoppedAt from then on it holds no more
public record Weekly(
        long id, RoleId role, PersonId person, Pattern pattern, Optional<Instant> stoppedAt) {
    List<Stretch> touching(Span window, ZoneId zone) {
        return pattern.touching(window, zone).stream()
                .filter(time -> stoppedAt.filter(at -> !at.isAfter(time.from())).isEmpty())
                .map(this::stretch)
                .filter(stretch -> stretch.time().touches(window))
                .toList();
    }

    private Stretch stretch(Span time) {
        Instant to = stoppedAt.filter(time::covers).orElse(time.to());
        return new Stretch(person, new Span(time.from(), to), Stretch.Origin.WEEKLY, id);
    }
}
