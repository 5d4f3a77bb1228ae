package org.watchword.desk.cli.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.SqliteParts;
import org.watchword.desk.store.SqliteSnapshot;
import org.watchword.desk.store.StoreUnavailable;

/// Writes a backup of a desk, sealed to recipients whose keys are kept elsewhere: its settings, its
/// watch key and its database as it stood at one instant, and in a file of their own the slots,
/// which are to be destroyed sooner.
///
/// The key must be in it: without it a restored database opens for nobody. Who opens a backup
/// therefore reads the whole watch plane, and the desk itself never can.
public final class Backup {
    private static final String SNAPSHOT = "backup.snapshot";
    private static final String LOCK = "backup.lock";

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
    ///
    /// @param slots the file with the slots of the same instant
    public record Written(Path file, Path slots, Instant at, long bytes) implements Made {}

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
        try (var parts = apart(plan)) {
            return sealed(plan, now, parts);
        } catch (StoreUnavailable e) {
            throw Undone.around("cli.backup.desk-unreadable");
        }
    }

    /// The copy with everything in it is gone before anything is sealed.
    private static SqliteParts apart(Plan plan) {
        try (var snapshot = SqliteSnapshot.of(plan.database(), plan.desk().resolve(SNAPSHOT))) {
            if (!SqliteSnapshot.isSound(snapshot.file())) {
                throw Undone.around("cli.backup.database-broken");
            }
            return SqliteParts.of(snapshot.file(), SlotTables.ALL);
        }
    }

    static Undone gone(Plan plan) {
        return Undone.around("cli.backup.target-gone", "place", plan.target().toString());
    }

    private Written sealed(Plan plan, Instant now, SqliteParts parts) {
        List<Path> files =
                List.of(
                        plan.desk().resolve("desk.yaml"),
                        plan.desk().resolve(Manifest.KEY),
                        parts.rest());
        try {
            Manifest manifest = Manifest.ofRest(now, SqliteSnapshot.schema(parts.rest()), files);
            Manifest ofSlots = Manifest.ofSlots(manifest, parts.apart());
            return delivered(
                    plan,
                    new Outgoing(plan, Night.Kind.SLOTS, ofSlots, List.of(parts.apart())),
                    new Outgoing(plan, Night.Kind.BACKUP, manifest, files));
        } catch (IOException e) {
            throw Undone.around("cli.backup.desk-unreadable");
        }
    }

    /// Both, or neither. The slots get their name first, so that whatever has the name of a backup
    /// has its slots beside it.
    private Written delivered(Plan plan, Outgoing slots, Outgoing rest) {
        boolean done = false;
        try {
            Night.clearUnfinished(plan.target());
            slots.write(age);
            rest.write(age);
            slots.name();
            rest.name();
            slots.readBack();
            rest.readBack();
            done = true;
            return new Written(rest.whole(), slots.whole(), rest.madeAt(), rest.bytes());
        } catch (IOException e) {
            throw gone(plan);
        } finally {
            if (!done) {
                rest.remove();
                slots.remove();
            }
        }
    }
}
