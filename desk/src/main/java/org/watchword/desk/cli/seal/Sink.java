package org.watchword.desk.cli.seal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Where things are written to; what goes wrong there is told from what goes wrong in reading.
final class Sink extends FilterOutputStream {
    /// Whether anything was written at all.
    boolean any;

    Sink(OutputStream out) {
        super(out);
    }

    /// It takes nothing more.
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(IOException why) {
            super(why);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        any = true;
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw new Broken(e);
        }
    }
}
