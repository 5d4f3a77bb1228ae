package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.MAIL;
import static org.watchword.desk.watch.Night.SMS;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelId;

/// What is flagged before the night in which it would matter.
class LaddersThatWillFailSomebody {
    private static final LadderId FIRST = new LadderId(1);
    private static final RoleId DUTY = new RoleId("duty");

    private final Map<PersonId, List<ChannelId>> channels =
            new HashMap<>(Map.of(WREN, List.of(SMS, MAIL), FINCH, List.of(SMS, MAIL)));
    private final Set<ChannelId> off = new HashSet<>();
    private List<PersonId> onDuty = List.of(WREN);
    private boolean gap;
    private boolean led = true;

    private final Flags.Around around =
            new Flags.Around() {
                @Override
                public Situation.Target target(Duty duty) {
                    return switch (duty) {
                        case Duty.OfRole _ -> new Situation.Target(duty, onDuty, gap);
                        case Duty.OfPerson(PersonId one) ->
                                new Situation.Target(duty, List.of(one), false);
                    };
                }

                @Override
                public List<ChannelId> channelsOf(PersonId person) {
                    return channels.getOrDefault(person, List.of());
                }

                @Override
                public boolean switchedOff(ChannelId channel) {
                    return off.contains(channel);
                }

                @Override
                public boolean somebodyLeads() {
                    return led;
                }
            };

    private static Ladder.Step step(List<ChannelId> over, Duty... targets) {
        return new Ladder.Step(List.of(targets), over, Duration.ofMinutes(2), false);
    }

    private static Duty person(PersonId one) {
        return new Duty.OfPerson(one);
    }

    private List<Flag> flags(boolean byDefault, Ladder.Step... steps) {
        return Flags.of(List.of(new Ladder(FIRST, "first", byDefault, List.of(steps))), around);
    }

    private List<Flag> flags(Ladder.Step... steps) {
        return flags(true, steps);
    }

    @Test
    void a_ladder_that_reaches_everybody_over_two_ways_has_none() {
        assertEquals(
                List.of(),
                flags(step(List.of(), new Duty.OfRole(DUTY)), step(List.of(), person(FINCH))));
    }

    @Test
    void no_default_ladder_nobody_who_leads_and_no_steps_are_flagged() {
        led = false;
        assertEquals(
                List.of(
                        new Flag.NoDefaultLadder(),
                        new Flag.NobodyLeads(),
                        new Flag.LadderWithoutSteps(FIRST)),
                flags(false));
    }

    @Test
    void a_role_that_nobody_holds_and_one_without_a_shift_are_told_apart() {
        gap = true;
        assertEquals(
                List.of(new Flag.GapNow(FIRST, 2, DUTY)),
                flags(step(List.of(), person(FINCH)), step(List.of(), new Duty.OfRole(DUTY))));
        onDuty = List.of();
        assertEquals(
                List.of(
                        new Flag.RoleWithoutHolder(FIRST, 1, DUTY),
                        new Flag.StepReachesNobody(FIRST, 1)),
                flags(step(List.of(), new Duty.OfRole(DUTY))));
    }

    @Test
    void somebody_without_an_address_is_flagged_also_where_another_can_be_rung() {
        assertEquals(
                List.of(new Flag.PersonWithoutAddress(FIRST, 1, HERON)),
                flags(step(List.of(), person(HERON), person(WREN))));
    }

    @Test
    void one_channel_for_all_is_flagged_and_so_is_one_that_is_switched_off() {
        off.add(MAIL);
        assertEquals(
                List.of(
                        new Flag.ChannelSwitchedOff(FIRST, 1, MAIL),
                        new Flag.OnlyOneChannel(FIRST, MAIL)),
                flags(step(List.of(MAIL), person(WREN))));
    }

    @Test
    void who_has_none_of_the_steps_channels_is_reached_over_the_others() {
        channels.put(WREN, List.of(SMS));
        assertEquals(
                List.of(new Flag.OnlyOneChannel(FIRST, SMS)),
                flags(step(List.of(MAIL), person(WREN))));
    }

    @Test
    void each_says_which_ladder_and_what_with_names_for_numbers() {
        var names =
                new Flag.Names() {
                    @Override
                    public String role(RoleId role) {
                        return "the duty";
                    }

                    @Override
                    public String person(PersonId person) {
                        return "Heron";
                    }

                    @Override
                    public String channel(ChannelId channel) {
                        return "mail";
                    }
                };
        var said =
                Map.<Flag, Sentence>of(
                        new Flag.NoDefaultLadder(), Sentence.of("watch.flag.no-default"),
                        new Flag.NobodyLeads(), Sentence.of("watch.flag.nobody-leads"),
                        new Flag.LadderWithoutSteps(FIRST), Sentence.of("watch.flag.no-steps"),
                        new Flag.StepReachesNobody(FIRST, 2),
                                Sentence.of("watch.flag.reaches-nobody", "step", 2),
                        new Flag.RoleWithoutHolder(FIRST, 2, DUTY),
                                at("watch.flag.no-holder", "the duty"),
                        new Flag.GapNow(FIRST, 2, DUTY), at("watch.flag.gap", "the duty"),
                        new Flag.PersonWithoutAddress(FIRST, 2, HERON),
                                at("watch.flag.no-address", "Heron"),
                        new Flag.ChannelSwitchedOff(FIRST, 2, MAIL),
                                at("watch.flag.switched-off", "mail"),
                        new Flag.OnlyOneChannel(FIRST, MAIL),
                                Sentence.of("watch.flag.one-channel", "name", "mail"));
        said.forEach((flag, sentence) -> {
            assertEquals(sentence, flag.sentence(names));
            boolean ofNone =
                    flag instanceof Flag.NoDefaultLadder || flag instanceof Flag.NobodyLeads;
            assertEquals(ofNone ? Flag.NO_LADDER : FIRST, flag.about());
        });
        assertEquals(Optional.of(9), Optional.of(said.size()));
    }

    private static Sentence at(String key, String name) {
        return new Sentence(key, Map.of("step", 2, "name", name));
    }
}
