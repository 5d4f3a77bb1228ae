package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every target of the fuzzer, over its corpus and some thousand changes of it, in every build: so
/// that no target rots, and what was found once stays mended.
class EveryParserIsPlayed {
    private static final Path FUZZ = Repository.root().resolve("desk/src/test/fuzz");
    private static final Pattern TARGET =
            Pattern.compile("(?m)^ {4}public static void fuzzerTestOneInput\\(byte");
    private static final long SEED = 20261129;
    private static final int CHANGES = 3_000;
    private static final Duration MOST = Duration.ofMillis(600);

    @ParameterizedTest
    @MethodSource("targets")
    void and_keeps_its_promises(String target) throws IOException, ReflectiveOperationException {
        List<byte[]> corpus = corpus(simple(target));
        assertTrue(corpus.size() >= 2, target + " has no corpus");
        play(parser(target), corpus);
    }

    @Test
    void none_is_left_out() throws IOException {
        assertTrue(targets().count() >= 13, "only " + targets().toList());
        Set<String> named =
                targets()
                        .map(EveryParserIsPlayed::simple)
                        .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> corpora = Files.list(FUZZ.resolve("corpus"))) {
            assertEquals(
                    named,
                    corpora.map(one -> one.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void and_one_that_breaks_its_promise_is_found() {
        Consumer<byte[]> broken =
                bytes -> Foreign.promise(bytes.length < 2 || bytes[1] != 7, "no seven");
        List<byte[]> corpus =
                List.of(
                        "desk".getBytes(StandardCharsets.US_ASCII),
                        "desk.example".getBytes(StandardCharsets.US_ASCII));
        var found = assertThrows(AssertionError.class, () -> play(broken, corpus));
        assertTrue(found.toString().contains("no seven"), found.toString());
    }

    static Stream<String> targets() {
        return Repository.files("src/test/fuzz/java", ".java").stream()
                .filter(file -> TARGET.matcher(Repository.text(file)).find())
                .map(file -> FUZZ.resolve("java").relativize(file).toString())
                .map(file -> file.substring(0, file.length() - ".java".length()))
                .map(file -> file.replace('/', '.'));
    }

    private static Consumer<byte[]> parser(String target) throws ReflectiveOperationException {
        MethodHandle method =
                MethodHandles.lookup()
                        .findStatic(
                                Class.forName(target),
                                "fuzzerTestOneInput",
                                MethodType.methodType(void.class, byte[].class));
        return bytes -> {
            try {
                method.invokeExact(bytes);
            } catch (Throwable broken) {
                throw new AssertionError(broken.toString(), broken);
            }
        };
    }

    private static void play(Consumer<byte[]> parser, List<byte[]> corpus) {
        corpus.forEach(bytes -> one(parser, bytes));
        var random = new SplittableRandom(SEED);
        long end = System.nanoTime() + MOST.toNanos();
        for (int i = 0; i < CHANGES && System.nanoTime() < end; i++) {
            one(parser, changed(corpus, random));
        }
    }

    private static void one(Consumer<byte[]> parser, byte[] bytes) {
        try {
            parser.accept(bytes.clone());
        } catch (Throwable broken) {
            String input = Base64.getEncoder().encodeToString(bytes);
            throw new AssertionError(broken + " at the input " + input, broken);
        }
    }

    /// A few places of one made other bytes, left out, doubled, or taken from another.
    private static byte[] changed(List<byte[]> corpus, SplittableRandom random) {
        byte[] bytes = corpus.get(random.nextInt(corpus.size())).clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(8));
            byte[] other = corpus.get(random.nextInt(corpus.size()));
            switch (random.nextInt(4)) {
                case 0 -> bytes[from] = (byte) random.nextInt(256);
                case 1 -> bytes = joined(bytes, from, bytes, to);
                case 2 -> bytes = joined(bytes, to, bytes, from);
                default -> bytes = joined(bytes, from, other, random.nextInt(other.length + 1));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] head, int end, byte[] tail, int begin) {
        byte[] all = Arrays.copyOf(head, end + tail.length - begin);
        System.arraycopy(tail, begin, all, end, tail.length - begin);
        return all;
    }

    private static List<byte[]> corpus(String name) throws IOException {
        try (Stream<Path> files = Files.list(FUZZ.resolve("corpus").resolve(name))) {
            return files.sorted().map(EveryParserIsPlayed::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String simple(String target) {
        return target.substring(target.lastIndexOf('.') + 1);
    }
}
