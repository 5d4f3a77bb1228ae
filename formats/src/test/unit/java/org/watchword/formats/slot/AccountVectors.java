package org.watchword.formats.slot;

import static org.watchword.formats.VectorFile.OPENED;
import static org.watchword.formats.VectorFile.hex;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.watchword.formats.Drawn;
import org.watchword.formats.VectorFile;
import org.watchword.formats.cipher.Key;

/// Makes the files about accounts: their two slots, and the keys that come of their seed.
final class AccountVectors {
    private static final long HOLDER = 7;
    private static final byte[] RIGHT = "ветер над рекой утром".getBytes(StandardCharsets.UTF_8);
    private static final byte[] WRONG = "ветер над рекой днём".getBytes(StandardCharsets.UTF_8);
    private static final int HEAD = 23;
    private static final int SLOT = 168;
    private static final String DERIVED = "derived";

    private final VectorFile file;
    private final Drawn random;
    private final byte[] stored;

    private AccountVectors(String seed) {
        file = new VectorFile("account slots", seed);
        random = new Kept(seed).random;
        stored = AccountSlots.make(HOLDER, RIGHT, random).bytes();
    }

    static String slots() {
        var vectors = new AccountVectors("watchword vectors, account slots, 1");
        AccountSlots slots = AccountSlots.read(vectors.stored).orElseThrow();
        try (Key root = slots.root(RIGHT);
                AccountBody body = slots.open(HOLDER, root).orElseThrow()) {
            vectors.ofOneSlot(hex(body.seed().getEncoded()));
            vectors.ofBodies(body, root);
        }
        return vectors.file.text();
    }

    private void ofOneSlot(String seed) {
        byte[] swapped = stored.clone();
        System.arraycopy(stored, HEAD, swapped, HEAD + SLOT, SLOT);
        System.arraycopy(stored, HEAD + SLOT, swapped, HEAD, SLOT);
        opened("account", stored, seed, "");
        opened("other-order", swapped, seed, "");
        tried(file.add("other-passphrase", "", SlotVectors.SHUT), HOLDER, WRONG, stored);
        tried(file.add("other-holder", "", SlotVectors.SHUT), HOLDER + 1, RIGHT, stored);
        shut("one-pass-more", "parameters changed", with(stored, 5, 4));
        spoilt("below-the-floor", "two passes", with(stored, 5, 2));
        spoilt("version-two", "", with(stored, 0, 2));
        spoilt("one-byte-short", "", SlotVectors.cut(stored));
    }

    private void ofBodies(AccountBody body, Key root) {
        Key factor = Key.fresh(AccountBody.SEED_BYTES, random);
        byte[] both = body.with(factor).bytes();
        String seed = hex(body.seed().getEncoded());
        opened("second-factor", holding(both, root), seed, hex(factor.getEncoded()));
        String zero = "0 in the byte before a second factor's seed";
        shut("second-factor-not-there", zero, holding(with(both, 65, 0), root));
        String two = "2 in the byte before a second factor's seed";
        shut("second-factor-of-another-kind", two, holding(with(both, 65, 2), root));
        shut("more-behind", "1 behind a second factor's seed", holding(with(both, 98, 1), root));
        shut("no-zeros-in-front", "1 as the first byte", holding(with(both, 0, 1), root));
    }

    /// Slots with another body, under the same salt.
    private byte[] holding(byte[] body, Key root) {
        byte[] noise = stored.clone();
        System.arraycopy(random.bytes(2 * SLOT), 0, noise, HEAD, 2 * SLOT);
        var again = AccountSlots.read(noise).orElseThrow();
        again.fill(HOLDER, root, body, random);
        return again.bytes();
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private void opened(String name, byte[] slots, String seed, String factor) {
        var vector = tried(file.add(name, "", OPENED), HOLDER, RIGHT, slots);
        vector.put("seed", seed);
        vector.put("second_factor", factor);
    }

    private void shut(String name, String says, byte[] slots) {
        tried(file.add(name, says, SlotVectors.SHUT), HOLDER, RIGHT, slots);
    }

    private void spoilt(String name, String says, byte[] slots) {
        tried(file.add(name, says, SlotVectors.SPOILT), HOLDER, RIGHT, slots);
    }

    private static Map<String, Object> tried(
            Map<String, Object> vector, long holder, byte[] by, byte[] slots) {
        vector.put("holder", holder);
        vector.put("passphrase", hex(by));
        vector.put("stored", hex(slots));
        return vector;
    }

    static String keys() {
        String words = "watchword vectors, account keys, 1";
        var file = new VectorFile("account keys", words);
        byte[] ones = new byte[AccountBody.SEED_BYTES];
        Arrays.fill(ones, (byte) 0xff);
        keysOf(file, "drawn", new Drawn(words).bytes(AccountBody.SEED_BYTES));
        keysOf(file, "zeros", new byte[AccountBody.SEED_BYTES]);
        keysOf(file, "ones", ones);
        return file.text();
    }

    private static void keysOf(VectorFile file, String name, byte[] seed) {
        var vector = file.add(name, "", DERIVED);
        vector.put("seed", hex(seed));
        try (Key key = Key.taking(seed.clone());
                AccountKeys keys = AccountKeys.of(key)) {
            vector.put("address", keys.reading().address().octets().hex());
            vector.put("signing_key", hex(keys.signing().publicKey()));
            vector.put("own_key", hex(keys.own().getEncoded()));
        }
    }
}
