package org.watchword.story.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// A database as it may lie there after the current failed: of each file all that it held when it
/// was last synced, and of what was written since as much as chance has it, the last piece perhaps
/// torn. The disk is taken at its word: what it says it keeps it keeps, and it writes sectors
/// whole.
final class PowerLoss {
    /// What is not part of the database's state: shared memory is made anew.
    private static final List<String> FILES = List.of("desk.db", "desk.db-wal");

    private static final int SECTOR = 512;

    private final Path before;
    private final Traced traced;

    /// @param before copies of the files as they lay there when the recording began
    PowerLoss(Path before, Traced traced) {
        this.before = before;
        this.traced = traced;
    }

    /// How much of what was not synced survived.
    private enum Luck {
        NOTHING,
        EVERYTHING,
        WHAT_CAME_FIRST,
        SOME
    }

    /// Lays down what may be left when the current fails before that line.
    ///
    /// @return the database file
    Path image(int line, RandomGenerator random, Path into) throws IOException {
        Files.createDirectories(into);
        for (String name : FILES) {
            Path file = into.resolve(name);
            Files.deleteIfExists(file);
            if (Files.exists(before.resolve(name))) {
                Files.copy(before.resolve(name), file, StandardCopyOption.REPLACE_EXISTING);
            }
            lay(file, survivors(name, line, random));
        }
        Files.deleteIfExists(into.resolve("desk.db-shm"));
        return into.resolve(FILES.getFirst());
    }

    private List<Traced.Op> survivors(String name, int line, RandomGenerator random) {
        List<Traced.Op> seen =
                traced.ops().stream()
                        .filter(op -> op.file().equals(name) && op.began() < line)
                        .sorted(Comparator.comparingInt(Traced.Op::began))
                        .toList();
        int synced =
                seen.stream()
                        .filter(op -> op instanceof Traced.Sync && op.ended() < line)
                        .mapToInt(Traced.Op::began)
                        .max()
                        .orElse(-1);
        List<Traced.Op> left = new ArrayList<>();
        List<Traced.Op> since = new ArrayList<>();
        for (Traced.Op op : seen) {
            if (!(op instanceof Traced.Sync)) {
                (op.ended() < synced ? left : since).add(op);
            }
        }
        left.addAll(spared(since, random));
        return left;
    }

    private static List<Traced.Op> spared(List<Traced.Op> since, RandomGenerator random) {
        Luck luck = Luck.values()[random.nextInt(Luck.values().length)];
        int first = since.isEmpty() ? 0 : random.nextInt(since.size() + 1);
        List<Traced.Op> spared = new ArrayList<>();
        for (int i = 0; i < since.size(); i++) {
            boolean left =
                    switch (luck) {
                        case NOTHING -> false;
                        case EVERYTHING -> true;
                        case WHAT_CAME_FIRST -> i < first;
                        case SOME -> random.nextBoolean();
                    };
            if (left) {
                spared.add(since.get(i));
            }
        }
        if (!spared.isEmpty() && spared.getLast() instanceof Traced.Write last) {
            spared.set(spared.size() - 1, torn(last, random));
        }
        return spared;
    }

    /// Whole, or cut off after some of its sectors.
    private static Traced.Write torn(Traced.Write whole, RandomGenerator random) {
        int sectors = whole.length() / SECTOR;
        return sectors == 0 || random.nextBoolean()
                ? whole
                : whole.first(random.nextInt(sectors) * SECTOR);
    }

    private static void lay(Path file, List<Traced.Op> ops) throws IOException {
        if (ops.isEmpty()) {
            return;
        }
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (Traced.Op op : ops) {
                switch (op) {
                    case Traced.Write w -> {
                        var bytes = ByteBuffer.wrap(w.bytes());
                        while (bytes.hasRemaining()) {
                            channel.write(bytes, w.at() + bytes.position());
                        }
                    }
                    case Traced.Cut cut -> {
                        if (channel.size() > cut.length()) {
                            channel.truncate(cut.length());
                        }
                    }
                    case Traced.Sync _ -> {}
                }
            }
        }
    }
}
