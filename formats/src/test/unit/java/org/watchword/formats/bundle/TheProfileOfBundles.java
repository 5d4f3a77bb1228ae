package org.watchword.formats.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Profile;

/// `docs/formats/bundle.md` names what shows each of its demands, and every failure.
class TheProfileOfBundles {
    private static final Pattern VECTOR = Pattern.compile("`([a-z0-9*][a-z0-9*-]*)`");
    private static final Pattern FAILURE = Pattern.compile("`([A-Z]+(?:_[A-Z0-9]+)+)`");
    private static final int MUSTS = 49;

    private final Profile page = Profile.of("bundle.md");

    private List<String> vectors() {
        return page.shows().stream()
                .flatMap(shows -> VECTOR.matcher(shows).results())
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void names_vectors_that_are_there() {
        List<String> names = vectors();
        assertTrue(names.size() >= 100, "only " + names);
        List<Path> all = BundleVector.all().stream().map(one -> Path.of(one.name())).toList();
        for (String name : names) {
            var glob = FileSystems.getDefault().getPathMatcher("glob:" + name);
            assertTrue(all.stream().anyMatch(glob::matches), name);
        }
    }

    /// A vector that no demand names would show something that nobody demands.
    @Test
    void names_every_bad_vector() {
        var unnamed = new ArrayList<>(EveryVectorOfBundles.bad());
        for (String name : vectors()) {
            var glob = FileSystems.getDefault().getPathMatcher("glob:" + name);
            unnamed.removeIf(vector -> glob.matches(Path.of(vector.name())));
        }
        assertEquals(List.of(), unnamed);
    }

    @Test
    void names_tests_that_are_there() {
        List<String> names = page.tests();
        assertTrue(names.contains("EveryVectorOfBundles") && names.size() >= 5, "only " + names);
        names.forEach(name -> assertTrue(Profile.isTest(name), name));
    }

    @Test
    void demands_nothing_that_nothing_shows() {
        assertTrue(page.shows().size() >= MUSTS, "only " + page.shows().size());
        page.shows().forEach(shows -> assertTrue(shows.contains("`"), shows));
    }

    @Test
    void names_every_failure_and_no_other() {
        Set<String> known =
                Arrays.stream(Failure.values()).map(Failure::name).collect(Collectors.toSet());
        assertEquals(known, Set.copyOf(page.named(FAILURE)));
    }
}
