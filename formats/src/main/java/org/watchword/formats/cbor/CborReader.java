package org.watchword.formats.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads values one after the other; the caller says what must come next.
public final class CborReader {
    private final byte[] bytes;
    private int at;

    /// Reads the array itself, not a copy.
    public CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The head of an array, and how many items follow.
    public int array(int fewest, int most) throws NotCanonical {
        return length(Major.ARRAY, fewest, most);
    }

    public long number(long most) throws NotCanonical {
        long value = head(Major.NUMBER);
        if (value > most) {
            throw new NotCanonical("a larger number than is allowed");
        }
        return value;
    }

    public byte[] bytes(int fewest, int most) throws NotCanonical {
        int length = length(Major.BYTES, fewest, most);
        at += present(length);
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public String text(int most) throws NotCanonical {
        int length = length(Major.TEXT, 0, most);
        at += present(length);
        try {
            var utf8 = ByteBuffer.wrap(bytes, at - length, length);
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw new NotCanonical("text that is no UTF-8");
        }
    }

    /// Nothing is left.
    public void end() throws NotCanonical {
        if (at != bytes.length) {
            throw new NotCanonical("something behind the end");
        }
    }

    private int length(Major major, int fewest, int most) throws NotCanonical {
        long length = head(major);
        if (length < fewest || length > most) {
            throw new NotCanonical("a length that is not allowed");
        }
        return (int) length;
    }

    private long head(Major major) throws NotCanonical {
        byte first = bytes[at + present(1) - 1];
        int width = Major.widthOf(first);
        if (!major.begins(first) || width < 0) {
            throw new NotCanonical("another kind of value, or none that is used here");
        }
        at++;
        if (width == 0) {
            return Major.low(first);
        }
        long value = 0;
        int end = at + present(width);
        while (at < end) {
            value = (value << Byte.SIZE) | (bytes[at++] & 0xff);
        }
        // From 2^63 on it looks negative, and has no width.
        if (Major.width(value) != width) {
            throw new NotCanonical("a number that is too large or not as short as it can be");
        }
        return value;
    }

    /// So many, when they are there.
    private int present(int wanted) throws NotCanonical {
        if (bytes.length - at < wanted) {
            throw new NotCanonical("the end too early");
        }
        return wanted;
    }
}
