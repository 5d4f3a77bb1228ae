package org.watchword.formats.slot;

import static org.watchword.desk.Foreign.promise;

import java.util.HexFormat;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.KeyCommitment;
import org.watchword.formats.entry.OrganisationId;

/// Any bytes as a settled slot: no key comes out but the one of its entry, and nothing but the
/// bytes that were sealed gives it. Seed and place are those of the first published vector.
public final class AnySettledSlot {
    private static final String SEED =
            "b6ad6106513ab933e93e662044910a4f0aea2f0ed6252ea07d1c67a49da17bda";
    private static final String COMMITMENT =
            "d44780d3fd1cf094a9d818e3030b921bb26cb697091e0cc4d1a8079c4435cfe6";
    private static final String SEALED =
            "01800c9e76c91935463689168b79241cbd7d2f39571fac4d4977d2d662fcff717ac491ffaf33"
                    + "316d70cb8bc121b70c2ea5f21b8942986bd1a9f3766bdc";

    public static void fuzzerTestOneInput(byte[] data) {
        var commitment = new KeyCommitment(hex(COMMITMENT));
        var epoch = new EpochKey(epoch(), new ReadingKey(Key.taking(hex(SEED).bytes())));
        var slots = new SettledSlots(epoch);
        if (slots.open(data, place(), commitment) instanceof Slot.Open<DataKey>(DataKey key)) {
            try (key) {
                promise(key.commitment().equals(commitment), "only the key of the entry");
                promise(Octets.of(data).hex().equals(SEALED), "only what was sealed opens");
            }
        }
    }

    private static Epoch epoch() {
        return new Epoch(
                new OrganisationId(hex("aceac2af6e465261532b20fffd3c5220")),
                new CaseId(hex("37f9f04dacec8426c686a7c2f28d4a05")),
                new CompartmentId(hex("8c2280451c93c39bef2e293e31e6e24a")),
                3);
    }

    private static EntryContext place() {
        return new EntryContext(epoch(), new EntryId(hex("82a1f6a0e6a3f8130d5b87e1fe5c4e75")));
    }

    private static Octets hex(String digits) {
        return Octets.of(HexFormat.of().parseHex(digits));
    }

    private AnySettledSlot() {}
}
