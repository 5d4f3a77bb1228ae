package org.watchword.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Looks through every byte of a directory for words that must not be readable there: as they are,
/// in UTF-16, in base64, in hexadecimal digits, as forms are posted, and in compressed pieces.
public final class NeedleSearch {
    /// Words of fewer bytes are not looked for: among a few megabytes of sealed bytes one of four
    /// stands by chance in one search of a few hundred.
    private static final int SHORTEST_BYTES = 5;

    private static final int UNPACKED_BYTES = 16 * 1024 * 1024;
    private static final int DEFLATED = 8;

    /// What stands in a zip file before a name.
    private static final int ZIP_HEAD = 30;

    /// How many bits of a beginning are looked up before the table is.
    private static final int BITS = 20;

    /// Every form of every needle, by its first four bytes.
    private final Map<Integer, List<Form>> forms = new HashMap<>();

    private final BitSet begins = new BitSet(1 << BITS);
    private int longest;

    /// A needle, and how it would lie in a file.
    private record Form(String needle, ByteBuffer bytes) {}

    /// A word that was found, in which file and form.
    public record Found(String needle, String file, String form) {}

    /// @param needles words that must not be readable; those that are too short are left out
    public NeedleSearch(Collection<String> needles) {
        this(needles, Map.of());
    }

    /// For words and for what is no word.
    ///
    /// @param secrets bytes that are no words, and what they are called when they are found
    public NeedleSearch(Collection<String> needles, Map<String, byte[]> secrets) {
        needles.stream()
                .filter(NeedleSearch::isSought)
                .forEach(needle -> NeedleForms.ofText(needle).forEach(form -> learn(needle, form)));
        secrets.forEach(
                (name, secret) -> NeedleForms.ofSecret(secret).forEach(form -> learn(name, form)));
    }

    /// Whether a word is long enough to be looked for.
    public static boolean isSought(String needle) {
        return needle.getBytes(StandardCharsets.UTF_8).length >= SHORTEST_BYTES;
    }

    private void learn(String needle, byte[] bytes) {
        var form = new Form(needle, ByteBuffer.wrap(bytes));
        longest = Math.max(longest, bytes.length);
        int four = form.bytes().getInt(0);
        forms.computeIfAbsent(four, _ -> new ArrayList<>()).add(form);
        begins.set(mixed(four));
    }

    /// What was looked through, with what is readable there.
    public record Searched(int files, long bytes, List<Found> found) {
        public Searched {
            found = List.copyOf(found);
        }
    }

    /// Everything that is readable in a directory and below, or in one file.
    ///
    /// @throws IOException when a file cannot be read
    public List<Found> in(Path place) throws IOException {
        return through(place).found();
    }

    /// The same, with how much there was to look through.
    ///
    /// @throws IOException when a file cannot be read
    public Searched through(Path place) throws IOException {
        List<Found> found = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        Files.walkFileTree(
                place,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        byte[] bytes = read(file);
                        sizes.add((long) bytes.length);
                        found.addAll(inFile(nameIn(place, file), bytes));
                        return FileVisitResult.CONTINUE;
                    }
                });
        long all = sizes.stream().mapToLong(Long::longValue).sum();
        return new Searched(sizes.size(), all, found);
    }

    private static String nameIn(Path place, Path file) {
        return file.equals(place) ? "" + file.getFileName() : place.relativize(file).toString();
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private Set<Found> inFile(String file, byte[] bytes) {
        Set<Found> found = new LinkedHashSet<>(inBytes(file, "plain", bytes));
        found.addAll(inBytes(file, "its name", file.getBytes(StandardCharsets.UTF_8)));
        unpacked(bytes, piece -> found.addAll(inBytes(file, "compressed", piece)));
        return found;
    }

    private List<Found> inBytes(String file, String form, byte[] bytes) {
        return in(bytes).stream().map(needle -> new Found(needle, file, form)).toList();
    }

    /// How many bytes the longest form has.
    public int longest() {
        return longest;
    }

    /// What lies in these bytes as they are. One pass: wherever four bytes are how some form
    /// begins, the rest is compared.
    public Set<String> in(byte[] bytes) {
        Set<String> met = new LinkedHashSet<>();
        int four = 0;
        for (int i = 0; i < bytes.length; i++) {
            four = (four << 8) | (bytes[i] & 0xFF);
            int from = i - Integer.BYTES + 1;
            if (from >= 0 && begins.get(mixed(four))) {
                for (Form one : forms.getOrDefault(four, List.of())) {
                    if (matches(bytes, from, one.bytes().array())) {
                        met.add(one.needle());
                    }
                }
            }
        }
        return met;
    }

    private static int mixed(int four) {
        return (four * 0x9E3779B9) >>> (32 - BITS);
    }

    private static boolean matches(byte[] hay, int at, byte[] needle) {
        return at + needle.length <= hay.length
                && Arrays.equals(hay, at, at + needle.length, needle, 0, needle.length);
    }

    /// Whatever in these bytes unpacks, piece by piece: gzip, zlib and what lies in a zip file, by
    /// how they begin. One at a time, because in a file of many megabytes much looks like it.
    private static void unpacked(byte[] bytes, Consumer<byte[]> each) {
        for (int i = 0; i + ZIP_HEAD < bytes.length; i++) {
            int first = bytes[i] & 0xFF;
            int second = bytes[i + 1] & 0xFF;
            if (first == 0x1F && second == 0x8B && bytes[i + 2] == DEFLATED) {
                each.accept(unpacked(bytes, i, in -> new GZIPInputStream(in)));
            } else if (first == 0x78 && (first * 256 + second) % 31 == 0) {
                each.accept(unpacked(bytes, i, in -> new InflaterInputStream(in)));
            } else if (first == 'P' && second == 'K' && bytes[i + 2] == 3 && bytes[i + 3] == 4) {
                int names = twoBytes(bytes, i + 26) + twoBytes(bytes, i + 28);
                int at = Math.min(i + ZIP_HEAD + names, bytes.length);
                each.accept(
                        unpacked(bytes, at, in -> new InflaterInputStream(in, new Inflater(true))));
            }
        }
    }

    private static int twoBytes(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    /// What makes an unpacking stream of a packed one.
    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private static byte[] unpacked(byte[] bytes, int from, Unpacking how) {
        var in = new ByteArrayInputStream(bytes, from, bytes.length - from);
        var out = new ByteArrayOutputStream();
        try (var unpacking = how.of(in)) {
            byte[] piece = new byte[8_192];
            int n = unpacking.read(piece);
            while (n > 0 && out.size() < UNPACKED_BYTES) {
                out.write(piece, 0, n);
                n = unpacking.read(piece);
            }
        } catch (IOException e) {
            // It only looked compressed; what came out so far is still searched.
        }
        return out.toByteArray();
    }
}
