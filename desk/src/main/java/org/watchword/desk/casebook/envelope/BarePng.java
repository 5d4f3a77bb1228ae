package org.watchword.desk.casebook.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/// A PNG (ISO/IEC 15948) with nothing in it but its picture: the chunks that make it, and those
/// that say how its colours and what is transparent are meant, stay byte for byte. Texts, times,
/// places, moving pictures and whatever stands behind its end are left out. Nothing is decoded.
final class BarePng {
    private static final int SIGNATURE_BYTES = 8;
    private static final int NAME_BYTES = 4;
    private static final int AROUND_BYTES = 4 + NAME_BYTES + 4;
    private static final String FIRST = "IHDR";
    private static final String PICTURE = "IDAT";
    private static final String LAST = "IEND";
    private static final Set<String> STAY =
            Set.of(FIRST, "PLTE", PICTURE, LAST, "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD");

    private final ByteBuffer from;
    private final ByteBuffer to;

    private BarePng(byte[] file) {
        from = ByteBuffer.wrap(file);
        to = ByteBuffer.allocate(file.length);
    }

    /// Empty when it is not whole, cut off or changed on the way; or too large to be shown.
    ///
    /// @param file begins as a PNG does
    static Optional<byte[]> of(byte[] file) {
        if (file.length < SIGNATURE_BYTES) {
            return Optional.empty();
        }
        var bare = new BarePng(file);
        try {
            return bare.walked()
                    ? Optional.of(Arrays.copyOf(bare.to.array(), bare.to.position()))
                    : Optional.empty();
        } finally {
            Arrays.fill(bare.to.array(), (byte) 0);
        }
    }

    /// From chunk to chunk, up to the last.
    private boolean walked() {
        copied(SIGNATURE_BYTES);
        boolean begun = false;
        boolean pictured = false;
        while (from.remaining() >= AROUND_BYTES) {
            int length = from.getInt(from.position());
            if (length < 0 || length > from.remaining() - AROUND_BYTES) {
                return false;
            }
            String name = name();
            if (begun == name.equals(FIRST)) {
                return false;
            }
            begun = true;
            if (name.equals(FIRST) && !canBeShown(length)) {
                return false;
            }
            pictured |= name.equals(PICTURE);
            if (!STAY.contains(name)) {
                from.position(from.position() + AROUND_BYTES + length);
            } else if (!isWhole(length)) {
                return false;
            } else {
                copied(AROUND_BYTES + length);
            }
            if (name.equals(LAST)) {
                return pictured;
            }
        }
        return false;
    }

    /// By the sizes at the beginning of the first chunk.
    private boolean canBeShown(int length) {
        int at = from.position() + 4 + NAME_BYTES;
        return length >= 2 * Integer.BYTES
                && FileKind.canBeShown(from.getInt(at), from.getInt(at + Integer.BYTES));
    }

    private String name() {
        return new String(
                from.array(), from.position() + 4, NAME_BYTES, StandardCharsets.ISO_8859_1);
    }

    /// Whether a chunk is as it was written, by the sum at its end.
    private boolean isWhole(int length) {
        var sum = new CRC32();
        sum.update(from.array(), from.position() + 4, NAME_BYTES + length);
        int wanted = from.getInt(from.position() + 4 + NAME_BYTES + length);
        return (int) sum.getValue() == wanted;
    }

    private void copied(int bytes) {
        to.put(from.array(), from.position(), bytes);
        from.position(from.position() + bytes);
    }
}
