package org.watchword.desk.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/// A connection that takes only so many bytes from the other side: a server that talks without end
/// fills no memory.
final class CappedSocket extends Socket {
    private final long mostBytes;
    private @Nullable InputStream capped;

    CappedSocket(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// The other side said more than any sensible one would.
    static final class TooMuch extends IOException {
        TooMuch() {
            super("too much");
        }
    }

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (capped == null) {
            capped = new Capped(super.getInputStream(), mostBytes);
        }
        return capped;
    }

    private static final class Capped extends FilterInputStream {
        private long left;

        Capped(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count(n);
            return n;
        }

        private void count(int n) throws IOException {
            left -= Math.max(n, 0);
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }
}
