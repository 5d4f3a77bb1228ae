package org.watchword.formats.slot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Xaes;

/// One run of Argon2id takes its time on purpose: what comes of it is kept.
class AnAccountsSlots {
    private static final long HOLDER = 7;
    private static final int HEAD = 23;
    private static final int SLOT = 168;
    private static final byte[] PASSPHRASE =
            "ветер над рекой утром".getBytes(StandardCharsets.UTF_8);
    private static final Drawn RANDOM = new Drawn("an account's slots");
    private static final AccountSlots SLOTS = AccountSlots.make(HOLDER, PASSPHRASE, RANDOM);
    private static final byte[] STORED = SLOTS.bytes();
    private static final byte[] ROOT = SLOTS.root(PASSPHRASE).getEncoded();

    private static Key root() {
        return Key.taking(ROOT.clone());
    }

    private static Optional<Octets> opened(byte[] stored, long holder) {
        return AccountSlots.read(stored)
                .flatMap(slots -> slots.open(holder, root()))
                .map(body -> Octets.of(body.seed().getEncoded()));
    }

    private static final Octets SEED = opened(STORED, HOLDER).orElseThrow();

    @Test
    void give_one_seed_to_the_passphrase_they_were_made_with() {
        assertEquals(AccountSlots.BYTES, STORED.length);
        assertEquals(359, STORED.length);
        byte[] seed = SLOTS.open(HOLDER, PASSPHRASE).orElseThrow().seed().getEncoded();
        assertEquals(SEED, Octets.of(seed));
        assertEquals(32, seed.length);
        assertNotEquals(Octets.of(new byte[32]), SEED);
    }

    @Test
    void stay_shut_for_another_passphrase_or_another_holder() {
        assertTrue(
                SLOTS.open(HOLDER, "ветер над рекой днём".getBytes(StandardCharsets.UTF_8))
                        .isEmpty());
        assertTrue(opened(STORED, HOLDER + 1).isEmpty());
    }

    private static int used() {
        byte[] first = STORED.clone();
        Arrays.fill(first, HEAD, HEAD + SLOT, (byte) 0);
        return opened(first, HOLDER).isPresent() ? HEAD + SLOT : HEAD;
    }

    /// Below the floor or of another version they are not tried; the rest is authenticated. The
    /// bits of the slot that nobody uses are noise, and stay so.
    @Test
    void are_seen_whichever_bit_was_turned() {
        int used = used();
        for (int bit = 0; bit < STORED.length * 8; bit++) {
            byte[] turned = STORED.clone();
            int at = bit / 8;
            turned[at] ^= (byte) (1 << bit % 8);
            boolean isNoise = at >= HEAD && (at < used || at >= used + SLOT);
            assertEquals(isNoise, opened(turned, HOLDER).isPresent(), "bit " + bit);
        }
    }

    @Test
    void ask_for_no_less_and_not_for_too_much_work() {
        int[][] refused = {
            {64 * 1024 - 1, 3, 1}, {64 * 1024, 2, 1}, {64 * 1024, 3, 0}, {0, 3, 1},
            {512 * 1024 + 1, 3, 1}, {64 * 1024, 13, 1}, {64 * 1024, 3, 5}, {-1, 3, 1},
            {64 * 1024, 128, 1},
        };
        for (int[] cost : refused) {
            assertTrue(AccountSlots.read(asking(cost)).isEmpty(), Arrays.toString(cost));
        }
        int[][] taken = {{64 * 1024, 3, 1}, {512 * 1024, 12, 4}};
        for (int[] cost : taken) {
            assertTrue(AccountSlots.read(asking(cost)).isPresent(), Arrays.toString(cost));
        }
    }

    private static byte[] asking(int... cost) {
        byte[] stored = STORED.clone();
        ByteBuffer.wrap(stored).position(1).putInt(cost[0]).put((byte) cost[1]).put((byte) cost[2]);
        return stored;
    }

    @Test
    void have_one_length_and_one_version() {
        for (int length = 0; length < 2 * STORED.length; length++) {
            boolean isRight = length == STORED.length;
            byte[] cut = Arrays.copyOf(STORED, length);
            assertEquals(isRight, AccountSlots.read(cut).isPresent(), length + " bytes");
        }
        byte[] later = STORED.clone();
        later[0] = 2;
        assertTrue(AccountSlots.read(later).isEmpty());
    }

    @Test
    void of_nobody_look_like_any_and_stay_shut() {
        byte[] none = AccountSlots.unopenable(RANDOM).bytes();
        assertEquals(STORED.length, none.length);
        assertArrayEquals(Arrays.copyOf(STORED, 7), Arrays.copyOf(none, 7));
        assertTrue(opened(none, HOLDER).isEmpty());
        assertFalse(Arrays.equals(none, AccountSlots.unopenable(RANDOM).bytes()));
    }

    @Test
    void use_either_place_and_fill_the_other_with_noise() {
        int first = 0;
        for (int i = 0; i < 64; i++) {
            var random = new Drawn("order " + i);
            var made = AccountSlots.unopenable(random);
            made.fill(HOLDER, root(), AccountBody.fresh(random).bytes(), random);
            byte[] stored = made.bytes();
            Arrays.fill(stored, HEAD, HEAD + SLOT, (byte) 0);
            first += opened(stored, HOLDER).isPresent() ? 0 : 1;
        }
        assertTrue(first > 10 && first < 54, first + " of 64 in the first place");
    }

