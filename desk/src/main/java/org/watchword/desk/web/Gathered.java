package org.watchword.desk.web;

import java.util.Arrays;

/// Bytes that are gathered up to a limit, beyond which they are counted no more and forgotten. What
/// it leaves behind as it grows is zeroed.
final class Gathered implements AutoCloseable {
    private static final int FIRST = 1024;

    private final int most;
    private byte[] bytes = new byte[0];
    private int length;
    private boolean tooMany;

    Gathered(int most) {
        this.most = most;
    }

    void take(byte[] from, int begin, int end) {
        int n = end - begin;
        if (tooMany || n == 0) {
            return;
        }
        if (n > most - length) {
            tooMany = true;
            close();
            return;
        }
        if (length + n > bytes.length) {
            int room = Math.max(FIRST, Math.max(length + n, 2 * bytes.length));
            grow(Math.min(most, room));
        }
        System.arraycopy(from, begin, bytes, length, n);
        length += n;
    }

    private void grow(int room) {
        byte[] grown = new byte[room];
        System.arraycopy(bytes, 0, grown, 0, length);
        Arrays.fill(bytes, (byte) 0);
        bytes = grown;
    }

    boolean isTooMany() {
        return tooMany;
    }

    int length() {
        return length;
    }

    /// What was gathered, by itself: from now on the caller's to zero.
    byte[] exactly() {
        byte[] all = Arrays.copyOf(bytes, length);
        close();
        return all;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        bytes = new byte[0];
        length = 0;
    }
}
