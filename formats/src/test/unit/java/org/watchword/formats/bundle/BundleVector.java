package org.watchword.formats.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One of our vectors for bundles: a tag file, or a whole bag, and how reading it ends.
record BundleVector(String name, String what, String ends, String where) {
    static final Path FOLDER = Path.of("../vectors/bundle");
    static final String GOOD = "good";

    private static final String BAG = "bag";

    static List<BundleVector> all() {
        return lines(FOLDER.resolve("index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", 5))
                .map(cells -> new BundleVector(cells[0], cells[1], cells[2], cells[3]))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isBag() {
        return what.equals(BAG);
    }

    Path place() {
        return FOLDER.resolve(isBag() ? "bags" : "files").resolve(name);
    }

    /// Reads it, and gives what it is written as again.
    Map<BagPath, byte[]> readAndWritten() throws BundleFailure {
        return isBag() ? bagReadAndWritten() : Map.of(new BagPath(what), tagFile(content()));
    }

    byte[] content() {
        try {
            return Files.readAllBytes(place());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] tagFile(byte[] content) throws BundleFailure {
        return switch (what) {
            case BagDeclaration.NAME -> {
                BagDeclaration.check(content);
                yield BagDeclaration.bytes();
            }
            case BagInfo.NAME -> BagInfo.read(content).bytes();
            case CustodyLog.NAME -> CustodyLog.read(content).bytes();
            case "manifest-sha256.txt" -> Manifest.read(ChecksumAlgorithm.SHA256, content).bytes();
            case "manifest-sha512.txt" -> Manifest.read(ChecksumAlgorithm.SHA512, content).bytes();
            case "tagmanifest-sha256.txt" ->
                    TagManifest.read(ChecksumAlgorithm.SHA256, content).bytes();
            default -> throw new IllegalStateException("no such tag file: " + what);
        };
    }

    private Map<BagPath, byte[]> bagReadAndWritten() throws BundleFailure {
        var tags = new TreeMap<BagPath, byte[]>();
        var payload = new TreeMap<BagPath, byte[]>();
        files().forEach((path, content) -> (path.isPayload() ? payload : tags).put(path, content));
        Bundle bundle = Bundle.read(tags);
        bundle.verify(Bundles.files(payload, ChecksumAlgorithm.values()));
        var others = new TreeMap<BagPath, byte[]>(tags);
        others.keySet().removeIf(path -> ofEveryBundle(path.name()));
        return bundle.tagFiles(others);
    }

    private static boolean ofEveryBundle(String name) {
        return name.contains("manifest-")
                || List.of(BagDeclaration.NAME, BagInfo.NAME, CustodyLog.NAME).contains(name);
    }

    /// Of a bag: all of them, by path.
    Map<BagPath, byte[]> files() {
        return Bundles.found(place());
    }

    /// What lies where the index says what there is.
    static List<String> onDisk() {
        return Stream.of("bags", "files")
                .map(FOLDER::resolve)
                .flatMap(folder -> Arrays.stream(names(folder)))
                .sorted()
                .toList();
    }

    private static String[] names(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(one -> one.getFileName().toString()).toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
