package org.watchword.desk.rota;

import java.util.List;
import java.util.Set;
import org.watchword.desk.basis.PersonId;

/// A stretch of time in which the same people are on duty; nobody in a gap.
public record Segment(Span time, List<Duty> duties) {
    public Segment {
        duties = List.copyOf(duties);
    }

    public List<PersonId> people() {
        return duties.stream().map(Duty::person).toList();
    }

    /// Whether it reads the same as another one.
    boolean isLike(Segment other) {
        return hasSamePeople(other) && tookOver() == other.tookOver();
    }

    boolean hasSamePeople(Segment other) {
        return Set.copyOf(people()).equals(Set.copyOf(other.people()));
    }

    boolean tookOver() {
        return duties.stream().anyMatch(Duty::tookOver);
    }
}
