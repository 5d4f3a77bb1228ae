package org.watchword.formats.cipher;

import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519Field;

/// A number modulo 2²⁵⁵ − 19, by Bouncy Castle. Nothing here is secret, so how long it takes may
/// depend on the number.
final class FieldElement {
    static final FieldElement ZERO = of(0);
    static final FieldElement ONE = of(1);

    /// Ten, reduced so far that they go into any of the operations.
    private final int[] limbs;

    private FieldElement(int[] limbs) {
        this.limbs = limbs;
    }

    static FieldElement of(int value) {
        int[] out = X25519Field.create();
        out[0] = value;
        return new FieldElement(out);
    }

    static FieldElement copied(int[] limbs) {
        return new FieldElement(limbs.clone());
    }

    /// As Bouncy Castle takes them; nobody writes into them.
    int[] limbs() {
        return limbs;
    }

    /// @param from 32 bytes or more, of which the first 32 count, without the highest bit
    static FieldElement read(byte[] from) {
        int[] out = X25519Field.create();
        X25519Field.decode255(from, out);
        return new FieldElement(out);
    }

    FieldElement times(FieldElement other) {
        int[] out = X25519Field.create();
        X25519Field.mul(limbs, other.limbs, out);
        return new FieldElement(out);
    }

    FieldElement squared() {
        return squared(1);
    }

    /// Squared so often, one after the other.
    FieldElement squared(int times) {
        int[] out = X25519Field.create();
        X25519Field.sqr(limbs, times, out);
        return new FieldElement(out);
    }

    FieldElement plus(FieldElement other) {
        int[] out = X25519Field.create();
        X25519Field.add(limbs, other.limbs, out);
        X25519Field.carry(out);
        return new FieldElement(out);
    }

    FieldElement minus(FieldElement other) {
        int[] out = X25519Field.create();
        X25519Field.sub(limbs, other.limbs, out);
        X25519Field.carry(out);
        return new FieldElement(out);
    }

    FieldElement negated() {
        return ZERO.minus(this);
    }

    /// One divided by it; zero for zero.
    FieldElement inverted() {
        int[] out = X25519Field.create();
        X25519Field.invVar(limbs, out);
        return new FieldElement(out);
    }

    /// Empty where there is none.
    Optional<FieldElement> root() {
        return rootOver(ONE);
    }

    /// The square root of this divided by another.
    Optional<FieldElement> rootOver(FieldElement below) {
        int[] root = X25519Field.create();
        return X25519Field.sqrtRatioVar(limbs, below.limbs, root)
                ? Optional.of(new FieldElement(root))
                : Optional.empty();
    }

    boolean isZero() {
        return X25519Field.isZeroVar(normal());
    }

    boolean isOdd() {
        return (normal()[0] & 1) == 1;
    }

    private int[] normal() {
        int[] out = limbs.clone();
        X25519Field.normalize(out);
        return out;
    }
}
