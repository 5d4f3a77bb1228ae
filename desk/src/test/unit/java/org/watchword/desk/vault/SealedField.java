package org.watchword.desk.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.basis.Secret;

class SealedField {
    private static final Place HERE = new Place("person", "name", 7);

    private final FieldSeal seal = vault(1).fieldSeal();

    @Test
    void opens_in_its_own_place() {
        for (String text : new String[] {"", "Wren", "Воробей", "x".repeat(4_000), "😀"}) {
            assertEquals(text, seal.open(HERE, seal.seal(HERE, text)));
        }
    }

    @Test
    void does_not_open_in_another_row_column_or_table() {
        byte[] sealed = seal.seal(HERE, "Wren");
        assertThrows(
                UnreadableField.class, () -> seal.open(new Place("person", "name", 8), sealed));
        assertThrows(
                UnreadableField.class, () -> seal.open(new Place("person", "label", 7), sealed));
        assertThrows(UnreadableField.class, () -> seal.open(new Place("role", "name", 7), sealed));
        assertThrows(
                UnreadableField.class, () -> seal.open(new Place("personn", "ame", 7), sealed));
    }

    @Test
    void does_not_open_under_another_key() {
        byte[] sealed = seal.seal(HERE, "Wren");
        assertThrows(UnreadableField.class, () -> vault(2).fieldSeal().open(HERE, sealed));
    }

    @Test
    void does_not_open_when_cut_empty_or_of_another_version() {
        byte[] sealed = seal.seal(HERE, "Wren");
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThrows(UnreadableField.class, () -> seal.open(HERE, cut));
        }
        byte[] newer = sealed.clone();
        newer[0] = 2;
        assertThrows(UnreadableField.class, () -> seal.open(HERE, newer));
    }

    @Test
    void hides_the_length_up_to_a_size_class() {
        int shortest = seal.seal(HERE, "").length;
        assertEquals(shortest, seal.seal(HERE, "x".repeat(60)).length);
        assertEquals(shortest + 64, seal.seal(HERE, "x".repeat(61)).length);
        assertEquals(
                seal.seal(HERE, "x".repeat(1_100)).length,
                seal.seal(HERE, "x".repeat(1_500)).length);
    }

    @Test
    void never_looks_the_same_twice_and_never_shows_its_text() {
        byte[] one = seal.seal(HERE, "Wren-Wren-Wren");
        assertFalse(Arrays.equals(one, seal.seal(HERE, "Wren-Wren-Wren")));
        assertFalse(new String(one, StandardCharsets.ISO_8859_1).contains("Wren"));
    }

    @Test
    void says_nothing_of_its_row_when_it_does_not_open() {
        var thrown = assertThrows(UnreadableField.class, () -> seal.open(HERE, new byte[0]));
        assertEquals("unreadable field person.name", thrown.getMessage());
    }

    @Test
    void a_keyed_hash_depends_on_domain_value_and_key() {
        byte[] value = "wren".getBytes(StandardCharsets.UTF_8);
        var hash = vault(1).keyedHash();
        assertEquals(32, hash.of("a", value).length);
        assertEquals(hex(hash.of("a", value)), hex(vault(1).keyedHash().of("a", value)));
        assertNotEquals(hex(hash.of("a", value)), hex(hash.of("b", value)));
        assertNotEquals(hex(hash.of("a", value)), hex(vault(2).keyedHash().of("a", value)));
        assertNotEquals(
                hex(hash.of("a", new byte[] {0, 0, 0, 1, 'c'})),
                hex(hash.of("a\0\0\0\5", new byte[] {'c'})));
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static Vault vault(int key) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) key);
        return new Vault(WatchKey.of(new Secret(bytes)), new SecureRandom());
    }
}
