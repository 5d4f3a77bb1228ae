package org.watchword.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.watchword.story.visit.NoSuchThing;

/// The codes that a desk was begun with, on a sheet of paper: each is given to one person.
public final class FounderCodes {
    private final List<String> all;
    private final Deque<String> left;

    FounderCodes(List<String> all) {
        this.all = List.copyOf(all);
        this.left = new ArrayDeque<>(all);
    }

    /// The next one that nobody has yet.
    synchronized String next() {
        String code = left.poll();
        if (code == null) {
            throw new NoSuchThing("a code that nobody has used");
        }
        return code;
    }

    List<String> all() {
        return all;
    }

    @Override
    public String toString() {
        return "codes";
    }
}
