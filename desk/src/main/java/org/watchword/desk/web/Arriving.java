package org.watchword.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// The bytes of a body while they arrive, seen through a window of fixed size and handed on piece
/// by piece.
final class Arriving implements AutoCloseable {
    private static final int WINDOW = 16 * 1024;

    private final InputStream body;
    private final Runnable inTime;
    private final byte[] window = new byte[WINDOW];
    private int at;
    private int end;
    private long all;

    /// @param inTime throws when it takes too long
    Arriving(InputStream body, Runnable inTime) {
        this.body = body;
        this.inTime = inTime;
    }

    /// Hands on everything before a mark, and passes the mark.
    ///
    /// @return false when the body ended before one came
    boolean upTo(byte[] mark, Gathered into) throws IOException {
        while (true) {
            int found = find(mark);
            if (found >= 0) {
                into.take(window, at, found);
                at = found + mark.length;
                return true;
            }
            int sure = Math.max(at, end - (mark.length - 1));
            into.take(window, at, sure);
            at = sure;
            if (!more()) {
                return false;
            }
        }
    }

    /// Passes exactly these bytes; nothing of anything else is passed.
    boolean passes(byte[] wanted) throws IOException {
        while (end - at < wanted.length) {
            if (!more()) {
                return false;
            }
        }
        boolean same = isAt(at, wanted);
        if (same) {
            at += wanted.length;
        }
        return same;
    }

    boolean isAtItsEnd() throws IOException {
        return at == end && !more();
    }

    private int find(byte[] mark) {
        for (int from = at; from <= end - mark.length; from++) {
            if (window[from] == mark[0] && isAt(from, mark)) {
                return from;
            }
        }
        return -1;
    }

    private boolean isAt(int from, byte[] wanted) {
        return Arrays.equals(window, from, from + wanted.length, wanted, 0, wanted.length);
    }

    /// Lets some more arrive; false at the end of the body.
    private boolean more() throws IOException {
        if (at > 0) {
            System.arraycopy(window, at, window, 0, end - at);
            end -= at;
            at = 0;
        }
        int n = body.read(window, end, window.length - end);
        if (n < 0) {
            return false;
        }
        end += n;
        all += n;
        if (all > Limits.UPLOAD_BYTES) {
            throw new FormRefusal(413, Sentence.of("web.form.too_large_file"));
        }
        inTime.run();
        return true;
    }

    @Override
    public void close() {
        Arrays.fill(window, (byte) 0);
    }
}
