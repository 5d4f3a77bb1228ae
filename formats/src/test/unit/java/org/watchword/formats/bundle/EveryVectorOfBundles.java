package org.watchword.formats.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our vectors for bundles, all of them.
class EveryVectorOfBundles {
    private static final int COUNT = 215;

    static List<BundleVector> good() {
        return BundleVector.all().stream().filter(one -> one.ends().equals("good")).toList();
    }

    static List<BundleVector> bad() {
        return BundleVector.all().stream().filter(one -> !one.ends().equals("good")).toList();
    }

    @Test
    void is_here_and_in_the_index() throws IOException {
        List<BundleVector> all = BundleVector.all();
        assertEquals(COUNT, all.size());
        assertEquals(29, good().size());
        assertEquals(BundleVector.onDisk(), all.stream().map(BundleVector::name).sorted().toList());
        String page = Files.readString(BundleVector.FOLDER.resolve("README.md"));
        assertTrue(page.contains("\n" + COUNT + " of them"), page);
    }

    /// A failure that no vector shows would be one that another implementation need not know.
    @Test
    void shows_together_every_failure_that_there_is() {
        assertEquals(
                new TreeSet<>(Arrays.stream(Failure.values()).map(Failure::name).toList()),
                bad().stream()
                        .map(BundleVector::ends)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("good")
    void is_read_where_it_is_good_and_has_one_spelling(BundleVector vector) throws BundleFailure {
        var again = vector.readAndWritten();
        assertFalse(again.isEmpty());
        for (var file : again.entrySet()) {
            byte[] first = vector.isBag() ? vector.files().get(file.getKey()) : vector.content();
            assertArrayEquals(first, file.getValue(), file.getKey().name());
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void is_refused_where_it_is_bad_and_says_why_and_where(BundleVector vector) {
        var failure = assertThrows(BundleFailure.class, vector::readAndWritten);
        String line = failure.line() == BundleFailure.WHOLE ? "" : ":" + failure.line();
        assertEquals(
                vector.ends() + " at " + vector.where(),
                failure.failure() + " at " + failure.file() + line);
    }
}
