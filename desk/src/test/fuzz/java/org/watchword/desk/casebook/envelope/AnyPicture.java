package org.watchword.desk.casebook.envelope;

import static org.watchword.desk.Foreign.promise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Any bytes as a file for an envelope: refused, or kept as no more than came and of the same kind;
/// of a picture nothing but what makes it is left, up to its last byte; kept again it is the same.
public final class AnyPicture {
    private static final Set<String> CHUNKS =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD");

    public static void fuzzerTestOneInput(byte[] data) {
        Optional<FileKind> kind = FileKind.of(data);
        Optional<byte[]> kept = kind.flatMap(one -> one.kept(data));
        if (kept.isPresent()) {
            byte[] once = kept.get();
            promise(once.length <= data.length, "no more than came");
            promise(FileKind.of(once).equals(kind), "the same kind");
            switch (kind.get()) {
                case JPEG -> promiseBareJpeg(ByteBuffer.wrap(once));
                case PNG -> promiseBarePng(ByteBuffer.wrap(once));
                case PDF -> promise(Arrays.equals(once, data), "a paper stays as it is");
            }
            byte[] twice = kind.get().kept(once).orElse(new byte[0]);
            promise(Arrays.equals(once, twice), "kept again it is the same");
        }
    }

    private static void promiseBareJpeg(ByteBuffer jpeg) {
        promise(jpeg.getShort() == (short) 0xffd8, "it begins as a JPEG");
        while (true) {
            promise(jpeg.get() == (byte) 0xff, "segment behind segment");
            int marker = jpeg.get() & 0xff;
            if (marker == 0xd9) {
                promise(!jpeg.hasRemaining(), "nothing behind the end");
                return;
            }
            int length = jpeg.getShort() & 0xffff;
            switch (marker) {
                case 0xe0 -> promise(length == 16, "no preview in the head");
                case 0xe1 -> promise(length == 34, "of Exif the side alone");
                case 0xee -> promise(length == 14, "of Adobe the colours alone");
                default -> promise(marker >= 0xc0 && marker <= 0xdd, "parts of the picture alone");
            }
            jpeg.position(jpeg.position() + length - 2);
            if (marker == 0xda) {
                passScan(jpeg);
            }
        }
    }

    private static void passScan(ByteBuffer jpeg) {
        int at = jpeg.position();
        while (jpeg.get(at) != (byte) 0xff || isOfTheScan(jpeg.get(at + 1) & 0xff)) {
            at++;
        }
        jpeg.position(at);
    }

    private static boolean isOfTheScan(int second) {
        return second == 0 || (second >= 0xd0 && second <= 0xd7);
    }

    private static void promiseBarePng(ByteBuffer png) {
        png.position(8);
        String name = "";
        while (!name.equals("IEND")) {
            int length = png.getInt();
            byte[] letters = new byte[4];
            png.get(letters);
            name = new String(letters, StandardCharsets.ISO_8859_1);
            promise(CHUNKS.contains(name), "chunks of the picture alone");
            png.position(png.position() + length + 4);
        }
        promise(!png.hasRemaining(), "nothing behind the end");
    }

    private AnyPicture() {}
}
