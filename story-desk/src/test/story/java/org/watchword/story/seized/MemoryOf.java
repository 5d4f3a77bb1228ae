package org.watchword.story.seized;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.watchword.story.NeedleSearch;

/// What a running process has in memory, as whoever takes the machine over alive reads it. Only
/// root may read that of a desk.
record MemoryOf(long pid) {
    private static final Pattern MAPPING =
            Pattern.compile("([0-9a-f]+)-([0-9a-f]+) (\\S+) \\S+ \\S+ \\S+\\s*(.*)");
    private static final int PIECE = 8 * 1024 * 1024;

    /// A piece of the address space.
    ///
    /// @param name of a file, or what the system calls it; empty for most
    private record Mapping(long from, long to, String rights, String name) {
        /// What only repeats a file is left to whoever looks through files.
        boolean isOfInterest() {
            boolean fileAsItIs = name.startsWith("/") && rights.charAt(1) != 'w';
            return rights.startsWith("r") && !fileAsItIs && !name.startsWith("[v");
        }

        @Override
        public String toString() {
            return Long.toHexString(from) + " " + rights + " " + (to - from) / 1024 + "k " + name;
        }
    }

    private Path part(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }

    /// Whether this system lets us.
    boolean isReadable() {
        return Files.isReadable(part("mem"));
    }

    /// Where which needle lies.
    List<String> found(NeedleSearch needles) throws IOException {
        List<String> found = new ArrayList<>();
        try (var memory = new RandomAccessFile(part("mem").toFile(), "r")) {
            for (String line : Files.readAllLines(part("maps"))) {
                var said = MAPPING.matcher(line);
                if (said.matches()) {
                    var mapping =
                            new Mapping(
                                    Long.parseUnsignedLong(said.group(1), 16),
                                    Long.parseUnsignedLong(said.group(2), 16),
                                    said.group(3),
                                    said.group(4));
                    if (mapping.isOfInterest()) {
                        found.addAll(in(mapping, memory, needles));
                    }
                }
            }
        }
        return found;
    }

    /// Piece by piece, each with the end of the one before it.
    private static List<String> in(Mapping mapping, RandomAccessFile memory, NeedleSearch needles) {
        List<String> found = new ArrayList<>();
        byte[] piece = new byte[PIECE];
        int step = PIECE - needles.longest();
        for (long at = mapping.from(); at < mapping.to(); at += step) {
            int length = (int) Math.min(PIECE, mapping.to() - at);
            try {
                memory.seek(at);
                memory.readFully(piece, 0, length);
            } catch (IOException e) {
                // It went while we looked.
                continue;
            }
            byte[] exactly = length == PIECE ? piece : Arrays.copyOf(piece, length);
            String where = "+" + (at - mapping.from()) / 1024 + "k in " + mapping;
            needles.in(exactly).forEach(needle -> found.add(needle + " " + where));
        }
        return found;
    }
}
