package org.watchword.formats.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.bundle.Bundles.PAYLOAD;
import static org.watchword.formats.bundle.Bundles.files;
import static org.watchword.formats.bundle.Bundles.tagFiles;
import static org.watchword.formats.bundle.Bundles.utf8;
import static org.watchword.formats.bundle.ChecksumAlgorithm.SHA256;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ASpoiltBundle {
    private static final Set<String> LISTED =
            Set.of(BagDeclaration.NAME, BagInfo.NAME, CustodyLog.NAME, Manifest.name(SHA256));

    private static byte[] turned(byte[] content, int bit) {
        byte[] spoilt = content.clone();
        spoilt[bit / 8] ^= (byte) (1 << bit % 8);
        return spoilt;
    }

    /// Every bit of every tag file. What the tag manifests list differs from them; a tag manifest
    /// that was changed lists something else, or is none.
    @Test
    void is_seen_whichever_bit_of_a_tag_file_was_turned() {
        for (var file : tagFiles().entrySet()) {
            byte[] content = file.getValue();
            for (int bit = 0; bit < content.length * 8; bit++) {
                var spoilt = tagFiles();
                spoilt.put(file.getKey(), turned(content, bit));
                String place = file.getKey().name() + ", bit " + bit;
                var failure = assertThrows(BundleFailure.class, () -> Bundle.read(spoilt), place);
                if (isListed(file.getKey())) {
                    assertEquals(Failure.CHECKSUM_DIFFERS, failure.failure(), place);
                }
            }
        }
    }

    /// The declaration is looked at first: it says how to read the others.
    private static boolean isListed(BagPath path) {
        return path.isListedTag() && !path.name().equals(BagDeclaration.NAME);
    }

    @Test
    void is_seen_whichever_bit_of_the_payload_was_turned() throws BundleFailure {
        var bundle = Bundle.read(tagFiles());
        for (var file : PAYLOAD.entrySet()) {
            for (int bit = 0; bit < file.getValue().length * 8; bit++) {
                var spoilt = new HashMap<>(PAYLOAD);
                spoilt.put(file.getKey(), turned(file.getValue(), bit));
                var failure =
                        assertThrows(
                                BundleFailure.class,
                                () -> bundle.verify(files(spoilt, SHA256)),
                                file.getKey().name() + ", bit " + bit);
                assertEquals(Failure.CHECKSUM_DIFFERS, failure.failure());
            }
        }
    }

    /// Whoever changes something and makes the tag manifest fit is still seen where it is no bundle
    /// any more, or else it says another thing, which is written as it was read.
    @Test
    void has_one_spelling_also_when_the_tag_manifest_was_made_to_fit() {
        int read = 0;
        for (String name : LISTED) {
            byte[] content = Bundles.content(tagFiles(), name);
            for (int bit = 0; bit < content.length * 8; bit++) {
                Map<BagPath, byte[]> changed = Bundles.withTag(name, turned(content, bit));
                try {
                    var again = Bundle.read(changed).tagFiles(Map.of());
                    changed.forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path)));
                    read++;
                } catch (BundleFailure failure) {
                    assertTrue(LISTED.contains(failure.file()), failure.getMessage());
                }
            }
        }
        assertTrue(read > 100, "only " + read + " changes gave another bundle");
    }

    @Test
    void is_seen_before_anything_is_hashed_when_files_are_missing_or_too_many()
            throws BundleFailure {
        var bundle = Bundle.read(tagFiles());
        var fewer = new HashMap<>(PAYLOAD);
        fewer.remove(Bundles.PHOTO);
        var more = new HashMap<>(PAYLOAD);
        more.put(new BagPath("data/more.txt"), utf8("more"));
        assertEquals(Failure.FILE_MISSING, failure(bundle, fewer).failure());
        assertEquals(Failure.FILE_NOT_LISTED, failure(bundle, more).failure());
        var longer = new HashMap<>(PAYLOAD);
        longer.put(Bundles.PHOTO, utf8("photos"));
        assertEquals(Failure.OXUM_DIFFERS, failure(bundle, longer).failure());
    }

    private static BundleFailure failure(Bundle bundle, Map<BagPath, byte[]> payload) {
        return assertThrows(BundleFailure.class, () -> bundle.verify(files(payload, SHA256)));
    }

    @Test
    void is_not_called_whole_by_somebody_who_did_not_hash_each_file_once() throws BundleFailure {
        var bundle = Bundle.read(tagFiles());
        assertThrows(IllegalArgumentException.class, () -> bundle.verify(files(PAYLOAD)));
        var twice = new ArrayList<>(files(PAYLOAD, SHA256));
        twice.add(twice.getFirst());
        var refused = assertThrows(IllegalArgumentException.class, () -> bundle.verify(twice));
        assertFalse(refused.toString().contains("photo"), "no path is told");
    }

    @Test
    void is_told_by_file_and_line_and_not_by_what_stands_there() {
        byte[] names = utf8("%s  data/anna-petrova/../x\n".formatted(SHA256.of(utf8("x"))));
        var failure = assertThrows(BundleFailure.class, () -> Manifest.read(SHA256, names));
        assertEquals("PATH_OUTSIDE at manifest-sha256.txt:1", failure.getMessage());
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            assertFalse(cause.toString().contains("anna"), cause.toString());
        }
    }
}
