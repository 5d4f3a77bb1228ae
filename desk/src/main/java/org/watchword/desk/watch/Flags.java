package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.watch.Situation.Target;

/// Finds what will fail somebody one night. Pure: ladders in, flags out.
final class Flags {
    private final Around around;
    private final List<Flag> found = new ArrayList<>();

    private Flags(Around around) {
        this.around = around;
    }

    /// The team as it is now.
    interface Around {
        /// Who a target is now.
        Target target(Duty duty);

        /// The channels by which a person can be rung.
        List<ChannelId> channelsOf(PersonId person);

        boolean switchedOff(ChannelId channel);

        /// Whether anybody leads cases.
        boolean somebodyLeads();
    }

    static List<Flag> of(List<Ladder> ladders, Around around) {
        var flags = new Flags(around);
        if (ladders.stream().noneMatch(Ladder::isDefault)) {
            flags.found.add(new Flag.NoDefaultLadder());
        }
        if (!around.somebodyLeads()) {
            flags.found.add(new Flag.NobodyLeads());
        }
        ladders.forEach(flags::ladder);
        return List.copyOf(flags.found);
    }

    private void ladder(Ladder ladder) {
        if (ladder.steps().isEmpty()) {
            found.add(new Flag.LadderWithoutSteps(ladder.id()));
        }
        Set<ChannelId> channels = new HashSet<>();
        for (int i = 0; i < ladder.steps().size(); i++) {
            channels.addAll(step(ladder.id(), i + 1, ladder.steps().get(i)));
        }
        if (channels.size() == 1) {
            found.add(new Flag.OnlyOneChannel(ladder.id(), channels.iterator().next()));
        }
    }

    /// Flags one step, and says over which channels it rings.
    private Set<ChannelId> step(LadderId ladder, int number, Ladder.Step step) {
        var people = new LinkedHashSet<PersonId>();
        for (Duty duty : step.targets()) {
            Target target = around.target(duty);
            people.addAll(target.people());
            target(ladder, number, target);
        }
        for (ChannelId channel : step.channels()) {
            if (around.switchedOff(channel)) {
                found.add(new Flag.ChannelSwitchedOff(ladder, number, channel));
            }
        }
        Set<ChannelId> used = new HashSet<>();
        for (PersonId person : people) {
            Set<ChannelId> ways = ways(person, step);
            used.addAll(ways);
            if (ways.isEmpty()) {
                found.add(new Flag.PersonWithoutAddress(ladder, number, person));
            }
        }
        if (used.isEmpty()) {
            found.add(new Flag.StepReachesNobody(ladder, number));
        }
        return used;
    }

    private Set<ChannelId> ways(PersonId person, Ladder.Step step) {
        List<ChannelId> all = around.channelsOf(person);
        List<ChannelId> named = all.stream().filter(step.channels()::contains).toList();
        return new HashSet<>(named.isEmpty() ? all : named);
    }

    private void target(LadderId ladder, int number, Target target) {
        if (!(target.duty() instanceof Duty.OfRole(var role))) {
            return;
        }
        if (target.people().isEmpty()) {
            found.add(new Flag.RoleWithoutHolder(ladder, number, role));
        } else if (target.gap()) {
            found.add(new Flag.GapNow(ladder, number, role));
        }
    }
}
