package org.watchword.formats.age;

import java.io.IOException;
import java.io.InputStream;

/// The lines of a header, read byte by byte: what stands behind it is left where it is.
final class HeaderLines {
    private final InputStream in;
    private int left;

    /// @param most bytes of a whole header
    HeaderLines(InputStream in, int most) {
        this.in = in;
        this.left = most;
    }

    /// A line without its end, which is one LF and nothing else. A byte is a character here, so
    /// that what is no ASCII is seen and refused.
    ///
    /// @throws AgeFailure when there is none, or the header is too long
    String next() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || --left <= 0) {
                throw new AgeFailure(Failure.HEADER_MALFORMED);
            }
            line.append((char) c);
        }
        left--;
        return line.toString();
    }
}
