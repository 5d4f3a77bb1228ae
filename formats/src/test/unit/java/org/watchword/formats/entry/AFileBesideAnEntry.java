package org.watchword.formats.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;
import org.watchword.formats.cipher.AesGcm;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;

class AFileBesideAnEntry {
    private final SecureRandom random = new Drawn("a file beside an entry");

    private Enclosure.Sealed sealed(byte[] file) {
        return Enclosure.seal(file, random);
    }

    private byte[] file(int length) {
        byte[] file = new byte[length];
        random.nextBytes(file);
        return file;
    }

    @Test
    void opens_as_it_was_sealed_at_every_length() {
        for (int length : List.of(0, 1, 1_019, 1_020, 1_021, 300_000, Enclosure.MOST_BYTES)) {
            byte[] file = file(length);
            var sealed = sealed(file);
            assertArrayEquals(file, sealed.says().open(sealed.bytes()).orElseThrow());
        }
    }

    @Test
    void has_two_megabytes_and_not_one_byte_more() {
        assertEquals(
                Enclosure.MOST_SEALED_BYTES, sealed(new byte[2 * 1024 * 1024]).bytes().length());
        byte[] more = new byte[2 * 1024 * 1024 + 1];
        assertThrows(IllegalArgumentException.class, () -> sealed(more));
    }

    @Test
    void shows_its_length_up_to_a_class_alone() {
        assertEquals(1_024 + 17, sealed(file(1)).bytes().length());
        assertEquals(1_024 + 17, sealed(file(1_020)).bytes().length());
        assertEquals(1_088 + 17, sealed(file(1_021)).bytes().length());
        assertEquals(
                sealed(file(2_000_000)).bytes().length(), sealed(file(2_010_000)).bytes().length());
    }

    @Test
    void is_sealed_under_a_key_of_its_own_each_time() {
        byte[] file = file(10);
        var one = sealed(file);
        var other = sealed(file);
        assertNotEquals(one.says().key(), other.says().key());
        assertNotEquals(one.bytes(), other.bytes());
        assertEquals(Optional.empty(), one.says().open(other.bytes()));
        var swapped = new Enclosure(one.says().key(), other.says().hash());
        assertEquals(Optional.empty(), swapped.open(other.bytes()));
    }

    @Test
    void stays_shut_whichever_bit_of_it_was_turned() {
        var sealed = sealed(file(700));
        byte[] bytes = sealed.bytes().bytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] turned = bytes.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), sealed.says().open(Octets.of(turned)), "bit " + bit);
            // By an author who says the hash of what he changed.
            var says = new Enclosure(sealed.says().key(), Octets.of(Sha256.of(turned)));
            assertEquals(Optional.empty(), says.open(Octets.of(turned)), "bit " + bit);
        }
    }

    @Test
    void stays_shut_when_it_was_cut_off() {
        var sealed = sealed(file(100));
        byte[] bytes = sealed.bytes().bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            var says = new Enclosure(sealed.says().key(), Octets.of(Sha256.of(cut)));
            assertEquals(Optional.empty(), says.open(Octets.of(cut)), length + " bytes");
        }
    }

    /// What somebody with a program of his own, and the key, may have sealed.
    private static Octets sealed(byte[] secret, byte[] padded) {
        try (Key key = Key.taking(secret.clone());
                Key sealing = Hkdf.derive(key, new Domain("watchword/v1/enclosure-key").before())) {
            byte[] context = new Domain("watchword/v1/enclosure-seal").before();
            byte[] ciphertext = AesGcm.seal(sealing, new byte[12], padded, context);
            return Octets.of(
                    ByteBuffer.allocate(1 + ciphertext.length)
                            .put((byte) 1)
                            .put(ciphertext)
                            .array());
        }
    }

    private Optional<byte[]> opened(byte[] padded) {
        byte[] secret = file(Enclosure.KEY_BYTES);
        Octets sealed = sealed(secret, padded);
        return new Enclosure(Octets.of(secret), Octets.of(Sha256.of(sealed.bytes()))).open(sealed);
    }

    @Test
    void is_the_one_that_its_author_signed_and_no_other_under_its_key() {
        var sealed = sealed(new byte[7]);
        byte[] secret = sealed.says().key().bytes();
        assertEquals(sealed.bytes(), sealed(secret, padded(7, 1_024)));
        assertEquals(Optional.empty(), sealed.says().open(sealed(secret, padded(6, 1_024))));
    }

    private static byte[] padded(int said, int length) {
        return ByteBuffer.allocate(length).putInt(said).array();
    }

    @Test
    void has_one_padding() {
        assertArrayEquals(new byte[7], opened(padded(7, 1_024)).orElseThrow());
        byte[] notZero = padded(7, 1_024);
        notZero[1_023] = 1;
        assertEquals(Optional.empty(), opened(notZero));
        assertEquals(Optional.empty(), opened(padded(7, 1_088)));
        assertEquals(Optional.empty(), opened(padded(1_021, 1_024)));
        assertEquals(Optional.empty(), opened(padded(-1, 1_024)));
        assertEquals(Optional.empty(), opened(padded(Integer.MAX_VALUE, 1_024)));
        assertEquals(Optional.empty(), opened(new byte[3]));
        assertEquals(Optional.empty(), opened(new byte[0]));
    }

    @Test
    void shows_nothing_of_its_key() {
        var says = sealed(file(3)).says();
        assertFalse(says.toString().contains(says.key().hex()), says.toString());
    }
}
