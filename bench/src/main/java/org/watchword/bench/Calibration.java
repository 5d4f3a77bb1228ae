package org.watchword.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// How fast this machine is just now, so that two runs can be compared: the median wait for 4 KiB
/// to be on the disk, and how long a fixed piece of arithmetic takes on one core.
///
/// @param fdatasyncMillis median of 200
/// @param spinMillis best of five; the rest of the machine can only make it longer
record Calibration(double fdatasyncMillis, double spinMillis) {
    private static final int WRITES = 200;
    private static final int SPINS = 5;
    private static final int STEPS = 50_000_000;

    /// A run is not comparable when the machine was so much slower at its end than at its best.
    private static final double DRIFT = 1.5;

    static Calibration take(Path directory) throws IOException {
        return new Calibration(fdatasync(directory), spin());
    }

    /// Whether the two were taken on a machine in the same state.
    boolean isLike(Calibration other) {
        return near(fdatasyncMillis, other.fdatasyncMillis) && near(spinMillis, other.spinMillis);
    }

    private static boolean near(double a, double b) {
        return Math.max(a, b) <= DRIFT * Math.min(a, b);
    }

    private static double fdatasync(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "calibration", "");
        List<Double> waits = new ArrayList<>();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(4096), i * 4096L);
                channel.force(false);
                waits.add((System.nanoTime() - begin) / 1e6);
            }
        } finally {
            Files.delete(file);
        }
        return Spread.of(waits).median();
    }

    private static double spin() {
        List<Double> times = new ArrayList<>();
        long kept = 0;
        for (int i = 0; i < SPINS; i++) {
            long begin = System.nanoTime();
            kept ^= mix(i);
            times.add((System.nanoTime() - begin) / 1e6);
        }
        // Zero for no input: the sum is used, so the loop is not thrown away.
        return Spread.of(times).least() + (kept == 42 ? 1e-9 : 0);
    }

    private static long mix(long seed) {
        long x = seed + 1;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
