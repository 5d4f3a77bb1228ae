package org.watchword.desk.cli.seal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Where things are read from; how far it is shows.
final class Source extends FilterInputStream {
    private final Progress progress;
    private final boolean ours;

    /// @param ours to be closed; what the program was started with is not
    Source(InputStream in, Progress progress, boolean ours) {
        super(in);
        this.progress = progress;
        this.ours = ours;
    }

    @Override
    public void close() throws IOException {
        if (ours) {
            in.close();
        }
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        progress.moved(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        progress.moved(Math.max(0, read));
        return read;
    }

    /// What stands in front of a payload is read byte by byte: whoever wants to look ahead buffers.
    @Override
    public boolean markSupported() {
        return false;
    }
}
