package org.watchword.story.script;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// One step of a story: at its time somebody does something or something breaks, and then all
/// expectations hold.
///
/// @param chapter the name of the chapter that begins here
/// @param needs abilities of the program that the step takes for granted
/// @param shows rows of `docs/from-the-report.md` that the step makes true
public record Step(
        int line,
        Instant at,
        String tells,
        Optional<String> chapter,
        Optional<Deed> deed,
        List<Upset> upsets,
        List<Expectation> expect,
        Set<String> needs,
        SortedSet<Integer> shows) {

    /// Who does what; nobody of the team when it comes from outside.
    public record Deed(Optional<String> who, Verb verb) {}

    /// What of `needs` this program does not have yet; a step that lacks something is "not yet".
    public List<String> lacks() {
        return needs.stream().filter(need -> !Built.ABILITIES.contains(need)).sorted().toList();
    }
}
