package org.watchword.formats.age;

import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.Chacha;
import org.watchword.formats.cipher.Key;

/// A few chunks that one thread seals or opens at a time, with its own cipher and arrays that are
/// used again and again.
abstract sealed class Batch permits SealBatch, OpenBatch {
    static final int CHUNKS = 16;

    final Chacha cipher = new Chacha();
    final Key key;
    final byte[] in;
    final byte[] out;

    /// Number of the first chunk in the payload.
    long first;

    /// Bytes of `in` that count.
    int filled;

    /// Whether the payload ends with it.
    boolean last;

    /// Bytes of `out` that count, once it was worked on.
    int done;

    Optional<Failure> failure = Optional.empty();

    Batch(Key key, int in, int out) {
        this.key = key;
        this.in = new byte[in];
        this.out = new byte[out];
    }

    abstract void work();

    final boolean isFull() {
        return filled == in.length;
    }

    final int room() {
        return in.length - filled;
    }

    final void renew(long number) {
        first = number;
        filled = 0;
        done = 0;
        last = false;
        failure = Optional.empty();
    }

    final void zero() {
        Arrays.fill(in, (byte) 0);
        Arrays.fill(out, (byte) 0);
    }
}
