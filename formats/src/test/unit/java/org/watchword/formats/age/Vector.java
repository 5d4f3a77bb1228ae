package org.watchword.formats.age;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.watchword.formats.cipher.Key;

/// One of the Community Cryptography Test Vectors for age: a few lines that say what it is, an
/// empty line, and the file.
final class Vector {
    static final Path OURS = Path.of("src/test/resources/age").toAbsolutePath();

    private final String name;
    private final Map<String, List<String>> lines;
    private final byte[] file;

    private Vector(String name, Map<String, List<String>> lines, byte[] file) {
        this.name = name;
        this.lines = lines;
        this.file = file;
    }

    private List<String> lines(String name) {
        return lines.getOrDefault(name, List.of());
    }

    String fileKey() {
        return lines("file key").getFirst();
    }

    byte[] file() {
        return file;
    }

    static List<Vector> all() {
        return in(OURS).map(Vector::read).toList();
    }

    /// The vectors of a folder, by name.
    static Stream<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> !file.getFileName().toString().contains("."))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Vector named(String name) {
        return read(OURS.resolve(name));
    }

    private static Vector read(Path path) {
        try {
            byte[] all = Files.readAllBytes(path);
            Map<String, List<String>> lines = new TreeMap<>();
            int from = 0;
            while (true) {
                int to = from;
                while (all[to] != '\n') {
                    to++;
                }
                String line = new String(all, from, to - from, StandardCharsets.UTF_8);
                from = to + 1;
                if (line.isEmpty()) {
                    break;
                }
                String[] parts = line.split(": ", 2);
                lines.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
            }
            byte[] rest = Arrays.copyOfRange(all, from, all.length);
            boolean packed = lines.containsKey("compressed");
            return new Vector(path.getFileName().toString(), lines, packed ? unpacked(rest) : rest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unpacked(byte[] zlib) {
        var inflater = new Inflater();
        inflater.setInput(zlib);
        var out = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        try {
            while (!inflater.finished()) {
                out.write(some, 0, inflater.inflate(some));
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    boolean isArmored() {
        return lines.containsKey("armored");
    }

    String expects() {
        return lines("expect").getFirst();
    }

    Optional<String> payload() {
        return lines("payload").stream().findFirst();
    }

    List<Identity> identities() {
        var identities = new ArrayList<Identity>();
        for (String passphrase : lines("passphrase")) {
            byte[] bytes = passphrase.getBytes(StandardCharsets.UTF_8);
            identities.add(new PassphraseIdentity(Key.taking(bytes)));
        }
        for (String identity : lines("identity")) {
            byte[] letters = identity.getBytes(StandardCharsets.US_ASCII);
            identities.add(Identity.parse(letters).orElseThrow());
        }
        return identities;
    }

    @Override
    public String toString() {
        return name;
    }
}
