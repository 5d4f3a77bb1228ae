package org.watchword.formats.entry;

import java.util.List;

/// The heads of a compartment that an author had seen when writing: a set, so in one order. They
/// say what the author knew; which entry stands before which, the tree says.
public record Seen(List<Head> heads) {
    static final int MOST = 8;

    public Seen {
        heads = List.copyOf(heads);
        if (heads.isEmpty() || heads.size() > MOST || !isRising(heads)) {
            throw new IllegalArgumentException("one to eight heads, each once, in order");
        }
    }

    /// What the first author of a compartment has seen.
    public static Seen nothingIn(Epoch epoch) {
        return new Seen(List.of(Head.beginning(epoch)));
    }

    static boolean isRising(List<Head> heads) {
        for (int i = 1; i < heads.size(); i++) {
            if (heads.get(i - 1).compareTo(heads.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// Whoever has seen an entry does not name the beginning too.
    boolean fits(Epoch epoch) {
        return heads.size() == 1 || !heads.contains(Head.beginning(epoch));
    }
}
