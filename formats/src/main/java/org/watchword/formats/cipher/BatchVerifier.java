package org.watchword.formats.cipher;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SHA512Digest;

/// Many Ed25519 signatures as one sum (Bernstein, Duif, Lange, Schwabe, Yang: "High-speed
/// high-security signatures", 2011, section 5): each equation S·B = R + h·A of RFC 8032, times a
/// number that is drawn for it, and all of them added up.
///
/// The numbers have 128 bits and are drawn here and now, so nobody who signs knows them: where one
/// signature is wrong, the sum comes out with a probability of 2⁻¹²⁸. All points are of the prime
/// order ({@link PrimeOrder}), where the equations with the cofactor and without it say the same,
/// and so does their sum. It never says which one is wrong: what it refuses is verified one by one,
/// by {@link VerifyingKey#isSigned}. Nothing here is secret.
public final class BatchVerifier {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final int SCALAR_BYTES = 32;

    /// The point B, whose y is 4/5 and whose x is even.
    private static final NielsPoint.Halves BASE =
            NielsPoint.Halves.of(HexFormat.of().parseHex("58" + "66".repeat(31))).orElseThrow();

    private final SecureRandom random;

    public BatchVerifier(SecureRandom random) {
        this.random = random;
    }

    /// That somebody signed a message.
    public static final class Claim {
        private final VerifyingKey by;
        private final byte[] message;
        private final byte[] signature;

        /// The bytes are nobody else's from now on.
        public Claim(VerifyingKey by, byte[] message, byte[] signature) {
            this.by = by;
            this.message = message;
            this.signature = signature;
        }

        /// Whether it is true.
        public boolean isSound() {
            return by.isSigned(message, signature);
        }

        /// R, where it is of the prime order and S below it.
        private Optional<NielsPoint.Spelt> r() {
            return signature.length == VerifyingKey.SIGNATURE_BYTES && s().compareTo(ORDER) < 0
                    ? NielsPoint.Spelt.of(signature)
                    : Optional.empty();
        }

        private BigInteger s() {
            return number(Arrays.copyOfRange(signature, SCALAR_BYTES, 2 * SCALAR_BYTES));
        }

        /// SHA-512(R ‖ A ‖ message).
        private BigInteger h() {
            var hash = new SHA512Digest();
            byte[] author = by.bytes();
            hash.update(signature, 0, SCALAR_BYTES);
            hash.update(author, 0, author.length);
            hash.update(message, 0, message.length);
            byte[] out = new byte[hash.getDigestSize()];
            hash.doFinal(out, 0);
            return number(out);
        }
    }

    /// Whether all of them are true.
    public boolean areSound(List<Claim> claims) {
        List<NielsPoint.Spelt> points = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            Optional<NielsPoint.Spelt> point = claim.r();
            if (point.isEmpty()) {
                return false;
            }
            points.add(point.get());
        }
        return comesToNothing(claims, NielsPoint.all(points));
    }

    /// All R, plus for each author the sum of h times A, minus the sum of S times B.
    private boolean comesToNothing(List<Claim> claims, List<NielsPoint> points) {
        var sum = new Multiples();
        BigInteger ofBase = BigInteger.ZERO;
        Map<VerifyingKey, BigInteger> ofAuthors = new LinkedHashMap<>();
        for (int i = 0; i < points.size(); i++) {
            Claim claim = claims.get(i);
            byte[] drawn = new byte[Multiples.FACTOR_BYTES];
            random.nextBytes(drawn);
            BigInteger factor = number(drawn);
            sum.add(points.get(i), drawn);
            ofAuthors.merge(claim.by, factor.multiply(claim.h()), BigInteger::add);
            ofBase = ofBase.subtract(factor.multiply(claim.s()));
        }
        ofAuthors.forEach((author, factor) -> sum.add(author.halves(), factor.mod(ORDER)));
        sum.add(BASE, ofBase.mod(ORDER));
        return sum.isNeutral();
    }

    /// The lowest byte first.
    private static BigInteger number(byte[] from) {
        byte[] turned = new byte[from.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = from[turned.length - 1 - i];
        }
        return new BigInteger(1, turned);
    }

    /// Points, each so many times, all added up: of every factor four bits after the other, and for
    /// those the points with the same four come together first (Pippenger, 1976).
    private static final class Multiples {
        static final int FACTOR_BYTES = 16;

        private static final int BITS = 4;
        private static final int MASK = 15;

        private final List<NielsPoint> points = new ArrayList<>();
        private final List<byte[]> factors = new ArrayList<>();

        private final ExtendedPoint sum = new ExtendedPoint();
        private final ExtendedPoint fromHere = new ExtendedPoint();
        private final ExtendedPoint[] alike =
                Stream.generate(ExtendedPoint::new).limit(MASK + 1).toArray(ExtendedPoint[]::new);

        void add(NielsPoint point, byte[] factor) {
            points.add(point);
            factors.add(factor);
        }

        /// A factor of up to 256 bits, in halves.
        void add(NielsPoint.Halves point, BigInteger factor) {
            byte[] bytes = new byte[2 * FACTOR_BYTES];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = factor.shiftRight(i * Byte.SIZE).byteValue();
            }
            add(point.low(), Arrays.copyOf(bytes, FACTOR_BYTES));
            add(point.high(), Arrays.copyOfRange(bytes, FACTOR_BYTES, bytes.length));
        }

        boolean isNeutral() {
            for (int digit = 2 * FACTOR_BYTES - 1; digit >= 0; digit--) {
                sum.twice(BITS);
                addAll(digit);
            }
            return sum.isNeutral();
        }

        private void addAll(int digit) {
            for (ExtendedPoint one : alike) {
                one.clear();
            }
            for (int i = 0; i < points.size(); i++) {
                alike[factors.get(i)[digit / 2] >> (digit % 2 * BITS) & MASK].add(points.get(i));
            }
            fromHere.clear();
            for (int times = MASK; times > 0; times--) {
                fromHere.add(alike[times]);
                sum.add(fromHere);
            }
        }
    }
}
