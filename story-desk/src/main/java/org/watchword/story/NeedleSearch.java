package org.watchword.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Looks through every byte of a directory for words that must not be readable there: as they are,
/// in UTF-16, in base64, and in compressed pieces.
public final class NeedleSearch {
    /// Shorter words turn up by chance once they are cut to what base64 keeps of them.
    private static final int SHORTEST_IN_BASE64 = 8;

    private static final int SHORTEST = 4;
    private static final int UNPACKED_BYTES = 16 * 1024 * 1024;

    /// How many bits of a beginning are looked up before the table is.
    private static final int BITS = 20;

    /// Every form of every needle, by its first four bytes.
    private final Map<Integer, List<Form>> forms = new HashMap<>();

    private final BitSet begins = new BitSet(1 << BITS);

    /// A needle, and how it would lie in a file.
    private record Form(String needle, ByteBuffer bytes) {}

    /// A word that was found, in which file and form.
    public record Found(String needle, String file, String form) {}

    /// @param needles words that must not be readable; those under four letters are left out
    public NeedleSearch(Collection<String> needles) {
        for (String needle : needles) {
            if (needle.length() >= SHORTEST) {
                formsOf(needle).forEach(form -> learn(new Form(needle, ByteBuffer.wrap(form))));
            }
        }
    }

    private void learn(Form form) {
        int four = form.bytes().getInt(0);
        forms.computeIfAbsent(four, _ -> new ArrayList<>()).add(form);
        begins.set(mixed(four));
    }

    private static List<byte[]> formsOf(String needle) {
        List<byte[]> all = new ArrayList<>();
        for (String text : List.of(needle, needle.toLowerCase(Locale.ROOT))) {
            for (Charset set :
                    List.of(
                            StandardCharsets.UTF_8,
                            StandardCharsets.UTF_16LE,
                            StandardCharsets.UTF_16BE)) {
                byte[] bytes = text.getBytes(set);
                all.add(bytes);
                if (bytes.length >= SHORTEST_IN_BASE64) {
                    all.addAll(inBase64(bytes));
                }
            }
        }
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
                all.add(text.substring(from, end).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return all;
    }

    /// Everything that is readable in a directory and below.
    ///
    /// @throws IOException when a file cannot be read
    public List<Found> in(Path directory) throws IOException {
        List<Found> found = new ArrayList<>();
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        found.addAll(inFile(directory.relativize(file).toString(), read(file)));
                        return FileVisitResult.CONTINUE;
                    }
                });
        return List.copyOf(found);
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    private List<Found> inFile(String file, byte[] bytes) {
        List<Found> found = new ArrayList<>(inBytes(file, "plain", bytes));
        found.addAll(inBytes(file, "its name", file.getBytes(StandardCharsets.UTF_8)));
        for (byte[] piece : unpacked(bytes)) {
            found.addAll(inBytes(file, "compressed", piece));
        }
        return found;
    }

    /// One pass: wherever four bytes are how some form begins, the rest is compared.
    private List<Found> inBytes(String file, String form, byte[] bytes) {
        Set<String> met = new LinkedHashSet<>();
        int four = 0;
        for (int i = 0; i < bytes.length; i++) {
            four = (four << 8) | (bytes[i] & 0xFF);
            int from = i - SHORTEST + 1;
            if (from >= 0 && begins.get(mixed(four))) {
                for (Form one : forms.getOrDefault(four, List.of())) {
                    if (matches(bytes, from, one.bytes().array())) {
                        met.add(one.needle());
                    }
                }
            }
        }
        return met.stream().map(needle -> new Found(needle, file, form)).toList();
    }

    private static int mixed(int four) {
        return (four * 0x9E3779B9) >>> (32 - BITS);
    }

    private static boolean matches(byte[] hay, int at, byte[] needle) {
        return at + needle.length <= hay.length
                && Arrays.equals(hay, at, at + needle.length, needle, 0, needle.length);
    }

    /// Whatever in these bytes unpacks: gzip and zlib, by how they begin.
    private static List<byte[]> unpacked(byte[] bytes) {
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 0; i + 2 < bytes.length; i++) {
            int first = bytes[i] & 0xFF;
            int second = bytes[i + 1] & 0xFF;
            boolean gzip = first == 0x1F && second == 0x8B && bytes[i + 2] == 8;
            boolean zlib = first == 0x78 && (second == 0x9C || second == 0xDA);
            if (gzip || zlib) {
                pieces.add(unpack(bytes, i, gzip));
            }
        }
        return pieces;
    }

    private static byte[] unpack(byte[] bytes, int from, boolean gzip) {
        var in = new ByteArrayInputStream(bytes, from, bytes.length - from);
        var out = new java.io.ByteArrayOutputStream();
        try (var unpacking = gzip ? new GZIPInputStream(in) : new InflaterInputStream(in)) {
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
