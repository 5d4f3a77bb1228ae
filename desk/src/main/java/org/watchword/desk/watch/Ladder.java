package org.watchword.desk.watch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelId;

/// Who is rung, in which order, as the team set it up.
///
/// @param isDefault the one that rings when nothing else is named
public record Ladder(LadderId id, String label, boolean isDefault, List<Step> steps) {
    public Ladder {
        steps = List.copyOf(steps);
    }

    /// Another one whenever what people set up is another: a page carries it, so that nobody
    /// changes a ladder that somebody else has changed since.
    String version() {
        return Integer.toHexString(Objects.hash(label, steps));
    }

    /// A step, from the first to the last.
    ///
    /// @param channels rung over these at once; over all a person has when empty
    /// @param lasts until the next step begins
    /// @param all whether every target must answer
    public record Step(List<Duty> targets, List<ChannelId> channels, Duration lasts, boolean all) {
        public Step {
            targets = List.copyOf(targets);
            channels = List.copyOf(channels);
        }
    }

    /// Somebody else was quicker.
    static final Refused CHANGED = new Refused(Sentence.of("watch.ladders.changed"));

    /// What became of a change to ladders or code-names. Nothing is half-saved.
    public sealed interface Saved {}

    public record Done(LadderId id) implements Saved {}

    /// Not kept, and what to change.
    public record Refused(Sentence why) implements Saved {}
}
