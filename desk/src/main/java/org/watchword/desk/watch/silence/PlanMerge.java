package org.watchword.desk.watch.silence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.watch.CodenameId;

/// Compares plans by who is missed when, and joins two so that whoever either of them misses is
/// missed.
final class PlanMerge {
    /// Whether everybody who was awaited is awaited at every time as before, misses it no later,
    /// and nobody else's word counts in that person's place.
    ///
    /// @param now single times that have passed count no more
    static boolean onlyAdds(Plan before, Plan after, Instant now) {
        return before.ladder().equals(after.ladder())
                && after.margins().grace().compareTo(before.margins().grace()) <= 0
                && (before.drill() || !after.drill())
                && after.about().containsAll(before.about())
                && before.about().stream()
                        .allMatch(who -> voices(before, who).containsAll(voices(after, who)))
                && ScheduleMerge.covers(after.schedule(), before.schedule(), now);
    }

    /// Whose word counts for somebody.
    private static Set<CodenameId> voices(Plan plan, CodenameId who) {
        return plan.anyone() ? Set.copyOf(plan.about()) : Set.of(who);
    }

    /// A plan by which whoever either of the two would miss is missed, as early as by the earlier
    /// of the two; empty where one schedule cannot say both. The ladder is the first one's: which
    /// of two ladders rings more nobody can say.
    static Optional<Plan> both(Plan before, Plan after, Instant now) {
        return ScheduleMerge.both(before.schedule(), after.schedule(), now)
                .map(schedule ->
                        new Plan(
                                after.label(),
                                about(before, after),
                                before.ladder(),
                                schedule,
                                margins(before.margins(), after.margins()),
                                before.anyone() && after.anyone() && sameAbout(before, after),
                                before.drill() && after.drill()));
    }

    private static List<CodenameId> about(Plan before, Plan after) {
        var about = new ArrayList<>(before.about());
        after.about().stream().filter(who -> !about.contains(who)).forEach(about::add);
        return about;
    }

    private static boolean sameAbout(Plan one, Plan other) {
        return new HashSet<>(one.about()).equals(new HashSet<>(other.about()));
    }

    private static Margins margins(Margins before, Margins after) {
        return new Margins(
                after.reminder(),
                before.grace().compareTo(after.grace()) <= 0 ? before.grace() : after.grace());
    }

    private PlanMerge() {}
}
