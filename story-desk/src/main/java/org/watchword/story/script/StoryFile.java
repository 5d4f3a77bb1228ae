package org.watchword.story.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.watchword.desk.basis.Sentence;

/// Reads a story file in the format of `docs/formats/story.md`.
public final class StoryFile {
    /// What came of it.
    public sealed interface Reading {
        /// The whole story, without a mistake.
        record Whole(Story story) implements Reading {}

        /// Every mistake that was found, by line.
        record Wrong(List<Mistake> mistakes) implements Reading {}

        /// There is no such file, or it cannot be read.
        record NoFile(Sentence why) implements Reading {}
    }

    private StoryFile() {}

    public static Reading read(Path file) {
        return switch (Raw.of(file)) {
            case Raw.Bytes raw -> read(raw.all());
            case Raw.None(Sentence why) -> new Reading.NoFile(why);
        };
    }

    /// What lies on the disk.
    sealed interface Raw {
        @SuppressWarnings("ArrayRecordComponent")
        record Bytes(byte[] all) implements Raw {}

        record None(Sentence why) implements Raw {}

        static Raw of(Path file) {
            if (!Files.isRegularFile(file)) {
                return new None(Sentence.of("story.file.none"));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return new Bytes(in.readNBytes(StoryLimits.FILE_BYTES + 1));
            } catch (IOException e) {
                return new None(Sentence.of("story.file.unreadable"));
            }
        }
    }

    static Reading read(byte[] bytes) {
        var mistakes = new Mistakes();
        var story =
                mistakes.reading(() -> YamlTree.read(decoded(bytes)))
                        .flatMap(root -> new StoryReader(mistakes).read(root));
        List<Mistake> found = mistakes.inOrder();
        if (found.isEmpty() && story.isPresent()) {
            return new Reading.Whole(story.get());
        }
        return new Reading.Wrong(found);
    }

    static String decoded(byte[] bytes) {
        if (bytes.length > StoryLimits.FILE_BYTES) {
            throw new WrongHere(
                    1, "story.file.large", "most", (long) StoryLimits.FILE_BYTES / 1024);
        }
        var text = CharBuffer.allocate(bytes.length);
        var in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, text, true);
        text.flip();
        if (result.isError()) {
            throw new WrongHere(linesIn(text) + 1, "story.file.encoding");
        }
        refuseHidden(text);
        return text.toString();
    }

    private static int linesIn(CharSequence text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static void refuseHidden(CharSequence text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line++;
                case '\r' -> {}
                case '\t' -> throw new WrongHere(line, "story.file.tab");
                default -> {
                    if (HiddenCharacters.holds(c)) {
                        throw new WrongHere(
                                line, "story.file.hidden", "code", "U+%04X".formatted((int) c));
                    }
                }
            }
        }
    }
}
