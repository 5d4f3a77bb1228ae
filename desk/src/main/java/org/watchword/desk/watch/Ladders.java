package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;

/// Ladders and code-names as the team sets them up. A change reaches running alarms at once.
@SuppressWarnings("DoNotCallSuggester")
public final class Ladders {
    public List<Ladder> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Ladder> ladder(LadderId id) {
        throw new UnsupportedOperationException();
    }

    /// Adds a ladder. The first one becomes the default.
    public Ladder.Saved add(String label, List<Ladder.Step> steps) {
        throw new UnsupportedOperationException();
    }

    /// Puts a new label and new steps in place of the old ones.
    public Ladder.Saved change(LadderId id, String label, List<Ladder.Step> steps) {
        throw new UnsupportedOperationException();
    }

    /// Makes this one ring when nothing else is named.
    public Ladder.Saved makeDefault(LadderId id) {
        throw new UnsupportedOperationException();
    }

    /// Takes a ladder away; refused for the default one and while code-names or alarms use it.
    public Ladder.Saved remove(LadderId id) {
        throw new UnsupportedOperationException();
    }

    /// What will fail somebody one night, as things stand now.
    public List<Flag> flags() {
        throw new UnsupportedOperationException();
    }

    /// All that are not retired, by name.
    public List<Codename> codenames() {
        throw new UnsupportedOperationException();
    }

    public Codename.Saved addCodename(String name, String plan, Optional<LadderId> ladder) {
        throw new UnsupportedOperationException();
    }

    public Codename.Saved changeCodename(
            CodenameId id, String name, String plan, Optional<LadderId> ladder) {
        throw new UnsupportedOperationException();
    }

    /// No new alarm will name it; old ones still do.
    public Codename.Saved retireCodename(CodenameId id) {
        throw new UnsupportedOperationException();
    }
}
