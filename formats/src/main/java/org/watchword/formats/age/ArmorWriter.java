package org.watchword.formats.age;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Writes an age file as text. It has its end only after {@link #finish}; the stream it writes to
/// stays open.
public final class ArmorWriter extends OutputStream {
    private static final int LINES = 512;

    private final OutputStream out;
    private final byte[] held = new byte[LINES * Armor.LINE_BYTES];
    private int filled;
    private boolean begun;
    private boolean finished;

    public ArmorWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one});
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (finished) {
            throw new IllegalStateException("this armor has its end");
        }
        int at = from;
        while (at < from + length) {
            if (filled == held.length) {
                writeLines();
            }
            int some = Math.min(held.length - filled, from + length - at);
            System.arraycopy(bytes, at, held, filled, some);
            filled += some;
            at += some;
        }
    }

    private void writeLines() throws IOException {
        var text = new StringBuilder();
        if (!begun) {
            begun = true;
            text.append(Armor.BEGIN).append('\n');
        }
        for (int at = 0; at < filled; at += Armor.LINE_BYTES) {
            byte[] line = Arrays.copyOfRange(held, at, Math.min(filled, at + Armor.LINE_BYTES));
            text.append(Base64.getEncoder().encodeToString(line)).append('\n');
        }
        filled = 0;
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /// Writes the last line.
    public void finish() throws IOException {
        writeLines();
        finished = true;
        out.write((Armor.END + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void flush() {
        // A line is written once it is whole.
    }
}
