package org.watchword.formats.cbor;

/// The major types that we use (RFC 8949, 3.1), and how wide the number in a head is.
enum Major {
    NUMBER(0),
    BYTES(2),
    TEXT(3),
    ARRAY(4);

    /// Numbers below it stand in the first byte itself.
    private static final int IN_ITSELF = 24;

    private static final int LOW_BITS = 0x1f;
    private static final int TYPE_SHIFT = 5;

    final int bits;

    Major(int type) {
        this.bits = type << TYPE_SHIFT;
    }

    boolean begins(byte first) {
        return (first & ~LOW_BITS & 0xff) == bits;
    }

    /// The bytes behind the first that the number needs, and may have: 0, 1, 2, 4 or 8.
    static int width(long number) {
        if (number < IN_ITSELF) {
            return 0;
        }
        if (number <= 0xff) {
            return Byte.BYTES;
        }
        if (number <= 0xffff) {
            return Short.BYTES;
        }
        return number <= 0xffff_ffffL ? Integer.BYTES : Long.BYTES;
    }

    /// The low bits of a first byte behind which so many bytes hold the number.
    static int first(int width) {
        return IN_ITSELF + Integer.numberOfTrailingZeros(width);
    }

    static int low(byte first) {
        return first & LOW_BITS;
    }

    /// How many bytes behind the first hold the number; below 0 for what we do not use: reserved
    /// values, and a length that is told later.
    static int widthOf(byte first) {
        int low = low(first);
        if (low < IN_ITSELF) {
            return 0;
        }
        return low <= first(Long.BYTES) ? 1 << (low - IN_ITSELF) : -1;
    }
}
