package org.watchword.desk.casebook.envelope;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Small pictures and papers as programs write them.
public final class Drawn {
    /// As a telephone says where it was.
    public static final String PLACE = "56.9496 N, 24.1052 E";

    public static byte[] jpeg() {
        return drawn("jpg");
    }

    public static byte[] png() {
        return drawn("png");
    }

    private static byte[] drawn(String format) {
        var image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 24; x++) {
            for (int y = 0; y < 16; y++) {
                image.setRGB(x, y, x * y * 0x050301);
            }
        }
        var into = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return into.toByteArray();
    }

    public static byte[] pdf(String says) {
        return ("%PDF-1.4\n" + says + "\ntrailer\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /// A JPEG with this segment behind its beginning.
    public static byte[] with(byte[] jpeg, int marker, byte[] payload) {
        return ByteBuffer.allocate(jpeg.length + 4 + payload.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (payload.length + 2))
                .put(payload)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /// A PNG with this chunk behind its first.
    public static byte[] with(byte[] png, String name, byte[] data) {
        byte[] named =
                ByteBuffer.allocate(4 + data.length)
                        .put(name.getBytes(StandardCharsets.US_ASCII))
                        .put(data)
                        .array();
        var sum = new CRC32();
        sum.update(named);
        int first = 8 + 12 + 13;
        return ByteBuffer.allocate(png.length + 12 + data.length)
                .put(png, 0, first)
                .putInt(data.length)
                .put(named)
                .putInt((int) sum.getValue())
                .put(png, first, png.length - first)
                .array();
    }

    /// What a telephone writes that was held upright: the side, and where it was.
    public static byte[] exif(short side) {
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + place.length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put("II".getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(side)
                .putShort((short) 0x8825)
                .putShort((short) 2)
                .putInt(place.length)
                .putInt(38)
                .putInt(0)
                .put(place)
                .array();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private Drawn() {}
}
