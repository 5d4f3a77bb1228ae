package org.watchword.desk.rota;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Somebody comes instead of somebody else, wherever that one is planned in this time.
///
/// @param swap the swap that it came of
public record StandIn(
        long id, RoleId role, PersonId person, PersonId insteadOf, Span time, Optional<Long> swap) {
    /// The plan with this change in it.
    List<Stretch> applied(List<Stretch> plan) {
        var changed = new ArrayList<Stretch>();
        for (Stretch one : plan) {
            if (one.person().equals(insteadOf) && one.time().touches(time)) {
                cut(one, changed);
            } else {
                changed.add(one);
            }
        }
        return changed;
    }

    private void cut(Stretch one, List<Stretch> into) {
        Span was = one.time();
        var from = was.from().isAfter(time.from()) ? was.from() : time.from();
        var to = was.to().isBefore(time.to()) ? was.to() : time.to();
        if (was.from().isBefore(from)) {
            into.add(new Stretch(one.person(), new Span(was.from(), from), one.origin(), one.id()));
        }
        into.add(new Stretch(person, new Span(from, to), Stretch.Origin.STAND_IN, id));
        if (to.isBefore(was.to())) {
            into.add(new Stretch(one.person(), new Span(to, was.to()), one.origin(), one.id()));
        }
    }
}
