package org.watchword.desk.web;

import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;

/// The buffers through which requests come in and answers go out. They lie outside of the heap and
/// are used again and again: what came in them, a passphrase in a form or a cookie in a header, is
/// zeroed as soon as nobody reads it any more.
final class ForgettingBuffers extends ByteBufferPool.Wrapper {
    ForgettingBuffers() {
        super(new ArrayByteBufferPool());
    }

    @Override
    public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
        return new Forgetting(super.acquire(size, direct));
    }

    private static final class Forgetting extends RetainableByteBuffer.Wrapper {
        Forgetting(RetainableByteBuffer pooled) {
            super(pooled);
        }

        @Override
        public boolean release() {
            forget();
            return super.release();
        }

        private void forget() {
            if (!isRetained()) {
                var all = getByteBuffer().duplicate().clear();
                while (all.remaining() >= Long.BYTES) {
                    all.putLong(0);
                }
                while (all.hasRemaining()) {
                    all.put((byte) 0);
                }
            }
        }
    }
}
