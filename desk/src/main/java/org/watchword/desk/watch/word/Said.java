package org.watchword.desk.watch.word;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.watch.CodenameId;

/// What a check-in's row holds of what was said: always as many bytes, so that its size tells
/// nothing.
record Said(boolean early, List<CodenameId> maybe, String text) {
    private static final String EARLY = "+";
    private static final String LATE = "-";

    static Said of(Kept kept) {
        return new Said(
                kept.early(),
                kept.maybe().stream().limit(Limits.CODENAMES_PER_ADDRESS).toList(),
                kept.said());
    }

    /// Cut or filled up to the one length.
    String packed() {
        String head =
                (early ? EARLY : LATE)
                        + maybe.stream()
                                .map(id -> Long.toString(id.value()))
                                .collect(Collectors.joining(","))
                        + "\n";
        int room = Limits.CHECK_IN_BYTES - head.length();
        byte[] utf8 = cut(text.replace('\0', ' '), room).getBytes(StandardCharsets.UTF_8);
        return head + new String(utf8, StandardCharsets.UTF_8) + "\0".repeat(room - utf8.length);
    }

    private static String cut(String text, int bytes) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= bytes) {
            return text;
        }
        int end = bytes;
        while (end > 0 && (utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(Arrays.copyOf(utf8, end), StandardCharsets.UTF_8);
    }

    static Said unpacked(String packed) {
        int line = packed.indexOf('\n');
        String ids = packed.substring(1, line);
        return new Said(
                packed.startsWith(EARLY),
                Stream.of(ids.split(","))
                        .filter(id -> !id.isEmpty())
                        .map(id -> new CodenameId(Long.parseLong(id)))
                        .toList(),
                packed.substring(line + 1).replace("\0", ""));
    }

    @Override
    public String toString() {
        return "what was said";
    }
}
