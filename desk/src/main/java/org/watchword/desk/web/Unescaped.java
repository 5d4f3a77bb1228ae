package org.watchword.desk.web;

/// Percent escapes and plus signs undone in place, from `from` on.
///
/// @param length the bytes that are left
/// @param sound false when a percent sign was not followed by two hex digits; it is kept as typed
record Unescaped(int length, boolean sound) {
    Unescaped(byte[] in, int from, int to) {
        this(undo(in, from, to));
    }

    private Unescaped(Unescaped other) {
        this(other.length, other.sound);
    }

    private static Unescaped undo(byte[] in, int from, int to) {
        boolean sound = true;
        int out = from;
        int at = from;
        while (at < to) {
            byte b = in[at];
            int high = b == '%' && at + 2 < to ? Character.digit(in[at + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(in[at + 2], 16) : -1;
            if (low >= 0) {
                in[out++] = (byte) (high << 4 | low);
                at += 3;
            } else {
                sound &= b != '%';
                in[out++] = b == '+' ? (byte) ' ' : b;
                at++;
            }
        }
        return new Unescaped(out - from, sound);
    }
}
