package org.watchword.formats.cipher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.formats.Drawn;

class KeysThatSign {
    private static final byte[] HARBOUR = "harbour".getBytes(StandardCharsets.US_ASCII);
    private static final BatchVerifier VERIFIER = new BatchVerifier(new SecureRandom());
    private static final String SOUND =
            "62f20daad7d34d66b150b391d983e6206cbae71d59d5d7f66afefed6a267b9c9";
    private static final String HONEST =
            "e1661e6c9c86313190a3d2e0a84f380aa04cd9655d868094c83ce2debda9f4b6"
                    + "a8672be1e0966e01e1bd4b0ffefe326436e44304877a62e0dab105ce7aa37a02";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static boolean holds(String publicKey, String signature) {
        return VerifyingKey.of(bytes(publicKey))
                .map(key -> isSigned(key, HARBOUR, bytes(signature)))
                .orElse(false);
    }

    /// Alone, and in one sum with sound ones, it is the same.
    private static boolean isSigned(VerifyingKey key, byte[] message, byte[] signature) {
        boolean alone = key.isSigned(message, signature);
        for (int others : new int[] {0, 3}) {
            var claims = new ArrayList<BatchVerifier.Claim>();
            SignaturesTogether.sound("others", others).forEach(one -> claims.add(one.claim()));
            claims.add(others / 2, new BatchVerifier.Claim(key, message, signature));
            assertEquals(alone, VERIFIER.areSound(claims), "beside " + others);
        }
        return alone;
    }

    /// RFC 8032, 7.1, tests 1 and 2.
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    })
    void sign_as_published(String seed, String publicKey, String message, String signature) {
        try (var key = new SigningKey(Key.taking(bytes(seed)))) {
            assertEquals(publicKey, Octets.of(key.publicKey()).hex());
            assertEquals(signature, Octets.of(key.sign(bytes(message))).hex());
            var verifying = VerifyingKey.of(key.publicKey()).orElseThrow();
            assertTrue(isSigned(verifying, bytes(message), bytes(signature)));
        }
    }

    @Test
    void sign_what_the_jdk_takes_as_signed() throws GeneralSecurityException {
        var random = new Drawn("signed for the jdk");
        for (int i = 0; i < 20; i++) {
            var key = SigningKey.fresh(random);
            byte[] message = random.bytes(i * 7);
            byte[] prefix = bytes("302a300506032b6570032100");
            byte[] encoded = bytes(Octets.of(prefix).hex() + Octets.of(key.publicKey()).hex());
            var theirs = Signature.getInstance("Ed25519");
            theirs.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            theirs.update(message);
            assertTrue(theirs.verify(key.sign(message)));
        }
    }

    @Test
    void see_each_turned_bit_of_a_signature_and_of_a_message() {
        var random = new Drawn("bits of a signature");
        var key = SigningKey.fresh(random);
        var verifying = VerifyingKey.of(key.publicKey()).orElseThrow();
        byte[] signature = key.sign(HARBOUR);
        assertTrue(isSigned(verifying, HARBOUR, signature));
        for (int bit = 0; bit < signature.length * 8; bit++) {
            signature[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(isSigned(verifying, HARBOUR, signature), "bit " + bit);
            signature[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertFalse(isSigned(verifying, random.bytes(7), signature));
        assertFalse(isSigned(verifying, HARBOUR, random.bytes(63)));
        assertFalse(isSigned(verifying, HARBOUR, new byte[0]));
    }

    @Test
    void take_an_honest_signature_made_elsewhere() {
        assertTrue(holds(SOUND, HONEST));
    }

    /// Both hold for the curve's equation: the scalar is too large by the order, or the key has a
    /// part of order eight that this message does not show.
    @Test
    void take_no_second_spelling_and_no_key_of_mixed_order() {
        String larger =
                HONEST.substring(0, 64)
                        + "953b213efbf98059b75a43b2dcf8117936e44304877a62e0dab105ce7aa37a12";
        assertFalse(holds(SOUND, larger));
        assertFalse(
                holds(
                        "724f243a343bd855a42548fb28f7b187d9c992944244e420f312d816e916d051",
                        "b00fb055ea25614e03fe2d2c263a9a2d005e6a0d21843869eed2eab95b8d23c5"
                                + "ec88220692e3e41abf566c74e0d643f659f9154ba8a726cd0045691782b8a002"));
    }

    /// With a part of order eight in its first half a signature holds for the one equation of RFC
    /// 8032 and not for the other: the JDK refuses it, Bouncy Castle alone would take it.
    @Test
    void take_no_signature_of_mixed_order() {
        assertFalse(
                holds(
                        SOUND,
                        "c75a0662b54cfdd1b7276121c1b8ab1d2f8176c7f9dcf757acfdc1637f1c84c2"
                                + "213d6c17c77ee6aff0855c96f0dbd1bb673442e12b109a8ecf5d8bb5166c2b07"));
    }

    /// The points of low order, in all the spellings that decode to them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void are_no_points_of_low_order(String point) {
        assertTrue(VerifyingKey.of(bytes(point)).isEmpty());
        assertFalse(holds(SOUND, point + "0".repeat(64)));
    }

    @Test
    void have_one_length() {
        assertTrue(VerifyingKey.of(new byte[31]).isEmpty());
        assertTrue(VerifyingKey.of(new byte[33]).isEmpty());
    }
}
