package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.AddressId;
import org.watchword.desk.delivery.ChannelId;

/// The world as the engine sees it at one instant: the alarm's ladder with its targets already
/// turned into people, and how each of them can be rung.
///
/// @param ways each person's usable addresses, in that person's order
/// @param members everybody who belongs to the team now
/// @param leads who leads cases; filled only where an alarm may ask for it
record Situation(
        Instant now,
        List<Step> steps,
        Map<PersonId, List<Way>> ways,
        Set<PersonId> members,
        Leads leads,
        Policy policy) {

    /// A step of the ladder, from the first to the last.
    ///
    /// @param channels rung over these at once; over all a person has when empty
    /// @param all whether every target must answer
    record Step(List<Target> targets, List<ChannelId> channels, Duration lasts, boolean all) {}

    /// Whom a step names, and who that is now.
    ///
    /// @param gap nobody has the shift, so that everybody who holds the role is named
    record Target(Duty duty, List<PersonId> people, boolean gap) {}

    /// Who leads cases.
    ///
    /// @param first who is rung first: whoever is on duty in a role that leads; all where nobody is
    /// @param all everybody in such a role: each of them may stand in
    record Leads(List<PersonId> first, List<PersonId> all) {
        static final Leads NOBODY = new Leads(List.of(), List.of());
    }

    /// One address of a person.
    record Way(AddressId address, ChannelId channel) {}

    List<Way> waysTo(PersonId person) {
        return ways.getOrDefault(person, List.of());
    }

    /// The ways by which a step rings a person: all on the step's channels; where there is none,
    /// all there are.
    List<Way> waysTo(PersonId person, Step step) {
        List<Way> named =
                waysTo(person).stream()
                        .filter(way -> step.channels().contains(way.channel()))
                        .toList();
        return named.isEmpty() ? waysTo(person) : named;
    }

    /// Every target of the ladder that this person stands for now.
    Set<Duty> dutiesOf(PersonId person) {
        var duties = new LinkedHashSet<Duty>();
        for (Step step : steps) {
            for (Target target : step.targets()) {
                if (target.people().contains(person)) {
                    duties.add(target.duty());
                }
            }
        }
        return duties;
    }
}
