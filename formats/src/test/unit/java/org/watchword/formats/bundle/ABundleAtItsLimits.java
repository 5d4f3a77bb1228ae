package org.watchword.formats.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.bundle.Bundles.ABOUT;
import static org.watchword.formats.bundle.Bundles.event;
import static org.watchword.formats.bundle.Bundles.utf8;
import static org.watchword.formats.bundle.ChecksumAlgorithm.SHA256;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ABundleAtItsLimits {
    private static final int ITEMS = 10_000;

    /// Zeros are no line: whoever looked at them first would say so.
    @Test
    void is_not_looked_at_where_a_file_is_longer_than_any_that_is_written() {
        byte[] most = new byte[Limits.FILE];
        byte[] more = new byte[Limits.FILE + 1];
        assertEquals(Failure.LINE_MALFORMED, manifest(most));
        assertEquals(Failure.TOO_LONG, manifest(more));
        var custody = assertThrows(BundleFailure.class, () -> CustodyLog.read(more));
        assertEquals(Failure.TOO_LONG, custody.failure());
        byte[] info = new byte[Limits.SMALL_FILE + 1];
        var tooLong = assertThrows(BundleFailure.class, () -> BagInfo.read(info));
        assertEquals(Failure.TOO_LONG, tooLong.failure());
    }

    private static Failure manifest(byte[] content) {
        return assertThrows(BundleFailure.class, () -> Manifest.read(SHA256, content)).failure();
    }

    @Test
    void holds_ten_thousand_items_with_their_custody() throws BundleFailure {
        var payload = new TreeMap<BagPath, byte[]>();
        for (int i = 0; i < ITEMS; i++) {
            payload.put(new BagPath("data/%d/item %05d.txt".formatted(i % 100, i)), utf8("" + i));
        }
        List<CustodyLine> lines =
                payload.values().stream()
                        .map(SHA256::of)
                        .map(item -> CustodyLine.first(item, event(0, Deed.Plain.COLLECTED, "n")))
                        .toList();
        var files = Bundles.files(payload, SHA256);
        var tags = Bundle.of(ABOUT, files, new CustodyLog(lines)).tagFiles(Map.of());
        assertTrue(tags.values().stream().allMatch(file -> file.length < Limits.FILE / 4));
        Bundle.read(tags).verify(files);
    }

    /// As many as one manifest holds, each in five hundred directories of its own.
    @Test
    void costs_no_more_where_its_paths_are_deep() throws BundleFailure {
        String deep = "d/".repeat(500);
        var manifest = new StringBuilder();
        for (int i = 0; manifest.length() < Limits.FILE - Limits.PATH * 2; i++) {
            manifest.append("0".repeat(64)).append("  data/").append(i).append('/');
            manifest.append(deep).append("a\n");
        }
        var read = Manifest.read(SHA256, utf8(manifest.toString()));
        assertTrue(read.entries().size() > 30_000, "only " + read.entries().size());
    }

    @Test
    void knows_one_directory_however_many_files_lie_in_it() {
        String deep = "data/" + "d/".repeat(500);
        var file = Bundles.file(new BagPath(deep + "a"), utf8("a"), SHA256);
        var beside = Bundles.file(new BagPath(deep + "b"), utf8("b"), SHA256);
        var above = Bundles.file(new BagPath(deep.substring(0, 8)), utf8("c"), SHA256);
        assertEquals(2, Manifest.of(SHA256, List.of(file, beside)).entries().size());
        var twice =
                assertThrows(Flawed.class, () -> Manifest.of(SHA256, List.of(file, beside, above)));
        assertEquals(Failure.PATH_TWICE, twice.failure());
    }
}
