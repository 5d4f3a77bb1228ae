package org.watchword.formats.slot;

import static org.watchword.desk.Foreign.promise;

import java.util.HexFormat;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;

/// Any bytes as an account's slots, tried with the root that opens those of the first published
/// vector: they are refused before any work, stay shut, or give that account's seed.
public final class AnyAccountSlots {
    private static final String ROOT =
            "3141828bed9cfd55c4d44d84ed010158aa666f33f5420ada11e634e5f82613d6";
    private static final String SEED =
            "cb35da100d20974b49129f01bb43cd4ca9452091580cc985e343d6099529e2c1";
    private static final long HOLDER = 7;

    public static void fuzzerTestOneInput(byte[] data) {
        AccountSlots.read(data).ifPresent(AnyAccountSlots::tried);
    }

    private static void tried(AccountSlots slots) {
        try (Key root = Key.taking(HexFormat.of().parseHex(ROOT))) {
            slots.open(HOLDER, root)
                    .map(body -> Octets.of(body.seed().getEncoded()).hex())
                    .ifPresent(seed -> promise(seed.equals(SEED), "only the account's own seed"));
        }
    }

    private AnyAccountSlots() {}
}
