package org.watchword.formats.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.bundle.Bundles.ABOUT;
import static org.watchword.formats.bundle.Bundles.PAYLOAD;
import static org.watchword.formats.bundle.Bundles.content;
import static org.watchword.formats.bundle.Bundles.files;
import static org.watchword.formats.bundle.ChecksumAlgorithm.SHA256;
import static org.watchword.formats.bundle.ChecksumAlgorithm.SHA512;

import gov.loc.repository.bagit.creator.BagCreator;
import gov.loc.repository.bagit.domain.Metadata;
import gov.loc.repository.bagit.hash.StandardSupportedAlgorithms;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import gov.loc.repository.bagit.writer.BagWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The Library of Congress' own BagIt: what we write it verifies, and the other way round.
class AnotherBagItInJava {
    private static final Map<BagPath, byte[]> OTHERS =
            Map.of(new BagPath("proofs/tree.txt"), Bundles.utf8("later"));

    @TempDir private Path directory;

    private Path written(Map<BagPath, byte[]> tagFiles) throws IOException {
        Path bag = directory.resolve("bag");
        var all = new TreeMap<>(tagFiles);
        all.putAll(PAYLOAD);
        for (var file : all.entrySet()) {
            Path there = bag.resolve(file.getKey().name());
            Files.createDirectories(there.getParent());
            Files.write(there, file.getValue());
        }
        return bag;
    }

    private static Map<BagPath, byte[]> found(Path bag, boolean payload) {
        var files = Bundles.found(bag);
        files.keySet().removeIf(path -> path.isPayload() != payload);
        return files;
    }

    private static void verify(Path root) throws Exception {
        var bag = new BagReader().read(root);
        BagVerifier.quicklyVerify(bag);
        try (var verifier = new BagVerifier()) {
            verifier.isValid(bag, false);
        }
    }

    @Test
    void verifies_what_we_wrote_and_reads_what_we_said() throws Exception {
        Path root = written(Bundles.bundle(SHA256, SHA512).tagFiles(OTHERS));
        verify(root);
        var bag = new BagReader().read(root);
        assertEquals("1.0", bag.getVersion().toString());
        assertEquals(
                Bundles.bundle(SHA256).info().elements(),
                bag.getMetadata().getAll().stream()
                        .map(one -> new BagInfo.Element(one.getKey(), one.getValue()))
                        .toList());
        assertEquals(2, bag.getPayLoadManifests().size());
        assertEquals(2, bag.getTagManifests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle", "bundle-sha512", "bundle-others", "bundle-russian"})
    void verifies_our_vectors(String name) throws Exception {
        verify(vector(name));
    }

    private static Path vector(String name) {
        return BundleVector.FOLDER.resolve("bags").resolve(name).toAbsolutePath().normalize();
    }

    /// What is no valid bag by the RFC alone, each for its own reason.
    @ParameterizedTest
    @CsvSource({
        "payload-changed, CorruptChecksum",
        "payload-longer, InvalidPayloadOxum",
        "payload-missing, InvalidPayloadOxum",
        "payload-not-listed, InvalidPayloadOxum",
        "custody-changed, CorruptChecksum",
        "manifest-and-payload-changed, CorruptChecksum",
        "tag-file-missing, FileNotInPayloadDirectory",
        "no-declaration, NoSuchFile",
        "no-manifest, MissingPayloadManifest",
        "manifests-disagree, FileNotInManifest",
        "manifests-disagree-on-octets, CorruptChecksum"
    })
    void refuses_what_we_refuse(String name, String reason) {
        var refused = assertThrows(Exception.class, () -> verify(vector(name)));
        assertEquals(reason + "Exception", refused.getClass().getSimpleName());
    }

    @Test
    void writes_a_bundle_again_that_we_read() throws Exception {
        Path root = written(Bundles.bundle(SHA256, SHA512).tagFiles(OTHERS));
        Path again = directory.resolve("again");
        BagWriter.write(new BagReader().read(root), again);
        var bundle = Bundle.read(found(again, false));
        bundle.verify(files(found(again, true), SHA256, SHA512));
        assertEquals(Bundles.custody(), bundle.custody());
    }

    @Test
    void makes_a_bag_whose_tag_files_we_read() throws Exception {
        Path root = Files.createDirectory(directory.resolve("made"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(root.resolve("item " + i + ".txt"), "item " + i);
        }
        var about = new Metadata();
        List.of(new BagInfo.Element("Bundle-Version", "1"), ABOUT.getLast())
                .forEach(one -> about.add(one.label(), one.value()));
        BagCreator.bagInPlace(root, List.of(StandardSupportedAlgorithms.SHA256), false, about);

        var tags = found(root, false);
        var manifest = Manifest.read(SHA256, content(tags, "manifest-sha256.txt"));
        assertEquals(20, manifest.entries().size());
        var payload = files(found(root, true), SHA256);
        assertEquals(
                Manifest.of(SHA256, payload).entries(),
                manifest.entries().stream()
                        .sorted((a, b) -> a.path().compareTo(b.path()))
                        .toList());
        TagManifest.read(SHA256, content(tags, "tagmanifest-sha256.txt")).verify(tags);
        var info = BagInfo.read(content(tags, "bag-info.txt"));
        assertEquals(PayloadOxum.of(payload), info.payloadOxum());
        assertEquals(List.of("rain"), info.values("Weather"));
        assertTrue(tags.containsKey(new BagPath("bagit.txt")));
    }
}
