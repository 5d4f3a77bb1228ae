package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.age.Seals.RANDOM;
import static org.watchword.formats.age.Seals.ascii;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysOfAge {
    /// The pair in the specification.
    private static final String IDENTITY =
            "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

    private static final String RECIPIENT =
            "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    private static final String HYBRID =
            "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR";

    @Test
    void are_written_as_the_specification_writes_them() {
        var identity =
                assertInstanceOf(
                        X25519Identity.class, Identity.parse(ascii(IDENTITY)).orElseThrow());
        assertEquals(RECIPIENT, identity.recipient().toString());
        assertArrayEquals(ascii(IDENTITY), identity.letters());
        assertEquals(RECIPIENT, Recipient.parse(RECIPIENT).map(Object::toString).orElseThrow());
    }

    @Test
    void are_written_as_the_specification_writes_them_for_after_quantum_computers() {
        var identity =
                assertInstanceOf(HybridIdentity.class, Identity.parse(ascii(HYBRID)).orElseThrow());
        assertArrayEquals(ascii(HYBRID), identity.letters());
        String recipient = identity.recipient().toString();
        assertTrue(recipient.startsWith("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jzx"));
        assertTrue(recipient.endsWith("qmwze9pyyzk3tlhl53k2ykx3qheyty7saeq0d3fzv49zc0k"));
        assertEquals(recipient, Recipient.parse(recipient).map(Object::toString).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "age1",
                "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwk",
                "Age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
                "AGE1ZVKYG2LQZRAA2LNJVQEJ32NKUU0UES2S82HZRYE869XEEXVN73EQUNUJWJ",
                " age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
                "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujw",
                "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN"
            })
    void are_refused_when_one_letter_is_wrong(String text) {
        assertEquals(Optional.empty(), Recipient.parse(text));
    }

    @Test
    void are_refused_as_an_identity_in_small_letters_or_of_another_kind() {
        assertTrue(Identity.parse(ascii(IDENTITY.toLowerCase(Locale.ROOT))).isEmpty());
        assertTrue(Identity.parse(ascii(RECIPIENT)).isEmpty());
        assertTrue(Identity.parse(ascii(IDENTITY.replace("4EGAEX", "4EGAEY"))).isEmpty());
        assertTrue(Identity.parse(new byte[] {(byte) 0xff}).isEmpty());
    }

    /// With a point of low order everybody comes to the same secret.
    @Test
    void are_refused_when_their_point_is_of_low_order() {
        byte[] zero = new byte[32];
        String weak = written("age", zero);
        assertEquals(Optional.empty(), Recipient.parse(weak));
        byte[] hybrid = new byte[1216];
        String weakToo = written("age1pq", hybrid);
        assertEquals(Optional.empty(), Recipient.parse(weakToo));
    }

    /// FIPS 203, 7.2: a number that is not reduced has two spellings.
    @Test
    void are_refused_when_a_number_of_ml_kem_is_not_reduced() {
        String good = HybridIdentity.fresh(RANDOM).recipient().toString();
        byte[] bytes = Bech32.read(ascii(good)).orElseThrow().data();
        bytes[0] = (byte) 0xff;
        bytes[1] |= 0x0f;
        String bad = written("age1pq", bytes);
        assertEquals(Optional.empty(), Recipient.parse(bad));
    }

    @Test
    void show_nothing_of_what_is_secret() {
        var identity = Identity.parse(ascii(IDENTITY)).orElseThrow();
        assertTrue(!identity.toString().contains("GFPYY"));
        assertEquals("a key of 4 bytes", Seals.passphrase("tide").toString());
    }

    @Test
    void stand_in_a_file_one_a_line() {
        byte[] file = ascii("# made for the harbour\r\n" + IDENTITY + "\r\n\n" + HYBRID);
        var good = assertInstanceOf(KeyFile.Good.class, KeyFile.identities(file));
        assertEquals(2, good.keys().size());
        assertEquals(
                new KeyFile.BadLine<Recipient>(3),
                KeyFile.recipients(ascii(RECIPIENT + "\n#\n" + IDENTITY + "\n")));
        assertEquals(
                new KeyFile.Good<Recipient>(List.of()), KeyFile.recipients(ascii("\n# none\n")));
    }

    private static String written(String prefix, byte[] data) {
        return new String(new Bech32(prefix, data).lower(), StandardCharsets.US_ASCII);
    }
}
