package org.watchword.desk.watch.silence;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.LadderId;

/// What people decided about one watch.
///
/// @param about a person, a flat, a journey: one or several code-names
/// @param ladder its own; else the code-name's
/// @param anyone whether one of them checks in for all; else each must be heard
/// @param drill its code-names are drill twins
public record Plan(
        String label,
        List<CodenameId> about,
        Optional<LadderId> ladder,
        Schedule schedule,
        Margins margins,
        boolean anyone,
        boolean drill) {
    public Plan {
        about = about.stream().distinct().toList();
    }

    /// The same under another name.
    Plan called(String other) {
        return new Plan(other, about, ladder, schedule, margins, anyone, drill);
    }

    /// A label may say more than a log should.
    @Override
    public String toString() {
        return "a plan about " + about;
    }
}
