package org.watchword.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// How a word could have leaked, for those who want to see that it is found.
enum Planted {
    PLAIN,
    LOWER,
    NAME,
    UTF_16_LITTLE,
    UTF_16_BIG,
    BASE64,
    BASE64_ONE_ON,
    BASE64_TWO_ON,
    HEX,
    POSTED,
    GZIP,
    DEFLATE,
    DEFLATE_FAST,
    ZIP;

    /// Opens a packing stream around another.
    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    byte[] of(String word) throws IOException {
        byte[] bytes = ("…" + word + "…").getBytes(StandardCharsets.UTF_8);
        return switch (this) {
            case PLAIN -> bytes;
            case LOWER -> word.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            case NAME -> new byte[3];
            case UTF_16_LITTLE -> word.getBytes(StandardCharsets.UTF_16LE);
            case UTF_16_BIG -> word.getBytes(StandardCharsets.UTF_16BE);
            case BASE64 -> inBase64(word);
            case BASE64_ONE_ON -> inBase64("x" + word);
            case BASE64_TWO_ON -> inBase64("xy" + word);
            case HEX -> HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
            case POSTED ->
                    URLEncoder.encode(word, StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.US_ASCII);
            case GZIP -> packed(bytes, GZIPOutputStream::new);
            case DEFLATE -> packed(bytes, DeflaterOutputStream::new);
            case DEFLATE_FAST ->
                    packed(
                            bytes,
                            out ->
                                    new DeflaterOutputStream(
                                            out, new Deflater(Deflater.BEST_SPEED)));
            case ZIP -> packed(bytes, Planted::zip);
        };
    }

    private static byte[] inBase64(String text) {
        return Base64.getEncoder().encode((text + "…").getBytes(StandardCharsets.UTF_8));
    }

    private static OutputStream zip(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("something.txt"));
        return zip;
    }

    private static byte[] packed(byte[] bytes, Packing packing) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var into = packing.around(out)) {
            into.write(bytes);
        }
        return out.toByteArray();
    }
}
