package org.watchword.formats.cipher;

import static org.watchword.formats.cipher.FieldElement.ONE;

import java.util.Optional;

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
    private static final FieldElement A = FieldElement.of(486_662);
    private static final FieldElement A_PLUS_2 = FieldElement.of(486_664);
    private static final FieldElement W = A_PLUS_2.root().orElseThrow();

    private PrimeOrder() {}

    /// Two roots by which the point is eight times another, and by which its x is known: a root of
    /// −A − 2, times z/s, or the same below zero.
    record Roots(FieldElement y, FieldElement z, FieldElement s) {
        private static final FieldElement BACK = A_PLUS_2.negated().root().orElseThrow();

        /// In the Montgomery form x is that root times u/v, and v is z·s.
        ///
        /// @param inverse one divided by s
        FieldElement x(FieldElement inverse) {
            return BACK.times(z).times(inverse);
        }
    }

    /// The neutral point is not of that order. Second spellings need no look: there are some for
    /// the heights 0 to 18 only, and no point of the order stands at any of these.
    ///
    /// @param from 32 bytes or more, of which the first 32 count
    static boolean has(byte[] from) {
        return roots(from).isPresent();
    }

    /// Empty for a point that is not of the order.
    static Optional<Roots> roots(byte[] from) {
        FieldElement y = FieldElement.read(from);
        return ONE.plus(y)
                .rootOver(ONE.minus(y))
                .flatMap(z -> {
                    FieldElement u = z.squared();
                    return u.times(u.plus(A))
                            .plus(ONE)
                            .root()
                            .filter(s -> isHalfFourTimesAnother(u, z, s))
                            .map(s -> new Roots(y, z, s));
                });
    }

    private static boolean isHalfFourTimesAnother(FieldElement u, FieldElement z, FieldElement s) {
        FieldElement sum = u.plus(s);
        Optional<FieldElement> slope = slope(sum);
        if (slope.isEmpty()) {
            sum = u.minus(s);
            slope = slope(sum);
        }
        FieldElement g = slope.orElseThrow();
        FieldElement half = sum.plus(z.times(g));
        return isFourthPower(half.times(g.minus(W).squared()));
    }

    private static Optional<FieldElement> slope(FieldElement sum) {
        return A.plus(sum.plus(sum)).root();
    }

    /// Whether x to the power of (p − 1) / 4 = 2²⁵³ − 5 is one.
    private static boolean isFourthPower(FieldElement x) {
        FieldElement x2 = joined(x, 1, x);
        FieldElement x3 = joined(x2, 1, x);
        FieldElement x5 = joined(x3, 2, x2);
        FieldElement x10 = joined(x5, 5, x5);
        FieldElement x15 = joined(x10, 5, x5);
        FieldElement x25 = joined(x15, 10, x10);
        FieldElement x50 = joined(x25, 25, x25);
        FieldElement x125 = joined(joined(x50, 50, x50), 25, x25);
        FieldElement x250 = joined(x125, 125, x125);
        return joined(x250, 3, x2).minus(ONE).isZero();
    }

    /// The head squared so often, times the tail: exponents that are ones in binary are put
    /// together so.
    private static FieldElement joined(FieldElement head, int squarings, FieldElement tail) {
        return head.squared(squarings).times(tail);
    }
}
