package org.watchword.formats.cipher;

import org.bouncycastle.math.ec.rfc7748.X25519Field;

/// A sum of points of edwards25519, in extended coordinates, which begins as the neutral one. The
/// formulas hold for any two points, also for the same twice (Hisil, Wong, Carter, Dawson: "Twisted
/// Edwards Curves Revisited", 2008, sections 3.1 and 3.3).
///
/// It works in place, because a sum takes thousands of products. As in Bouncy Castle's own
/// formulas, a product takes numbers that are one sum or one difference of reduced ones.
final class ExtendedPoint {
    private static final int[] TWICE_D = NielsPoint.D.plus(NielsPoint.D).limbs();

    private final int[] x = X25519Field.create();
    private final int[] y = X25519Field.create();
    private final int[] z = X25519Field.create();
    private final int[] t = X25519Field.create();

    private final int[] a = X25519Field.create();
    private final int[] b = X25519Field.create();
    private final int[] c = X25519Field.create();
    private final int[] d = X25519Field.create();
    private final int[] e = X25519Field.create();
    private final int[] f = X25519Field.create();
    private final int[] g = X25519Field.create();
    private final int[] h = X25519Field.create();

    ExtendedPoint() {
        clear();
    }

    /// It is the neutral one again.
    void clear() {
        X25519Field.zero(x);
        X25519Field.one(y);
        X25519Field.one(z);
        X25519Field.zero(t);
    }

    void add(NielsPoint other) {
        X25519Field.apm(y, x, b, a);
        X25519Field.mul(a, other.difference().limbs(), a);
        X25519Field.mul(b, other.sum().limbs(), b);
        X25519Field.mul(t, other.product().limbs(), c);
        X25519Field.apm(b, a, h, e);
        X25519Field.apm(z, c, g, f);
        multiply();
    }

    void add(ExtendedPoint other) {
        X25519Field.apm(y, x, b, a);
        X25519Field.apm(other.y, other.x, d, c);
        X25519Field.mul(a, c, a);
        X25519Field.mul(b, d, b);
        X25519Field.mul(t, other.t, c);
        X25519Field.mul(c, TWICE_D, c);
        X25519Field.add(other.z, other.z, d);
        X25519Field.mul(z, d, d);
        X25519Field.apm(b, a, h, e);
        X25519Field.apm(d, c, g, f);
        multiply();
    }

    /// Doubles it so often.
    void twice(int times) {
        for (int i = 0; i < times; i++) {
            X25519Field.sqr(x, a);
            X25519Field.sqr(y, b);
            X25519Field.add(z, z, c);
            X25519Field.mul(z, c, c);
            X25519Field.add(x, y, e);
            X25519Field.sqr(e, e);
            X25519Field.apm(a, b, h, g);
            X25519Field.carry(g);
            X25519Field.add(c, g, f);
            X25519Field.carry(h);
            X25519Field.sub(h, e, e);
            multiply();
        }
    }

    private void multiply() {
        X25519Field.mul(e, f, x);
        X25519Field.mul(g, h, y);
        X25519Field.mul(f, g, z);
        X25519Field.mul(e, h, t);
    }

    NielsPoint niels() {
        FieldElement below = FieldElement.copied(z).inverted();
        return NielsPoint.of(
                FieldElement.copied(x).times(below), FieldElement.copied(y).times(below));
    }

    boolean isNeutral() {
        FieldElement height = FieldElement.copied(z);
        return FieldElement.copied(x).isZero()
                && FieldElement.copied(y).minus(height).isZero()
                && !height.isZero();
    }
}
