package org.watchword.story.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.random.RandomGenerator;
import org.watchword.story.process.DeskGone;
import org.watchword.story.process.DeskProcess;

/// A disk that runs full under a desk: a real small one where this machine lets us mount it, laid
/// over the desk's directory for as long as the round lasts; otherwise the limit that the system
/// keeps on the size of files.
final class FullDisk {
    /// Beside what lies there already: the reserve, and some growth.
    private static final long ROOM = 24L * 1024 * 1024;

    /// The most that is left free on a disk that counts as full.
    private static final int CRUMBS = 64 * 1024;

    private static final int PIECE = 4 * 1024;
    private static final String BALLAST = "ballast";

    private final DeskProcess desk;
    private final Path aside;
    private final boolean mounts;
    private boolean laid;

    /// @param aside where the desk's files lie while the small disk covers its directory
    FullDisk(DeskProcess desk, Path aside, boolean mounts) {
        this.desk = desk;
        this.aside = aside;
        this.mounts = mounts;
    }

    /// Whether a small disk can be mounted here.
    static boolean canMount(Path scratch) throws IOException {
        Path place = Files.createDirectories(scratch.resolve("mounted"));
        boolean can = run("mount", "-t", "tmpfs", "-o", "size=1m", "watchword", place.toString());
        return can && run("umount", place.toString());
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskGone("interrupted", e);
        }
    }

    boolean isReal() {
        return mounts;
    }

    /// The desk, which does not run, finds itself on a small disk.
    void lay() throws IOException {
        Path place = desk.directory();
        copy(place, aside);
        long needed = ROOM;
        for (Path file : files(place)) {
            needed += Files.size(file);
        }
        if (!run(
                "mount", "-t", "tmpfs", "-o", "mode=700,size=" + needed, "watchword", "" + place)) {
            throw new IOException("the small disk cannot be mounted");
        }
        laid = true;
        copy(aside, place);
    }

    /// Whether the desk is on a small disk now.
    boolean isLaid() {
        return laid;
    }

    /// The desk, which does not run, finds itself on its own disk again, with all its files.
    void lift() throws IOException {
        Path place = desk.directory();
        for (Path file : files(aside)) {
            Files.delete(file);
        }
        copy(place, aside);
        if (!run("umount", place.toString())) {
            throw new IOException("the small disk cannot be taken away");
        }
        laid = false;
        for (Path file : files(place)) {
            Files.delete(file);
        }
        copy(aside, place);
        for (Path file : files(aside)) {
            Files.delete(file);
        }
    }

    /// From now on the disk takes nothing, or next to nothing.
    void fill(RandomGenerator random) throws IOException {
        if (!mounts) {
            desk.fillDisk(true);
            return;
        }
        Path ballast = desk.directory().resolve(BALLAST);
        long crumbs = random.nextInt(CRUMBS);
        byte[] piece = new byte[PIECE];
        try (var out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(ballast).getUsableSpace() > crumbs) {
                out.write(piece);
            }
        } catch (IOException e) {
            // The desk was quicker: it is full.
        }
    }

    /// There is room again.
    void mend() throws IOException {
        if (mounts) {
            Files.deleteIfExists(desk.directory().resolve(BALLAST));
        } else {
            desk.fillDisk(false);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            boolean lasting = !file.endsWith(BALLAST) && !file.endsWith("desk.db-shm");
            if (lasting) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
