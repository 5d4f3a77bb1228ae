package org.watchword.formats.bundle;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A small bundle, and the pieces it is made of: a photo, and the same with faces masked.
final class Bundles {
    static final BagPath PHOTO = new BagPath("data/photo.txt");
    static final BagPath MASKED = new BagPath("data/masked/photo.txt");
    static final Map<BagPath, byte[]> PAYLOAD =
            Map.of(PHOTO, utf8("photo"), MASKED, utf8("masked photo"));

    static final List<BagInfo.Element> ABOUT =
            List.of(
                    new BagInfo.Element("Bagging-Date", "2021-02-08"),
                    new BagInfo.Element("Weather", "rain"));

    private static final SortedMap<BagPath, byte[]> TAG_FILES =
            bundle(ChecksumAlgorithm.SHA256).tagFiles(Map.of());

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] content(Map<BagPath, byte[]> files, BagPath path) {
        return Optional.ofNullable(files.get(path)).orElseThrow();
    }

    static byte[] content(Map<BagPath, byte[]> files, String name) {
        return content(files, new BagPath(name));
    }

    static Checksum item(BagPath path) {
        return ChecksumAlgorithm.SHA256.of(content(PAYLOAD, path));
    }

    static PayloadFile file(BagPath path, byte[] content, ChecksumAlgorithm... algorithms) {
        List<Checksum> checksums = Arrays.stream(algorithms).map(one -> one.of(content)).toList();
        return new PayloadFile(path, content.length, checksums);
    }

    static List<PayloadFile> files(Map<BagPath, byte[]> payload, ChecksumAlgorithm... algorithms) {
        return payload.entrySet().stream()
                .map(one -> file(one.getKey(), one.getValue(), algorithms))
                .toList();
    }

    /// What lies in an unpacked bag.
    static Map<BagPath, byte[]> found(Path bag) {
        var files = new TreeMap<BagPath, byte[]>();
        try (Stream<Path> all = Files.walk(bag)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = bag.relativize(file).toString().replace(File.separatorChar, '/');
                files.put(BagPath.found(name), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static CustodyEvent event(int minute, Deed deed, String note) {
        Instant at = Instant.parse("2021-02-04T15:00:00Z").plusSeconds(60L * minute);
        return new CustodyEvent(at, "Heron", deed, Optional.of(note));
    }

    static CustodyLog custody() {
        var found =
                CustodyLine.first(
                        item(PHOTO), event(0, Deed.Plain.COLLECTED, "at the flat, camera 2"));
        var given = found.next(event(5, new Deed.HandedOver("Wren"), "by hand"));
        var sealed = given.next(event(9, Deed.Plain.SEALED, "at the desk"));
        var masked =
                CustodyLine.first(
                        item(MASKED), event(20, new Deed.Derived(item(PHOTO)), "faces masked"));
        var shown = masked.next(event(30, new Deed.Disclosed("the court"), "with this bundle"));
        return new CustodyLog(List.of(found, given, masked, sealed, shown));
    }

    static Bundle bundle(ChecksumAlgorithm... algorithms) {
        return Bundle.of(ABOUT, files(PAYLOAD, algorithms), custody());
    }

    /// All tag files of the small one, by SHA-256 only; for whoever asks to change.
    static SortedMap<BagPath, byte[]> tagFiles() {
        return new TreeMap<>(TAG_FILES);
    }

    /// The same with one of them changed, and the tag manifest made to fit.
    static Map<BagPath, byte[]> withTag(String name, byte[] content) {
        var files = tagFiles();
        files.put(new BagPath(name), content);
        var tagManifest = new BagPath(TagManifest.name(ChecksumAlgorithm.SHA256));
        files.remove(tagManifest);
        files.put(tagManifest, TagManifest.of(ChecksumAlgorithm.SHA256, files).bytes());
        return files;
    }

    private Bundles() {}
}
