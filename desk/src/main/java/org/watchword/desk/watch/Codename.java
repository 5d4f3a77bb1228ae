package org.watchword.desk.watch;

import java.util.Objects;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;

/// A code-name with its plan card, which is what the officer is told to do first.
///
/// @param plan at most 500 characters; may be empty
/// @param ladder its own, where it has one
public record Codename(CodenameId id, String name, String plan, Optional<LadderId> ladder) {
    /// Another one whenever what people wrote is another.
    String version() {
        return Integer.toHexString(Objects.hash(name, plan, ladder));
    }

    @Override
    public String toString() {
        return id.toString();
    }

    /// What became of a change to a code-name.
    public sealed interface Saved {}

    public record Done(CodenameId id) implements Saved {}

    /// Not kept, because somebody has changed it since it was seen: into this.
    public record Other(Codename now) implements Saved {}

    /// Not kept, and what to change.
    public record Refused(Sentence why) implements Saved {}
}
