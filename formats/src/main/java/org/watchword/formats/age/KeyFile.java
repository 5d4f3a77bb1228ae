package org.watchword.formats.age;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A file of keys, one a line, as the programs of age read them: recipients or identities. Empty
/// lines count for nothing, nor do those that begin with `#`; LF or CRLF ends a line.
public sealed interface KeyFile<T> {
    /// All lines were read; perhaps there was none.
    record Good<T>(List<T> keys) implements KeyFile<T> {
        public Good {
            keys = List.copyOf(keys);
        }
    }

    /// The first line that is no such key, counted from 1. What it holds is not shown: it may be
    /// secret.
    record BadLine<T>(int line) implements KeyFile<T> {}

    static KeyFile<Recipient> recipients(byte[] file) {
        return read(
                file,
                line -> Recipient.parse(new String(line, StandardCharsets.UTF_8)),
                recipient -> {});
    }

    /// The identities of a file.
    ///
    /// @param file its owner zeroes it
    static KeyFile<Identity> identities(byte[] file) {
        return read(file, Identity::parse, Identity::close);
    }

    private static <T> KeyFile<T> read(
            byte[] file, Function<byte[], Optional<T>> parse, Consumer<T> end) {
        List<T> keys = new ArrayList<>();
        int from = 0;
        for (int number = 1; from < file.length; number++) {
            int to = lineEnd(file, from);
            int last = to > from && file[to - 1] == '\r' ? to - 1 : to;
            if (last > from && file[from] != '#') {
                byte[] line = Arrays.copyOfRange(file, from, last);
                Optional<T> key = parse.apply(line);
                Arrays.fill(line, (byte) 0);
                if (key.isEmpty()) {
                    keys.forEach(end);
                    return new BadLine<>(number);
                }
                keys.add(key.get());
            }
            from = to + 1;
        }
        return new Good<>(keys);
    }

    private static int lineEnd(byte[] file, int from) {
        int at = from;
        while (at < file.length && file[at] != '\n') {
            at++;
        }
        return at;
    }
}
