package org.watchword.formats.cipher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.junit.jupiter.api.Test;

/// The vectors of c2sp.org/XAES-256-GCM; the two keys take both branches of the doubling.
class PublishedXaesVectors {
    private static final byte[] NONCE = "ABCDEFGHIJKLMNOPQRSTUVWX".getBytes(US_ASCII);
    private static final byte[] TEXT = "XAES-256-GCM".getBytes(US_ASCII);
    private static final byte[] CONTEXT = "c2sp.org/XAES-256-GCM".getBytes(US_ASCII);

    @Test
    void seals_as_published_without_context() {
        assertEquals(
                "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271",
                hex(new Xaes(key(1)).seal(NONCE, TEXT, new byte[0])));
    }

    @Test
    void seals_as_published_with_context() {
        assertEquals(
                "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d",
                hex(new Xaes(key(3)).seal(NONCE, TEXT, CONTEXT)));
    }

    @Test
    void opens_what_was_published() {
        byte[] sealed =
                HexFormat.of().parseHex("986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d");
        assertArrayEquals(TEXT, new Xaes(key(3)).open(NONCE, sealed, CONTEXT).orElseThrow());
    }

    @Test
    void seals_ten_thousand_times_as_published() {
        var drawn = new SHAKEDigest(128);
        var sealed = new SHAKEDigest(128);
        for (int i = 0; i < 10_000; i++) {
            var xaes = new Xaes(Key.taking(next(drawn, 32)));
            byte[] nonce = next(drawn, 24);
            byte[] text = next(drawn, next(drawn, 1)[0] & 0xff);
            byte[] context = next(drawn, next(drawn, 1)[0] & 0xff);
            byte[] made = xaes.seal(nonce, text, context);
            assertArrayEquals(text, xaes.open(nonce, made, context).orElseThrow());
            sealed.update(made, 0, made.length);
        }
        assertEquals(
                "e6b9edf2df6cec60c8cbd864e2211b597fb69a529160cd040d56c0c210081939",
                hex(next(sealed, 32)));
    }

    private static byte[] next(SHAKEDigest from, int length) {
        byte[] bytes = new byte[length];
        from.doOutput(bytes, 0, length);
        return bytes;
    }

    @Test
    void opens_nothing_that_was_changed_in_any_bit() {
        var xaes = new Xaes(key(3));
        byte[] sealed = xaes.seal(NONCE, TEXT, CONTEXT);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertTrue(xaes.open(NONCE, changed, CONTEXT).isEmpty());
        }
        assertTrue(xaes.open(NONCE, sealed, TEXT).isEmpty());
        assertTrue(xaes.open(NONCE, new byte[3], CONTEXT).isEmpty());
    }

    private static Key key(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return Key.taking(key);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
