package org.watchword.story;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// How a word, or a secret that is no word, can lie in a file or in memory.
final class NeedleForms {
    /// Shorter ones turn up by chance once they are cut to what base64 keeps of them.
    private static final int SHORTEST_IN_BASE64 = 8;

    private static final List<Charset> SETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /// As it is and in small letters, in three character sets; each also in base64 and in
    /// hexadecimal digits; and as forms are posted.
    static List<byte[]> ofText(String needle) {
        List<byte[]> all = new ArrayList<>();
        for (String text : List.of(needle, needle.toLowerCase(Locale.ROOT))) {
            for (Charset set : SETS) {
                all.addAll(ofSecret(text.getBytes(set)));
            }
            all.add(ascii(URLEncoder.encode(text, StandardCharsets.UTF_8)));
        }
        return all;
    }

    /// The bytes, and their spellings.
    static List<byte[]> ofSecret(byte[] bytes) {
        List<byte[]> all = new ArrayList<>();
        all.add(bytes);
        if (bytes.length >= SHORTEST_IN_BASE64) {
            all.addAll(inBase64(bytes));
        }
        all.add(ascii(HexFormat.of().formatHex(bytes)));
        all.add(ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
        return all;
    }

    /// What base64 makes of it wherever it begins, without the letters that its neighbours share.
    private static List<byte[]> inBase64(byte[] bytes) {
        List<byte[]> all = new ArrayList<>();
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            for (int before = 0; before < 3; before++) {
                byte[] shifted = new byte[before + bytes.length];
                System.arraycopy(bytes, 0, shifted, before, bytes.length);
                String text = encoder.withoutPadding().encodeToString(shifted);
                int from = before == 0 ? 0 : before + 1;
                int end = shifted.length % 3 == 0 ? text.length() : text.length() - 1;
                all.add(ascii(text.substring(from, end)));
            }
        }
        return all;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private NeedleForms() {}
}
