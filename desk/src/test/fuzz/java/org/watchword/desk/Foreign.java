package org.watchword.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.watchword.desk.basis.CleanText;

/// What a fuzzer's bytes stand for, and what is said when a parser breaks its promise.
public final class Foreign {
    /// Before it stands one part of a target's input, behind it the next.
    private static final byte BETWEEN = 0x1e;

    /// What a parser promises about what it was given.
    ///
    /// @throws AssertionError when it does not hold
    public static void promise(boolean holds, String promise) {
        if (!holds) {
            throw new AssertionError(promise);
        }
    }

    /// The text holds nothing that {@link CleanText} would refuse.
    public static void promiseClean(String text, String what) {
        promise(CleanText.problem(text).isEmpty(), what + " holds nothing that is not allowed");
    }

    /// Reading again what was read gives the same.
    public static <T> void promiseSame(
            T read, Function<String, Optional<T>> reader, Function<T, String> written) {
        promise(
                reader.apply(written.apply(read)).equals(Optional.of(read)),
                "what was read and written is read as the same");
    }

    /// So many parts; those that are missing are empty.
    public static List<byte[]> parts(byte[] data, int count) {
        var parts = new ArrayList<byte[]>();
        int from = 0;
        while (parts.size() < count) {
            int to = from;
            boolean last = parts.size() == count - 1;
            while (to < data.length && (last || data[to] != BETWEEN)) {
                to++;
            }
            parts.add(Arrays.copyOfRange(data, from, to));
            from = Math.min(to + 1, data.length);
        }
        return parts;
    }

    /// UTF-8 as far as it is that; behind a byte 1 any chars at all, halves of characters too.
    public static String text(byte[] data) {
        if (data.length == 0 || data[0] != 1) {
            return new String(data, StandardCharsets.UTF_8);
        }
        var any = new StringBuilder();
        for (int i = 1; i + 1 < data.length; i += 2) {
            any.append((char) ((data[i] & 0xff) << 8 | (data[i + 1] & 0xff)));
        }
        return any.toString();
    }

    private Foreign() {}
}
