package org.watchword.desk.cli.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.SqliteSnapshot;
import org.watchword.desk.store.StoreUnavailable;

/// Writes a backup of a desk: its database as it stood at one instant, its settings and its watch
/// key, sealed to recipients whose keys are kept elsewhere.
///
/// The key must be in it: without it a restored database opens for nobody. Who opens a backup
/// therefore reads the whole watch plane, and the desk itself never can.
public final class Backup {
    static final String ENDING = ".backup.age";

    private static final String SNAPSHOT = "backup.snapshot";
    private static final String LOCK = "backup.lock";
    private static final String PART = ".backup.part";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final Age age;

    /// @param program the name of the program `age`, or where it lies
    public Backup(InstantSource clock, String program) {
        this.clock = clock;
        this.age = new Age(program);
    }

    /// What came of it.
    public sealed interface Made {}

    /// It is written, on the disk, and was read back as far as the desk can read it: that it can be
    /// *opened* only a drill shows.
    public record Written(Path file, Instant at, long bytes) implements Made {}

    /// Nothing was left behind.
    ///
    /// @param status 2 for what was given, 3 for what is around
    public record Failed(Sentence why, int status) implements Made {}

    /// Makes one, beside a desk that may be running, and keeps in mind what came of it.
    public Made make(Plan plan) {
        var kept = new Kept(plan.desk());
        Instant now = clock.instant();
        try {
            plan.check();
            Written written = locked(plan, now);
            var good =
                    new Kept.Good(
                            now,
                            written.file().getFileName().toString(),
                            plan.mark(),
                            sameDisk(plan));
            kept.wentWell(now, good);
            return written;
        } catch (Undone e) {
            kept.failed(now, e.why().key());
            return new Failed(e.why(), e.status());
        }
    }

    private static boolean sameDisk(Plan plan) {
        try {
            return Files.getFileStore(plan.desk()).equals(Files.getFileStore(plan.target()));
        } catch (IOException e) {
            return false;
        }
    }

    /// Two at once would clear each other's work.
    private Written locked(Plan plan, Instant now) {
        try (var channel =
                        FileChannel.open(
                                plan.desk().resolve(LOCK),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw Undone.around("cli.backup.another-runs");
            }
            return made(plan, now);
        } catch (OverlappingFileLockException e) {
            throw Undone.around("cli.backup.another-runs");
        } catch (IOException e) {
            throw Undone.around("cli.backup.desk-unreadable");
        }
    }

    private Written made(Plan plan, Instant now) {
        Path target = plan.target();
        if (!Files.isDirectory(target) || !Files.isWritable(target)) {
            throw gone(plan);
        }
        try (var snapshot = SqliteSnapshot.of(plan.database(), plan.desk().resolve(SNAPSHOT))) {
            if (!SqliteSnapshot.isSound(snapshot.file())) {
                throw Undone.around("cli.backup.database-broken");
            }
            return sealed(plan, now, snapshot.file());
        } catch (StoreUnavailable e) {
            throw Undone.around("cli.backup.desk-unreadable");
        }
    }

    static Undone gone(Plan plan) {
        return Undone.around("cli.backup.target-gone", "place", plan.target().toString());
    }

    private Written sealed(Plan plan, Instant now, Path snapshot) {
        Path part = plan.target().resolve(NAME.format(now) + PART);
        Path whole = plan.target().resolve(NAME.format(now) + ENDING);
        try {
            clearParts(plan.target());
            List<Path> files =
                    List.of(
                            plan.desk().resolve("desk.yaml"),
                            plan.desk().resolve("watch.key"),
                            snapshot);
            var archive = archive(now, files);
            String sum = written(plan, archive, files, part);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            flush(plan.target());
            readBack(plan, whole, archive, sum);
            return new Written(whole, now, Files.size(whole));
        } catch (IOException e) {
            throw gone(plan);
        } finally {
            removed(part);
        }
    }

    private static Manifest archive(Instant now, List<Path> files) {
        var sums = new ArrayList<Manifest.Sum>();
        try {
            for (int i = 0; i < files.size(); i++) {
                sums.add(Manifest.Sum.of(files.get(i)).named(Manifest.FILES.get(i)));
            }
        } catch (IOException e) {
            throw Undone.around("cli.backup.desk-unreadable");
        }
        return new Manifest(now, SqliteSnapshot.schema(files.getLast()), sums);
    }

    private String written(Plan plan, Manifest manifest, List<Path> files, Path part)
            throws IOException {
        MessageDigest digest = Manifest.digest();
        age.encrypt(
                plan.recipients(),
                pipe -> archived(pipe, manifest, files),
                sealed -> {
                    try (var out =
                                    FileChannel.open(
                                            part,
                                            StandardOpenOption.CREATE_NEW,
                                            StandardOpenOption.WRITE);
                            var in = new DigestInputStream(sealed, digest)) {
                        in.transferTo(Channels.newOutputStream(out));
                        out.force(true);
                    }
                });
        return Manifest.hex(digest);
    }

    private static void archived(OutputStream out, Manifest manifest, List<Path> files)
            throws IOException {
        byte[] head = manifest.written();
        long seconds = manifest.madeAt().getEpochSecond();
        Tar.write(
                out,
                new Tar.Entry(Manifest.NAME, head.length),
                seconds,
                new ByteArrayInputStream(head));
        for (int i = 0; i < files.size(); i++) {
            try (var in = Files.newInputStream(files.get(i))) {
                Tar.write(out, manifest.files().get(i).entry(), seconds, in);
            }
        }
        Tar.end(out);
    }

    /// Read again from the target: the same bytes, sealed to as many as asked, and as long as what
    /// went in.
    private static void readBack(Plan plan, Path whole, Manifest manifest, String sum)
            throws IOException {
        var entries = new ArrayList<Tar.Entry>();
        entries.add(new Tar.Entry(Manifest.NAME, manifest.written().length));
        manifest.files().forEach(file -> entries.add(file.entry()));
        var seen = AgeFile.of(whole);
        boolean same =
                Manifest.Sum.of(whole).sha256().equals(sum)
                        && seen.recipients() >= plan.recipients().size()
                        && seen.length() == Tar.length(entries);
        if (!same) {
            removed(whole);
            throw Undone.around("cli.backup.reads-otherwise", "place", plan.target().toString());
        }
    }

    /// What a run that was killed left there.
    private static void clearParts(Path target) throws IOException {
        try (var parts = Files.newDirectoryStream(target, "*" + PART)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static void removed(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the target is gone: there is nothing left to remove it from
        }
    }

    private static void flush(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
