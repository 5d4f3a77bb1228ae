package org.watchword.desk.watch;

import java.util.Map;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelId;

/// Something about the ladders that will fail somebody one night. Flagged the moment it is so.
///
/// `step` counts from 1. A page puts the names of ladders, people and channels into the sentence.
public sealed interface Flag {
    /// There is no ladder that rings when nothing else is named.
    record NoDefaultLadder() implements Flag {}

    /// Nobody holds a role that leads cases: after a word that asks for help two people end an
    /// alarm, and no lead can be rung.
    record NobodyLeads() implements Flag {}

    record LadderWithoutSteps(LadderId ladder) implements Flag {}

    /// Nobody named by this step can be rung now.
    record StepReachesNobody(LadderId ladder, int step) implements Flag {}

    /// The step names a role that nobody holds.
    record RoleWithoutHolder(LadderId ladder, int step, RoleId role) implements Flag {}

    /// Nobody has the shift now: everybody who holds the role would be rung.
    record GapNow(LadderId ladder, int step, RoleId role) implements Flag {}

    /// A person named by a step has no working address.
    record PersonWithoutAddress(LadderId ladder, int step, PersonId person) implements Flag {}

    /// The step rings over a channel that is switched off.
    record ChannelSwitchedOff(LadderId ladder, int step, ChannelId channel) implements Flag {}

    /// Everybody on the ladder is rung over one and the same channel: when it fails, all is silent.
    record OnlyOneChannel(LadderId ladder, ChannelId channel) implements Flag {}

    LadderId NO_LADDER = new LadderId(0);

    /// The ladder it is about; {@link #NO_LADDER} for none.
    default LadderId about() {
        return switch (this) {
            case NoDefaultLadder _, NobodyLeads _ -> NO_LADDER;
            case LadderWithoutSteps flag -> flag.ladder();
            case StepReachesNobody flag -> flag.ladder();
            case RoleWithoutHolder flag -> flag.ladder();
            case GapNow flag -> flag.ladder();
            case PersonWithoutAddress flag -> flag.ladder();
            case ChannelSwitchedOff flag -> flag.ladder();
            case OnlyOneChannel flag -> flag.ladder();
        };
    }

    /// The sentence that says it, with the ids in its gaps turned into names by the given book.
    default Sentence sentence(Names names) {
        return switch (this) {
            case NoDefaultLadder _ -> Sentence.of("watch.flag.no-default");
            case NobodyLeads _ -> Sentence.of("watch.flag.nobody-leads");
            case LadderWithoutSteps _ -> Sentence.of("watch.flag.no-steps");
            case StepReachesNobody flag ->
                    Sentence.of("watch.flag.reaches-nobody", "step", flag.step());
            case RoleWithoutHolder flag ->
                    saying("watch.flag.no-holder", flag.step(), names.role(flag.role()));
            case GapNow flag -> saying("watch.flag.gap", flag.step(), names.role(flag.role()));
            case PersonWithoutAddress flag ->
                    saying("watch.flag.no-address", flag.step(), names.person(flag.person()));
            case ChannelSwitchedOff flag ->
                    saying("watch.flag.switched-off", flag.step(), names.channel(flag.channel()));
            case OnlyOneChannel flag ->
                    Sentence.of("watch.flag.one-channel", "name", names.channel(flag.channel()));
        };
    }

    private static Sentence saying(String key, int step, String name) {
        return new Sentence(key, Map.of("step", step, "name", name));
    }

    /// What roles, people and channels are called.
    interface Names {
        String role(RoleId role);

        String person(PersonId person);

        String channel(ChannelId channel);
    }
}
