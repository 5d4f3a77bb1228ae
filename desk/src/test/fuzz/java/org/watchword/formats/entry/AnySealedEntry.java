package org.watchword.formats.entry;

import static org.watchword.desk.Foreign.promise;

import java.util.HexFormat;
import java.util.Optional;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;

/// Any bytes as a sealed entry with a leaf that fits them, and as what lies inside one: only the
/// entry that was sealed comes out. Key, leaf and place are those of the first published vector.
public final class AnySealedEntry {
    private static final String KEY =
            "e9f83387a97363237ee78ac0a0bcb8d719829fd84e7bd97c12896216451dfbba";
    private static final String LEAF =
            "cab75757811bf8163b040b1cd385453b52aa24e004dd5f4f9a1ec49c99e167db"
                    + "6817aba369b73534e8b1e65b11487a5a349645a07ba4b4c0565bb4ac9f53358b"
                    + "93dbdcb55ad4d9a461656864a2c629057ed54ab966ece70d4bc94c52c1b7bda5";

    public static void fuzzerTestOneInput(byte[] data) {
        var sealed = new SealedEntry(octets(data));
        Leaf leaf = Leaf.read(HexFormat.of().parseHex(LEAF)).orElseThrow();
        var fitting = Leaf.of(sealed, leaf.commitment(), leaf.keyCommitment());
        try (var key = DataKey.taking(Key.taking(HexFormat.of().parseHex(KEY)))) {
            if (new EntryOpener().open(sealed, fitting, place(), key)
                    instanceof EntryOpener.Opened.Whole) {
                promise(fitting.equals(leaf), "only what was sealed opens");
            }
        }
        inside(data);
    }

    private static void inside(byte[] data) {
        if (SizeClass.isOne(data.length)) {
            Optional<Inside> read = Inside.read(data.clone());
            read.ifPresent(one -> {
                var again = Inside.of(one.r(), one.signature(), one.body());
                promise(octets(again.padded()).equals(octets(data)), "an inside has one spelling");
            });
        }
    }

    private static EntryContext place() {
        return new EntryContext(
                new Epoch(
                        new OrganisationId(hex("7c4450457b33768967335fed74a31101")),
                        new CaseId(hex("287b3d2fee4bf64cb9b774f40659b6d8")),
                        new CompartmentId(hex("1bbd7b529813587c7e28df75772fe6bb")),
                        3),
                new EntryId(hex("eae2b675424c1b148b4681b956122e45")));
    }

    private static Octets hex(String digits) {
        return octets(HexFormat.of().parseHex(digits));
    }

    private static Octets octets(byte[] bytes) {
        return Octets.of(bytes);
    }

    private AnySealedEntry() {}
}
