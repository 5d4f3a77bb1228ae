package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Profile;

/// `docs/formats/age.md` names what shows each of its demands.
class TheProfileOfAge {
    private static final Pattern VECTOR = Pattern.compile("`([a-z0-9]+(?:_[a-z0-9]+|_?[*])+)`");
    private static final int MUSTS = 25;

    private final Profile page = Profile.of("age.md");

    @Test
    void names_vectors_that_are_there() {
        List<String> names = page.named(VECTOR);
        assertTrue(names.size() >= 30, "only " + names);
        for (String name : names) {
            var glob = FileSystems.getDefault().getPathMatcher("glob:" + name);
            assertTrue(Vector.in(Vector.OURS).map(Path::getFileName).anyMatch(glob::matches), name);
        }
    }

    @Test
    void names_tests_that_are_there() {
        List<String> names = page.tests();
        assertTrue(names.contains("EveryVectorOfAge") && names.size() >= 8, "only " + names);
        names.forEach(name -> assertTrue(Profile.isTest(name), name));
    }

    @Test
    void demands_nothing_that_nothing_shows() {
        assertTrue(page.shows().size() >= MUSTS, "only " + page.shows().size());
        page.shows().forEach(shows -> assertTrue(shows.contains("`"), shows));
    }
}
