package org.watchword.formats.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes values one after the other, each in its one spelling.
public final class CborWriter {
    /// Most of what is written is the place of something: a few identifiers.
    private static final int SHORT = 128;

    private final ByteArrayOutputStream out;

    public CborWriter() {
        this(SHORT);
    }

    /// @param expected how long it gets, so that nothing is moved while it grows
    public CborWriter(int expected) {
        out = new ByteArrayOutputStream(expected);
    }

    /// The head of an array; its items follow.
    public CborWriter array(int items) {
        return head(Major.ARRAY, items);
    }

    /// A number from 0 on.
    ///
    /// @throws IllegalArgumentException when it is negative
    public CborWriter number(long value) {
        return head(Major.NUMBER, value);
    }

    public CborWriter bytes(byte[] value) {
        head(Major.BYTES, value.length);
        out.writeBytes(value);
        return this;
    }

    public CborWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        head(Major.TEXT, utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    public byte[] written() {
        return out.toByteArray();
    }

    private CborWriter head(Major major, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("numbers begin at 0");
        }
        int width = Major.width(value);
        if (width == 0) {
            out.write(major.bits | (int) value);
            return this;
        }
        out.write(major.bits | Major.first(width));
        for (int i = width - 1; i >= 0; i--) {
            out.write((int) (value >>> (Byte.SIZE * i)));
        }
        return this;
    }
}
