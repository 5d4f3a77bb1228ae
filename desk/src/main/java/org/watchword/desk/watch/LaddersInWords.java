package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.List;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;

/// Ladders as people set them up, said in plain words, each with what would fail somebody.
record LaddersInWords(Words words, TimeWords times, Directory names, List<Flag> all) {

    LaddersView.Shown ladder(Ladder ladder) {
        var steps = new ArrayList<LaddersView.ShownStep>();
        for (int i = 0; i < ladder.steps().size(); i++) {
            steps.add(step(ladder, i));
        }
        return new LaddersView.Shown(
                ladder.id().value(),
                ladder.label(),
                ladder.version(),
                ladder.isDefault(),
                steps,
                flags(ladder.id()));
    }

    private LaddersView.ShownStep step(Ladder ladder, int at) {
        Ladder.Step step = ladder.steps().get(at);
        return new LaddersView.ShownStep(
                at + 1,
                names.list(step.targets().stream().map(names::duty).toList()),
                over(step),
                words.say("watch.ladders.lasts-is", "time", times.lasting(step.lasts())),
                step.all(),
                said(
                        all.stream()
                                .filter(flag -> flag.about().equals(ladder.id()))
                                .filter(flag -> stepOf(flag) == at + 1)
                                .toList()));
    }

    private String over(Ladder.Step step) {
        if (step.channels().isEmpty()) {
            return words.say("watch.ladders.over-all");
        }
        var channels = step.channels().stream().map(names::channel).toList();
        return words.say("watch.ladders.over-these", "channels", names.list(channels));
    }

    /// What is wrong with a ladder as a whole.
    List<String> flags(LadderId ladder) {
        return said(
                all.stream()
                        .filter(flag -> flag.about().equals(ladder))
                        .filter(flag -> stepOf(flag) == 0)
                        .toList());
    }

    private List<String> said(List<Flag> flags) {
        return flags.stream().map(flag -> words.say(flag.sentence(names))).toList();
    }

    /// The step it is about, from 1; 0 for none.
    private static int stepOf(Flag flag) {
        return switch (flag) {
            case Flag.NoDefaultLadder _,
                    Flag.NobodyLeads _,
                    Flag.LadderWithoutSteps _,
                    Flag.OnlyOneChannel _ ->
                    0;
            case Flag.StepReachesNobody one -> one.step();
            case Flag.RoleWithoutHolder one -> one.step();
            case Flag.GapNow one -> one.step();
            case Flag.PersonWithoutAddress one -> one.step();
            case Flag.ChannelSwitchedOff one -> one.step();
        };
    }
}
