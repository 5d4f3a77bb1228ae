package org.watchword.formats.cipher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.junit.jupiter.api.Test;

/// Bouncy Castle has an HPKE and an X-Wing of its own, made by others from the same drafts.
class HpkeBesideAnother {
    private static final byte[] INFO = "harbour".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLEAR = "sixteen letters.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONE = {};

    private final SecureRandom random = new SecureRandom();
    private final byte[] seed = random.generateSeed(XWing.SEED_BYTES);
    private final byte[] publicKey = XWing.publicKey(key());
    private final HPKE other =
            new HPKE(
                    HPKE.mode_base,
                    HPKE.kem_MLKEM768_X25519,
                    HPKE.kdf_HKDF_SHA256,
                    HPKE.aead_CHACHA20_POLY1305);

    private Key key() {
        return Key.taking(seed.clone());
    }

    @Test
    void makes_the_same_public_key_of_a_seed() {
        var theirs = new XWingPrivateKeyParameters(seed).getPublicKeyParameters();
        assertArrayEquals(theirs.getEncoded(), publicKey);
    }

    @Test
    void opens_what_the_other_sealed() throws InvalidCipherTextException {
        byte[][] sealed =
                other.seal(
                        other.deserializePublicKey(publicKey), INFO, NONE, CLEAR, null, null, null);
        // They give the ciphertext first.
        var opened = Hpke.open(key(), INFO, new Hpke.Sealed(sealed[1], sealed[0]));
        var clear = assertInstanceOf(Hpke.Opened.Clear.class, opened);
        assertArrayEquals(CLEAR, clear.secret().getEncoded());
    }

    @Test
    void seals_what_the_other_opens() throws InvalidCipherTextException {
        Hpke.Sealed sealed = Hpke.seal(publicKey, INFO, CLEAR, random);
        byte[] opened =
                other.open(
                        sealed.encapsulated(),
                        other.deserializePrivateKey(seed, publicKey),
                        INFO,
                        NONE,
                        sealed.ciphertext(),
                        null,
                        null,
                        null);
        assertArrayEquals(CLEAR, opened);
    }

    @Test
    void opens_nothing_for_another_key_use_or_letter() {
        Hpke.Sealed sealed = Hpke.seal(publicKey, INFO, CLEAR, random);
        Key stranger = Key.taking(random.generateSeed(XWing.SEED_BYTES));
        assertInstanceOf(Hpke.Opened.NotForThisKey.class, Hpke.open(stranger, INFO, sealed));
        assertInstanceOf(Hpke.Opened.NotForThisKey.class, Hpke.open(key(), CLEAR, sealed));
        byte[] spoilt = sealed.encapsulated();
        for (int at : new int[] {0, 500, 1087, 1088, 1110}) {
            spoilt[at] ^= 1;
            assertInstanceOf(
                    Hpke.Opened.NotForThisKey.class,
                    Hpke.open(key(), INFO, new Hpke.Sealed(spoilt, sealed.ciphertext())));
            spoilt[at] ^= 1;
        }
    }
}
