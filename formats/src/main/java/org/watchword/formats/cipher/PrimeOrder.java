package org.watchword.formats.cipher;

import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519Field;

/// Whether bytes are a point of the prime order of edwards25519, in its one spelling (RFC 8032).
///
/// The curve has eight times as many points as that order; those of the order are the ones that are
/// eight times another. Halving shows it with a few roots in the field, where multiplying by the
/// order takes more than twice as long. In the curve's Montgomery form v² = u·(u² + A·u + 1)
///
/// ```
/// a point is twice another   when u = z² and u² + A·u + 1 = s²;
/// the other has              u' = u ± s + z·g, v' = u'·g, where g² = A + 2·(u ± s)
///                            and only one of the two signs gives a square;
/// it is four times a third   when (v' − w·u')² / u' is a fourth power, where w² = A + 2
/// ```
///
/// (Pornin: "Point-Halving and Subgroup Membership in Twisted Edwards Curves", 2022; Koshelev:
/// "Subgroup membership testing on elliptic curves via the Tate pairing", 2022.) The field is
/// Bouncy Castle's. Nothing here is secret, so how long it takes may depend on the point.
final class PrimeOrder {
    private static final int A = 486_662;
    private static final int[] ONE = number(1);
    private static final int[] W = root(number(A + 2), ONE).orElseThrow();

    private PrimeOrder() {}

    /// The neutral point is not of that order. Second spellings need no look: there are some for
    /// the heights 0 to 18 only, and no point of the order stands at any of these.
    ///
    /// @param from 32 bytes or more, of which the first 32 count
    static boolean has(byte[] from) {
        int[] y = X25519Field.create();
        X25519Field.decode255(from, y);
        return isEightTimesAnother(plus(ONE, y), minus(ONE, y));
    }

    /// Of the point whose u is `above / below`.
    private static boolean isEightTimesAnother(int[] above, int[] below) {
        return root(above, below)
                .flatMap(z -> {
                    int[] u = times(z, z);
                    return root(plus(times(u, plus(u, number(A))), ONE), ONE)
                            .map(s -> isHalfFourTimesAnother(u, z, s));
                })
                .orElse(false);
    }

    private static boolean isHalfFourTimesAnother(int[] u, int[] z, int[] s) {
        int[] sum = plus(u, s);
        Optional<int[]> slope = slope(sum);
        if (slope.isEmpty()) {
            sum = minus(u, s);
            slope = slope(sum);
        }
        int[] g = slope.orElseThrow();
        int[] half = plus(sum, times(z, g));
        int[] tangent = minus(g, W);
        return isFourthPower(times(half, times(tangent, tangent)));
    }

    private static Optional<int[]> slope(int[] sum) {
        return root(plus(number(A), plus(sum, sum)), ONE);
    }

    private static Optional<int[]> root(int[] above, int[] below) {
        int[] root = X25519Field.create();
        return X25519Field.sqrtRatioVar(above, below, root) ? Optional.of(root) : Optional.empty();
    }

    /// Whether x to the power of (p − 1) / 4 = 2²⁵³ − 5 is one.
    private static boolean isFourthPower(int[] x) {
        int[] x2 = joined(x, 1, x);
        int[] x3 = joined(x2, 1, x);
        int[] x5 = joined(x3, 2, x2);
        int[] x10 = joined(x5, 5, x5);
        int[] x15 = joined(x10, 5, x5);
        int[] x25 = joined(x15, 10, x10);
        int[] x50 = joined(x25, 25, x25);
        int[] x125 = joined(joined(x50, 50, x50), 25, x25);
        int[] x250 = joined(x125, 125, x125);
        int[] power = minus(joined(x250, 3, x2), ONE);
        X25519Field.normalize(power);
        return X25519Field.isZeroVar(power);
    }

    /// The head squared so often, times the tail: exponents that are ones in binary are put
    /// together so.
    private static int[] joined(int[] head, int squarings, int[] tail) {
        int[] out = X25519Field.create();
        X25519Field.sqr(head, squarings, out);
        X25519Field.mul(out, tail, out);
        return out;
    }

    private static int[] times(int[] x, int[] y) {
        int[] out = X25519Field.create();
        X25519Field.mul(x, y, out);
        return out;
    }

    private static int[] plus(int[] x, int[] y) {
        int[] out = X25519Field.create();
        X25519Field.add(x, y, out);
        X25519Field.carry(out);
        return out;
    }

    private static int[] minus(int[] x, int[] y) {
        int[] out = X25519Field.create();
        X25519Field.sub(x, y, out);
        X25519Field.carry(out);
        return out;
    }

    private static int[] number(int value) {
        int[] out = X25519Field.create();
        out[0] = value;
        return out;
    }
}
