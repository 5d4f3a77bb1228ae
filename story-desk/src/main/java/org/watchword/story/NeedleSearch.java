package org.watchword.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Looks through every byte of a directory for words that must not be readable there: as they are,
/// in UTF-16, in base64, and in compressed pieces.
public final class NeedleSearch {
    /// Shorter words turn up by chance once they are cut to what base64 keeps of them.
    private static final int SHORTEST_IN_BASE64 = 8;

    private static final int SHORTEST = 4;
    private static final int UNPACKED_BYTES = 16 * 1024 * 1024;

    private final Map<String, List<byte[]>> forms = new LinkedHashMap<>();

    /// A word that was found, in which file and form.
    public record Found(String needle, String file, String form) {}

    /// @param needles words that must not be readable; those under four letters are left out
    public NeedleSearch(Collection<String> needles) {
        for (String needle : needles) {
            if (needle.length() >= SHORTEST) {
                forms.put(needle, formsOf(needle));
            }
        }
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

    private List<Found> inBytes(String file, String form, byte[] bytes) {
        List<Found> found = new ArrayList<>();
        forms.forEach((needle, all) -> {
            if (all.stream().anyMatch(f -> contains(bytes, f))) {
                found.add(new Found(needle, file, form));
            }
        });
        return found;
    }

    private static boolean contains(byte[] hay, byte[] needle) {
        byte first = needle[0];
        for (int i = 0; i <= hay.length - needle.length; i++) {
            if (hay[i] == first && matches(hay, i, needle)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] hay, int at, byte[] needle) {
        for (int i = 1; i < needle.length; i++) {
            if (hay[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
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
