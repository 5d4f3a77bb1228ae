package org.watchword.formats.age;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/// Reads an age file that was written as text, in the one spelling it has; LF and CRLF may end its
/// lines, but not both in one file. White space may stand before and behind.
///
/// It reads to the end of what it is given, and nothing but white space may stand there.
public final class ArmorReader extends InputStream {
    private static final byte[] NOTHING = {};
    private static final int MOST_COLUMNS = Armor.COLUMNS + 1;

    private final InputStream in;
    private byte[] line = NOTHING;
    private int at;
    private boolean begun;

    /// After a line that can only be the last.
    private boolean mustEnd;

    private boolean ended;

    /// Whether lines end with CRLF; the first one says it.
    private boolean crlf;

    public ArmorReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = 0;
        while (read < length) {
            if (at == line.length && !advance()) {
                return read == 0 ? -1 : read;
            }
            int some = Math.min(length - read, line.length - at);
            System.arraycopy(line, at, into, from + read, some);
            at += some;
            read += some;
        }
        return read;
    }

    /// The next line; false at the end.
    private boolean advance() throws IOException {
        if (ended) {
            return false;
        }
        if (!begun) {
            begin();
        }
        String text = nextLine();
        if (text.equals(Armor.END)) {
            ended = true;
            nothingButWhite();
            return false;
        }
        if (mustEnd) {
            throw malformed();
        }
        line = decoded(text);
        mustEnd = line.length < Armor.LINE_BYTES;
        at = 0;
        return true;
    }

    private static byte[] decoded(String text) throws AgeFailure {
        if (text.isEmpty() || text.length() > Armor.COLUMNS) {
            throw malformed();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // A full line has no bits left over and no padding, so it has one spelling.
            boolean one =
                    bytes.length == Armor.LINE_BYTES
                            || Base64.getEncoder().encodeToString(bytes).equals(text);
            if (one) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private void begin() throws IOException {
        begun = true;
        int white = 0;
        in.mark(1);
        int c = in.read();
        while (Armor.isWhite(c) && white++ < Armor.MOST_WHITE) {
            in.mark(1);
            c = in.read();
        }
        in.reset();
        var text = new StringBuilder();
        for (c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || text.length() > MOST_COLUMNS) {
                throw malformed();
            }
            text.append((char) c);
        }
        crlf = !text.isEmpty() && text.charAt(text.length() - 1) == '\r';
        if (!text.toString().equals(Armor.BEGIN + (crlf ? "\r" : ""))) {
            throw malformed();
        }
    }

    /// A line without its end. Only the very last may have none.
    private String nextLine() throws IOException {
        var text = new StringBuilder();
        int c = in.read();
        while (c >= 0 && c != '\n') {
            if (text.length() > MOST_COLUMNS) {
                throw malformed();
            }
            text.append((char) c);
            c = in.read();
        }
        String whole = text.toString();
        if (c < 0) {
            if (whole.equals(Armor.END)) {
                return whole;
            }
            throw malformed();
        }
        if (!crlf) {
            return whole;
        }
        if (!whole.endsWith("\r")) {
            throw malformed();
        }
        return whole.substring(0, whole.length() - 1);
    }

    private void nothingButWhite() throws IOException {
        int white = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (!Armor.isWhite(c) || ++white > Armor.MOST_WHITE) {
                throw malformed();
            }
        }
    }

    private static AgeFailure malformed() {
        return new AgeFailure(Failure.ARMOR_MALFORMED);
    }
}
