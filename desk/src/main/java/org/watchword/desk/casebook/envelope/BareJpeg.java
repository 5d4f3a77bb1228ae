package org.watchword.desk.casebook.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A JPEG (ITU-T T.81) with nothing in it but its picture: tables, frame and scans stay byte for
/// byte; where it was taken, when and by which device, comments, small previews, and whatever
/// stands behind its end are left out. Nothing is decoded.
///
/// Three things that a browser needs to show it right are written anew from what was there: the
/// head of JFIF, how colours are coded (Adobe), and which side is up (Exif).
final class BareJpeg {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;

    private static final byte[] JFIF_NAME = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE_NAME = "Adobe".getBytes(StandardCharsets.US_ASCII);

    /// Of the head of JFIF up to the sizes of a preview, and of what Adobe writes.
    private static final int JFIF_BYTES = 12;

    private static final int ADOBE_BYTES = 12;
    private static final int LENGTH_BYTES = 2;

    private final byte[] from;
    private final ByteBuffer to;
    private int at = 2;
    private boolean framed;
    private boolean unfit;
    private boolean scanned;
    private boolean jfif;
    private boolean turned;

    private BareJpeg(byte[] from) {
        this.from = from;
        // What is written anew is never longer than what it stands for.
        this.to = ByteBuffer.allocate(from.length);
    }

    /// Empty when it is not whole, cut off or no JPEG; or too large to be shown.
    static Optional<byte[]> of(byte[] file) {
        if (file.length < 4 || (file[0] & 0xff) != 0xff || (file[1] & 0xff) != SOI) {
            return Optional.empty();
        }
        var bare = new BareJpeg(file);
        bare.marker(SOI);
        try {
            return bare.walked()
                    ? Optional.of(Arrays.copyOf(bare.to.array(), bare.to.position()))
                    : Optional.empty();
        } finally {
            Arrays.fill(bare.to.array(), (byte) 0);
        }
    }

    /// From segment to segment, up to the end.
    private boolean walked() {
        while (true) {
            int marker = nextMarker();
            if (marker == EOI) {
                marker(EOI);
                return framed && scanned && !unfit;
            }
            int length = standsAlone(marker) ? 0 : length();
            if (length < LENGTH_BYTES) {
                return false;
            }
            segment(marker, at + LENGTH_BYTES, at + length);
            at += length;
            if (marker == SOS) {
                scan();
            }
        }
    }

    /// Zero where there is none. Any number of bytes 0xff may stand before one.
    private int nextMarker() {
        if (at >= from.length || (from[at] & 0xff) != 0xff) {
            return 0;
        }
        while (at < from.length && (from[at] & 0xff) == 0xff) {
            at++;
        }
        return at < from.length ? from[at++] & 0xff : 0;
    }

    /// None, or one that has no place between segments.
    private static boolean standsAlone(int marker) {
        return marker <= 0x01 || (marker >= 0xd0 && marker <= SOI);
    }

    /// Of a segment with these two bytes; zero when it is cut off.
    private int length() {
        if (from.length - at < LENGTH_BYTES) {
            return 0;
        }
        int length = (from[at] & 0xff) << 8 | (from[at + 1] & 0xff);
        return length <= from.length - at ? length : 0;
    }

    private void segment(int marker, int begin, int end) {
        switch (marker) {
            case JFIF -> jfif(begin, end);
            case EXIF -> sideUp(begin, end);
            case ADOBE -> adobe(begin, end);
            case SOS -> {
                scanned = true;
                kept(marker, begin, end);
            }
            // Tables, restart interval and number of lines: DHT, DAC, DQT, DNL, DRI.
            case 0xc4, 0xcc, 0xdb, 0xdc, 0xdd -> kept(marker, begin, end);
            default -> {
                if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc8) {
                    unfit |= framed || !canBeShown(begin, end);
                    framed = true;
                    kept(marker, begin, end);
                }
            }
        }
    }

    /// By the sizes in the head of the one frame: one byte of something else, then height and
    /// width.
    private boolean canBeShown(int begin, int end) {
        return end - begin >= 5
                && FileKind.canBeShown(
                        (from[begin + 3] & 0xff) << 8 | (from[begin + 4] & 0xff),
                        (from[begin + 1] & 0xff) << 8 | (from[begin + 2] & 0xff));
    }

    private void kept(int marker, int begin, int end) {
        marker(marker);
        to.putShort((short) (LENGTH_BYTES + end - begin)).put(from, begin, end - begin);
    }

    private void marker(int marker) {
        to.put((byte) 0xff).put((byte) marker);
    }

    private boolean says(byte[] name, int begin, int end) {
        return end - begin >= name.length
                && Arrays.equals(from, begin, begin + name.length, name, 0, name.length);
    }

    /// Without the preview that may stand in it.
    private void jfif(int begin, int end) {
        if (!jfif && end - begin >= JFIF_BYTES + 2 && says(JFIF_NAME, begin, end)) {
            jfif = true;
            marker(JFIF);
            to.putShort((short) (LENGTH_BYTES + JFIF_BYTES + 2));
            to.put(from, begin, JFIF_BYTES).putShort((short) 0);
        }
    }

    private void adobe(int begin, int end) {
        if (end - begin >= ADOBE_BYTES && says(ADOBE_NAME, begin, end)) {
            kept(ADOBE, begin, begin + ADOBE_BYTES);
        }
    }

    private void sideUp(int begin, int end) {
        Optional<byte[]> side = turned ? Optional.empty() : SideUp.in(from, begin, end);
        side.ifPresent(exif -> {
            turned = true;
            marker(EXIF);
            to.putShort((short) (LENGTH_BYTES + exif.length)).put(exif);
        });
    }

    /// The coded picture: up to a marker that does not belong into it.
    private void scan() {
        int begin = at;
        while (at < from.length - 1 && !isMarker(from[at] & 0xff, from[at + 1] & 0xff)) {
            at++;
        }
        to.put(from, begin, at - begin);
    }

    private static boolean isMarker(int first, int second) {
        boolean restart = second >= 0xd0 && second <= 0xd7;
        return first == 0xff && second != 0 && !restart;
    }
}
