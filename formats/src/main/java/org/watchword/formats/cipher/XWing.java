package org.watchword.formats.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/// X-Wing, a key encapsulation that holds while either of its halves does: ML-KEM-768 (FIPS 203),
/// which a quantum computer does not break, and X25519 (RFC 7748). It is MLKEM768-X25519 of
/// draft-ietf-hpke-pq; the order of everything is from `filippo.io/hpke-pq`.
public final class XWing {
    public static final int SEED_BYTES = 32;
    public static final int PUBLIC_BYTES = 1216;
    public static final int ENCAPSULATED_BYTES = 1120;

    private static final MLKEMParameters ML_KEM = MLKEMParameters.ml_kem_768;
    private static final int ML_KEM_PUBLIC_BYTES = 1184;
    private static final int ML_KEM_ENCAPSULATED_BYTES = 1088;
    private static final int ML_KEM_SEED_BYTES = 64;
    private static final int POLYNOMIAL_BYTES = 1152;
    private static final int MODULUS = 3329;
    private static final byte[] LABEL = "\\.//^\\".getBytes(StandardCharsets.US_ASCII);

    /// What one side sends, and the secret both come to.
    public static final class Encapsulation {
        private final Key secret;
        private final byte[] encapsulated;

        private Encapsulation(Key secret, byte[] encapsulated) {
            this.secret = secret;
            this.encapsulated = encapsulated;
        }

        /// Its owner closes it.
        public Key secret() {
            return secret;
        }

        public byte[] encapsulated() {
            return encapsulated.clone();
        }
    }

    /// The public key of a seed.
    public static byte[] publicKey(Key seed) {
        try (var expanded = Expanded.of(seed)) {
            return joined(expanded.mlKem.getPublicKey(), X25519.share(expanded.x25519));
        }
    }

    /// Whether bytes are a public key: its numbers are reduced (FIPS 203, 7.2), its point is no
    /// point of low order.
    public static boolean isSound(byte[] publicKey) {
        return publicKey.length == PUBLIC_BYTES
                && isReduced(publicKey)
                && X25519.isSound(tail(publicKey, ML_KEM_PUBLIC_BYTES));
    }

    private static boolean isReduced(byte[] publicKey) {
        for (int at = 0; at < POLYNOMIAL_BYTES; at += 3) {
            int three =
                    (publicKey[at] & 0xff)
                            | (publicKey[at + 1] & 0xff) << 8
                            | (publicKey[at + 2] & 0xff) << 16;
            if ((three & 0xfff) >= MODULUS || (three >>> 12) >= MODULUS) {
                return false;
            }
        }
        return true;
    }

    /// A fresh secret for whoever holds the seed.
    ///
    /// @throws IllegalArgumentException when the public key is not sound
    public static Encapsulation encapsulate(byte[] publicKey, SecureRandom random) {
        if (!isSound(publicKey)) {
            throw new IllegalArgumentException("no sound X-Wing public key");
        }
        byte[] point = tail(publicKey, ML_KEM_PUBLIC_BYTES);
        var lattice =
                new MLKEMPublicKeyParameters(ML_KEM, Arrays.copyOf(publicKey, ML_KEM_PUBLIC_BYTES));
        byte[] ephemeral = new byte[X25519.BYTES];
        random.nextBytes(ephemeral);
        byte[] share = X25519.share(ephemeral);
        byte[] agreed = X25519.agree(ephemeral, point).orElseThrow();
        Arrays.fill(ephemeral, (byte) 0);
        var encapsulated = new MLKEMGenerator(random).generateEncapsulated(lattice);
        Key secret = combined(encapsulated.getSecret(), agreed, share, point);
        return new Encapsulation(secret, joined(encapsulated.getEncapsulation(), share));
    }

    /// The secret that was encapsulated; empty when the X25519 half is a point of low order. What
    /// was spoilt otherwise comes to another secret, which opens nothing (implicit rejection).
    public static Optional<Key> decapsulate(Key seed, byte[] encapsulated) {
        try (var expanded = Expanded.of(seed)) {
            byte[] share = tail(encapsulated, ML_KEM_ENCAPSULATED_BYTES);
            byte[] lattice = Arrays.copyOf(encapsulated, ML_KEM_ENCAPSULATED_BYTES);
            return X25519.agree(expanded.x25519, share)
                    .map(agreed ->
                            combined(
                                    new MLKEMExtractor(expanded.mlKem).extractSecret(lattice),
                                    agreed,
                                    share,
                                    X25519.share(expanded.x25519)));
        }
    }

    private static Key combined(byte[] lattice, byte[] agreed, byte[] share, byte[] point) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA3-256");
            hash.update(lattice);
            hash.update(agreed);
            hash.update(share);
            hash.update(point);
            hash.update(LABEL);
            return Key.taking(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA3-256", e);
        } finally {
            Arrays.fill(lattice, (byte) 0);
            Arrays.fill(agreed, (byte) 0);
        }
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        return ByteBuffer.allocate(head.length + tail.length).put(head).put(tail).array();
    }

    private static byte[] tail(byte[] whole, int from) {
        return Arrays.copyOfRange(whole, from, whole.length);
    }

    /// A seed stretched by SHAKE256 into the secrets of both halves.
    private static final class Expanded implements AutoCloseable {
        private final MLKEMPrivateKeyParameters mlKem;
        private final byte[] x25519;

        private Expanded(MLKEMPrivateKeyParameters mlKem, byte[] x25519) {
            this.mlKem = mlKem;
            this.x25519 = x25519;
        }

        static Expanded of(Key seed) {
            byte[] short32 = seed.getEncoded();
            byte[] long96 = new byte[ML_KEM_SEED_BYTES + X25519.BYTES];
            var shake = new SHAKEDigest(256);
            shake.update(short32, 0, short32.length);
            shake.doFinal(long96, 0, long96.length);
            byte[] lattice = Arrays.copyOf(long96, ML_KEM_SEED_BYTES);
            try {
                return new Expanded(
                        new MLKEMPrivateKeyParameters(ML_KEM, lattice),
                        tail(long96, ML_KEM_SEED_BYTES));
            } finally {
                Arrays.fill(short32, (byte) 0);
                Arrays.fill(long96, (byte) 0);
                Arrays.fill(lattice, (byte) 0);
            }
        }

        @Override
        public void close() {
            mlKem.destroy();
            Arrays.fill(x25519, (byte) 0);
        }
    }

    private XWing() {}
}
