package org.watchword.formats.age;

import java.io.IOException;
import java.io.InputStream;

/// The measures of an armored file: strict PEM (RFC 7468, 3, figure 3).
public final class Armor {
    static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
    static final String END = "-----END AGE ENCRYPTED FILE-----";
    static final int COLUMNS = 64;
    static final int LINE_BYTES = 48;

    /// So much white space may stand before an armored file, and behind it.
    static final int MOST_WHITE = 1024;

    static boolean isWhite(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /// Whether what follows is meant to be armor: a binary file begins with a letter. Nothing is
    /// taken away.
    ///
    /// @param in with `mark`
    public static boolean begins(InputStream in) throws IOException {
        in.mark(MOST_WHITE + 2);
        int c = in.read();
        for (int i = 0; i < MOST_WHITE && isWhite(c); i++) {
            c = in.read();
        }
        in.reset();
        return c == '-';
    }

    private Armor() {}
}
