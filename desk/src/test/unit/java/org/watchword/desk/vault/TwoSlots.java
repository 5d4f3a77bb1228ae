package org.watchword.desk.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Secret;

/// One try costs about a second: the slots are made once.
class TwoSlots {
    private static final long HOLDER = 7;
    private static final int MEMORY_AT = 1;
    private static final int PASSES_AT = 5;
    private static final int LANES_AT = 6;
    private static final int SALT_AT = 7;
    private static final int SLOT_AT = 23;
    private static final int SLOT_BYTES = 168;

    private static final Slots SLOTS = new Slots(new SecureRandom(), () -> {});
    private static byte[] stored = new byte[0];

    @BeforeAll
    static void made() {
        stored = SLOTS.make(HOLDER, secret("ветер над рекой утром")).orElseThrow();
    }

    @Test
    void open_for_the_passphrase_they_were_made_with_and_give_one_seed() {
        byte[] seed = seed(open(stored, HOLDER, "ветер над рекой утром"));
        assertEquals(32, seed.length);
        String decomposed = "ветер над рекои\u0306 утром";
        assertArrayEquals(seed, seed(open(stored, HOLDER, decomposed)));
    }

    @Test
    void stay_shut_for_another_passphrase_or_another_holder() {
        assertInstanceOf(SlotResult.Shut.class, open(stored, HOLDER, "ветер над рекой днём"));
        assertInstanceOf(SlotResult.Shut.class, open(stored, 8, "ветер над рекой утром"));
    }

    @Test
    void are_both_tried_whichever_of_them_is_used() {
        byte[] swapped = stored.clone();
        System.arraycopy(stored, SLOT_AT, swapped, SLOT_AT + SLOT_BYTES, SLOT_BYTES);
        System.arraycopy(stored, SLOT_AT + SLOT_BYTES, swapped, SLOT_AT, SLOT_BYTES);
        assertArrayEquals(
                seed(open(stored, HOLDER, "ветер над рекой утром")),
                seed(open(swapped, HOLDER, "ветер над рекой утром")));
    }

    @Test
    void refuse_parameters_lower_than_the_floor_without_trying() {
        assertInstanceOf(SlotResult.Spoiled.class, open(with(MEMORY_AT + 1, 0), HOLDER, "x"));
        assertInstanceOf(SlotResult.Spoiled.class, open(with(PASSES_AT, 2), HOLDER, "x"));
        assertInstanceOf(SlotResult.Spoiled.class, open(with(LANES_AT, 0), HOLDER, "x"));
    }

    @Test
    void refuse_parameters_that_would_stop_the_desk_and_what_is_no_slot() {
        assertInstanceOf(SlotResult.Spoiled.class, open(with(MEMORY_AT, 0x7f), HOLDER, "x"));
        assertInstanceOf(SlotResult.Spoiled.class, open(with(PASSES_AT, 0x7f), HOLDER, "x"));
        assertInstanceOf(SlotResult.Spoiled.class, open(with(0, 2), HOLDER, "x"));
        assertInstanceOf(SlotResult.Spoiled.class, open(new byte[10], HOLDER, "x"));
    }

    @Test
    void stay_shut_when_allowed_parameters_or_the_salt_were_changed() {
        String right = "ветер над рекой утром";
        assertInstanceOf(SlotResult.Shut.class, open(with(PASSES_AT, 4), HOLDER, right));
        assertInstanceOf(SlotResult.Shut.class, open(with(SALT_AT, 99), HOLDER, right));
    }

    @Test
    void of_a_decoy_look_like_any_and_stay_shut() {
        byte[] decoy = SLOTS.decoy();
        assertEquals(stored.length, decoy.length);
        assertArrayEquals(Arrays.copyOf(stored, SALT_AT), Arrays.copyOf(decoy, SALT_AT));
        assertFalse(Arrays.equals(decoy, new Slots(new SecureRandom(), () -> {}).decoy()));
        assertInstanceOf(SlotResult.Shut.class, open(decoy, HOLDER, "ветер над рекой утром"));
    }

    private static SlotResult open(byte[] stored, long holder, String passphrase) {
        try (var secret = secret(passphrase)) {
            return SLOTS.open(stored, holder, new Attempt(holder, "here", false), secret);
        }
    }

    private static byte[] seed(SlotResult result) {
        try (var unlocked = assertInstanceOf(SlotResult.Opened.class, result).unlocked()) {
            return unlocked.body().seed().getEncoded();
        }
    }

    private static byte[] with(int at, int value) {
        byte[] changed = stored.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static Secret secret(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }
}
