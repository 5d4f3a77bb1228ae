package org.watchword.formats.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.bundle.Bundles.ABOUT;
import static org.watchword.formats.bundle.Bundles.MASKED;
import static org.watchword.formats.bundle.Bundles.PAYLOAD;
import static org.watchword.formats.bundle.Bundles.PHOTO;
import static org.watchword.formats.bundle.Bundles.bundle;
import static org.watchword.formats.bundle.Bundles.content;
import static org.watchword.formats.bundle.Bundles.custody;
import static org.watchword.formats.bundle.Bundles.files;
import static org.watchword.formats.bundle.Bundles.item;
import static org.watchword.formats.bundle.Bundles.utf8;
import static org.watchword.formats.bundle.ChecksumAlgorithm.SHA256;
import static org.watchword.formats.bundle.ChecksumAlgorithm.SHA512;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ABundleWrittenAndRead {
    private static List<String> names(Map<BagPath, byte[]> files) {
        return files.keySet().stream().map(BagPath::name).toList();
    }

    @Test
    void says_the_same_again() throws BundleFailure {
        var written = bundle(SHA256, SHA512);
        var read = Bundle.read(written.tagFiles(Map.of()));
        assertEquals(written.info(), read.info());
        assertEquals(written.manifests(), read.manifests());
        assertEquals(custody(), read.custody());
        assertEquals(new PayloadOxum(17, 2), read.info().payloadOxum());
        assertEquals(List.of("rain"), read.info().values("Weather"));
        read.verify(files(PAYLOAD, SHA256, SHA512));
    }

    @Test
    void has_the_files_of_a_bag_and_its_custody() {
        assertEquals(
                List.of(
                        "bag-info.txt",
                        "bagit.txt",
                        "custody.txt",
                        "manifest-sha256.txt",
                        "tagmanifest-sha256.txt"),
                names(bundle(SHA256).tagFiles(Map.of())));
        assertEquals(
                List.of(
                        "bag-info.txt",
                        "bagit.txt",
                        "custody.txt",
                        "manifest-sha256.txt",
                        "manifest-sha512.txt",
                        "proofs/tree.txt",
                        "tagmanifest-sha256.txt",
                        "tagmanifest-sha512.txt"),
                names(
                        bundle(SHA256, SHA512)
                                .tagFiles(Map.of(new BagPath("proofs/tree.txt"), utf8("later")))));
    }

    /// Spelled out, so that a change of the format is seen here.
    @Test
    void looks_like_this() {
        var files = bundle(SHA256).tagFiles(Map.of());
        assertEquals(
                """
                Bundle-Version: 1
                Bagging-Date: 2021-02-08
                Weather: rain
                Payload-Oxum: 17.2
                """,
                text(files, "bag-info.txt"));
        assertEquals(
                """
                %s  data/masked/photo.txt
                %s  data/photo.txt
                """
                        .formatted(item(MASKED), item(PHOTO)),
                text(files, "manifest-sha256.txt"));
        assertTrue(
                text(files, "custody.txt")
                        .endsWith(
                                ("custody-line/1\t%s\t2\t%s\t2021-02-04T15:30:00Z\tHeron\t"
                                                + "disclosed\tthe court\twith this bundle\n")
                                        .formatted(
                                                item(MASKED),
                                                custody().lines().get(2).checksum())));
    }

    private static String text(Map<BagPath, byte[]> files, String name) {
        return new String(content(files, name), StandardCharsets.UTF_8);
    }

    @Test
    void is_the_same_bytes_whatever_the_order_in_which_the_files_were_given() {
        var forward = new ArrayList<>(files(new TreeMap<>(PAYLOAD), SHA256));
        var one = Bundle.of(ABOUT, forward, custody()).tagFiles(Map.of());
        var other = Bundle.of(ABOUT, forward.reversed(), custody()).tagFiles(Map.of());
        assertEquals(names(one), names(other));
        one.forEach((path, content) -> assertArrayEquals(content, other.get(path), path.name()));
    }

    @Test
    void is_not_written_where_it_could_not_be_read() {
        var files = files(PAYLOAD, SHA256);
        var photoOnly = files.stream().filter(file -> file.path().equals(PHOTO)).toList();
        var mixed =
                List.of(
                        Bundles.file(PHOTO, content(PAYLOAD, PHOTO), SHA256, SHA512),
                        Bundles.file(MASKED, content(PAYLOAD, MASKED), SHA256));
        refused(() -> Bundle.of(ABOUT, List.of(), new CustodyLog(List.of())));
        refused(() -> Bundle.of(ABOUT, files, new CustodyLog(List.of())));
        refused(() -> Bundle.of(ABOUT, photoOnly, custody()));
        refused(() -> Bundle.of(ABOUT, mixed, custody()));
        refused(() -> Bundle.of(ABOUT, files(PAYLOAD, SHA512), custody()));
        var again = List.of(new BagInfo.Element("Bundle-Version", "1"));
        refused(() -> Bundle.of(again, files, custody()));
        for (String name :
                List.of("fetch.txt", "manifest-md5.txt", "bagit.txt", "BAGIT.TXT", "data/a")) {
            var others = Map.of(new BagPath(name), utf8("more"));
            refused(() -> bundle(SHA256).tagFiles(others));
        }
    }

    @Test
    void says_nothing_that_would_have_no_form() {
        refused(() -> new BagInfo.Element("Weather", "rain\nfog"));
        refused(() -> new BagInfo.Element("Weather: fog", "rain"));
        refused(() -> new BagInfo.Element("Weather", "half \ud83d"));
        Instant at = Instant.parse("2021-02-04T15:00:00Z");
        refused(() ->
                new CustodyEvent(at.plusMillis(1), "Heron", Deed.Plain.OPENED, Optional.empty()));
        refused(() -> new CustodyEvent(at, "a\tb", Deed.Plain.OPENED, Optional.empty()));
        refused(() -> new Deed.HandedOver("-"));
        refused(() -> new Deed.Derived(SHA512.of(utf8("photo"))));
        refused(() -> new Checksum(SHA256, "00"));
        refused(() -> new PayloadFile(PHOTO, -1, List.of()));
    }

    private static void refused(Runnable attempt) {
        assertThrows(IllegalArgumentException.class, attempt::run);
    }
}