    @Test
    void hold_a_second_factor_beside_the_seed_and_give_both_back_when_they_are_made_again() {
        Key factor = Key.fresh(32, RANDOM);
        byte[] other = "a lamp beside the river".getBytes(StandardCharsets.UTF_8);
        AccountBody before = SLOTS.open(HOLDER, PASSPHRASE).orElseThrow();
        assertTrue(before.factor().isEmpty());
        var again = AccountSlots.holding(HOLDER, other, before.with(factor), RANDOM);
        AccountBody held = again.open(HOLDER, other).orElseThrow();
        assertEquals(SEED, Octets.of(held.seed().getEncoded()));
        assertArrayEquals(factor.getEncoded(), held.factor().map(Key::getEncoded).orElseThrow());
        assertArrayEquals(before.bytes(), held.withoutFactor().bytes());
        assertTrue(again.open(HOLDER, PASSPHRASE).isEmpty());
        byte[] salt = Arrays.copyOfRange(again.bytes(), 7, HEAD);
        assertFalse(Arrays.equals(Arrays.copyOfRange(STORED, 7, HEAD), salt));
    }

    @Test
    void hold_zeros_once_they_are_closed() {
        AccountBody body = SLOTS.open(HOLDER, PASSPHRASE).orElseThrow();
        body.close();
        assertArrayEquals(new byte[128], body.bytes());
    }

    /// With a second factor its seed may be any bytes; everything around it may not.
    @Test
    void stay_shut_when_there_is_more_in_their_body_than_a_second_factor() {
        byte[] body = new byte[128];
        body[32] = 1;
        body[65] = 1;
        body[70] = 9;
        assertTrue(holding(body).isPresent(), "the control");
        for (int at = 0; at < body.length; at++) {
            boolean isSeed = (at >= 33 && at < 65) || (at >= 66 && at < 98);
            byte[] more = body.clone();
            more[at] ^= 2;
            assertEquals(isSeed, holding(more).isPresent(), "at " + at);
        }
    }

    /// Without a second factor its place is empty.
    @Test
    void stay_shut_when_their_body_holds_more_than_a_seed() {
        byte[] body = new byte[128];
        body[32] = 1;
        assertTrue(holding(body).isPresent(), "the control");
        for (int at = 0; at < body.length; at++) {
            if (at < 33 || at >= 65) {
                byte[] more = body.clone();
                more[at] ^= 2;
                assertTrue(holding(more).isEmpty(), "at " + at);
            }
        }
    }

    private static Optional<Octets> holding(byte[] body) {
        byte[] stored = STORED.clone();
        byte[] context =
                ByteBuffer.allocate(14 + HEAD + 8)
                        .put("watchword/slot".getBytes(StandardCharsets.US_ASCII))
                        .put(stored, 0, HEAD)
                        .putLong(HOLDER)
                        .array();
        byte[] nonce = RANDOM.bytes(24);
        var key = new Xaes(Hkdf.derive(ROOT, new byte[0], "watchword/v1/slot"));
        int used = used();
        ByteBuffer.wrap(stored).position(used).put(nonce).put(key.seal(nonce, body, context));
        return opened(stored, HOLDER);
    }

    /// Kept by a desk before the formats had a module of their own.
    @Test
    void open_as_they_did_when_they_were_first_made() {
        byte[] kept = HexFormat.of().parseHex(KEPT);
        byte[] seed =
                AccountSlots.read(kept)
                        .orElseThrow()
                        .open(HOLDER, PASSPHRASE)
                        .orElseThrow()
                        .seed()
                        .getEncoded();
        assertEquals(KEPT_SEED, HexFormat.of().formatHex(seed));
    }

    private static final String KEPT =
            "01000100000301aba31ad730392f2603b4655c6f624dcd024abe7a141397c719ea0d38b75a94"
                    + "7822d7da998f0de361fe4dd762dad7672dc61218ce01ae0d066fc681f4ec9a9cf0d450238afa"
                    + "b4d5a14dd0e4bc3e38b14d1ef26ef5fc8d53a7f150685710ec95056e880d328efd3593e33475"
                    + "d53bd91c2325dfe8497ab790e9313f70456e733fb69388cf7a8d2b23c35cb9f4cc094bcd7f0e"
                    + "2c023dd9c15793833779e627e4e9bd56aa7a236cde91fd699177c6fea4c02d55cd223c66120e"
                    + "be62caee16ffbe2018fb4246cbb31c841deaeb16b076a487db605299e1d110cb12001254b09b"
                    + "58ea76e266eeaed320c7deb53b393f34588c275fa64ad4ab4c9b26c438046e1961d9a83d180a"
                    + "9297d3b5cb121bf3bcab900f966b8026b7ed04d4595ae31e7181464a39362b34dfb6ebd2813b"
                    + "87e8f5949e178e253b2ab42a1ff368ba97762c308a5bc9bd495d511160f86a7a56f90ed7b43c"
                    + "97ac77875ace240cec5c15db19823bb24d";
    private static final String KEPT_SEED =
            "10ee754cd86eb4a8e2329f365d0dc9a4613f45f67ae8621d75320c2b74c7954a";
}
