package org.watchword.formats.bundle;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The lines of a tag file: UTF-8 without a mark before it, each line ended by one LF, none empty.
record TagLines(String file, List<String> lines) {
    /// Any line that can be written; its own type says more.
    static TagLines read(String file, byte[] content, int mostOctets) throws BundleFailure {
        if (content.length > mostOctets) {
            throw new BundleFailure(Failure.TOO_LONG, file);
        }
        String text = decoded(file, content);
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
            lines.add(text.substring(from, to));
            from = to + 1;
        }
        var read = new TagLines(file, lines);
        read.each(1, TagLines::visible, Function.identity());
        if (from < text.length()) {
            throw new BundleFailure(Failure.LINE_MALFORMED, file, lines.size() + 1);
        }
        return read;
    }

    private static String decoded(String file, byte[] content) throws BundleFailure {
        var in = ByteBuffer.wrap(content);
        var out = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            throw new BundleFailure(Failure.NO_TEXT, file, line);
        }
        return out.flip().toString();
    }

    private static String visible(String line) {
        Letters.seen(line, letter -> letter == '\t');
        Flawed.when(line.isEmpty(), Failure.LINE_MALFORMED);
        return line;
    }

    /// What each line says, from this one on. A line that would be written otherwise is malformed.
    ///
    /// @param first counted from 1
    /// @param read throws a {@link Flawed} for what no bundle may hold
    <T> List<T> each(int first, Function<String, T> read, Function<T, String> write)
            throws BundleFailure {
        List<T> all = new ArrayList<>();
        for (int number = first; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            try {
                T one = read.apply(line);
                Flawed.when(!write.apply(one).equals(line), Failure.LINE_MALFORMED);
                all.add(one);
            } catch (Flawed flawed) {
                throw flawed.in(file, number);
            }
        }
        return all;
    }

    static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
