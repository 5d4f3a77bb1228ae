package org.watchword.desk.casebook.envelope;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Which side of a picture is up, and no more of what a camera writes as Exif (CIPA DC-008): a
/// telephone held upright writes its pictures lying, and says so there alone.
final class SideUp {
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final short LITTLE = 0x4949;
    private static final short BIG = 0x4d4d;
    private static final short TIFF = 42;
    private static final int HEAD_BYTES = 8;
    private static final int FIELD_BYTES = 12;
    private static final int NEXT_BYTES = 4;
    private static final short ORIENTATION = 0x0112;
    private static final short SHORT = 3;

    /// The sides there are; 1 is as it lies.
    private static final int MOST = 8;

    /// What stands for it in an Exif of its own; empty when it is up already, or nothing is said.
    static Optional<byte[]> in(byte[] bytes, int begin, int end) {
        boolean isExif =
                end - begin >= NAME.length + HEAD_BYTES
                        && Arrays.equals(bytes, begin, begin + NAME.length, NAME, 0, NAME.length);
        if (!isExif) {
            return Optional.empty();
        }
        int tiff = begin + NAME.length;
        return side(ByteBuffer.wrap(bytes, tiff, end - tiff).slice()).map(SideUp::written);
    }

    private static Optional<Short> side(ByteBuffer tiff) {
        short order = tiff.getShort(0);
        if (order != LITTLE && order != BIG) {
            return Optional.empty();
        }
        tiff.order(order == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = tiff.getInt(4);
        if (tiff.getShort(2) != TIFF || first < HEAD_BYTES || first > tiff.limit() - 2) {
            return Optional.empty();
        }
        int fields = tiff.getShort(first) & 0xffff;
        if (tiff.limit() - first - 2 < (long) fields * FIELD_BYTES + NEXT_BYTES) {
            return Optional.empty();
        }
        for (int at = first + 2; fields > 0; fields--, at += FIELD_BYTES) {
            boolean isIt =
                    tiff.getShort(at) == ORIENTATION
                            && tiff.getShort(at + 2) == SHORT
                            && tiff.getInt(at + 4) == 1;
            if (isIt) {
                short side = tiff.getShort(at + 8);
                return side > 1 && side <= MOST ? Optional.of(side) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static byte[] written(short side) {
        return ByteBuffer.allocate(NAME.length + HEAD_BYTES + 2 + FIELD_BYTES + NEXT_BYTES)
                .put(NAME)
                .putShort(BIG)
                .putShort(TIFF)
                .putInt(HEAD_BYTES)
                .putShort((short) 1)
                .putShort(ORIENTATION)
                .putShort(SHORT)
                .putInt(1)
                .putShort(side)
                .array();
    }

    private SideUp() {}
}
