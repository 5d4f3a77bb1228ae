package org.watchword.desk.cli.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.SqliteSnapshot;
import org.watchword.desk.store.StoreUnavailable;

/// Opens a backup: into an empty directory, as a desk that starts afresh, or only to see that it
/// can be done.
public final class Restore {
    /// Where a restore works until everything in it is good; a desk does not start from it.
    private static final String WORKSHOP = "restoring";

    /// Where a drill puts the database while it looks at it.
    static final String DRILLING = "backup.drilling";

    private final InstantSource clock;
    private final Opening opening;

    /// @param program the name of the program `age`, or where it lies
    public Restore(InstantSource clock, String program) {
        this.clock = clock;
        this.opening = new Opening(new Age(program));
    }

    /// Makes a restored directory into a desk that nobody is signed in to: no session, link, PIN or
    /// code of before is good any more.
    @FunctionalInterface
    public interface Afresh {
        /// Says why this program cannot do it; nothing when it is done.
        Optional<Sentence> start(Path directory, Instant madeAt);
    }

    /// Whether the fields of a database open with the key of a desk.
    @FunctionalInterface
    public interface Opens {
        boolean with(Path database, Path desk);
    }

    /// What came of it.
    public sealed interface Done {}

    public record Restored(Instant madeAt) implements Done {}

    /// Nothing was left behind.
    ///
    /// @param status 2 for what was given, 3 for what is around
    public record Failed(Sentence why, int status) implements Done {}

    /// Restores into a directory that is empty or not there yet.
    public Done into(Path file, Path identity, Path into, Afresh afresh) {
        try {
            readable(file, identity);
            boolean fresh = !Files.exists(into, LinkOption.NOFOLLOW_LINKS);
            empty(into);
            return begun(file, identity, into, afresh, fresh);
        } catch (Undone e) {
            return new Failed(e.why(), e.status());
        } catch (IOException | StoreUnavailable e) {
            return new Failed(Sentence.of("cli.restore.place-unusable"), 3);
        }
    }

    /// From here on the directory is ours: what lies in it came from this restore.
    private Done begun(Path file, Path identity, Path into, Afresh afresh, boolean fresh)
            throws IOException {
        boolean done = false;
        try {
            Instant madeAt = worked(file, identity, into, afresh);
            done = true;
            return new Restored(madeAt);
        } finally {
            if (!done) {
                leftBehindNothing(into, fresh);
            }
        }
    }

    private static void readable(Path file, Path identity) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Undone.input("cli.restore.no-file");
        }
        if (!Files.isReadable(identity)) {
            throw Undone.input("cli.restore.no-identity");
        }
    }

    private static void empty(Path into) throws IOException {
        if (!Files.exists(into, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(into.toAbsolutePath().getParent());
            Files.createDirectory(
                    into,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        if (!Files.isDirectory(into)) {
            throw Undone.input("cli.restore.not-empty");
        }
        try (var inside = Files.newDirectoryStream(into)) {
            if (inside.iterator().hasNext()) {
                throw Undone.input("cli.restore.not-empty");
            }
        }
    }

    private Instant worked(Path file, Path identity, Path into, Afresh afresh) throws IOException {
        Path workshop = Files.createDirectory(into.resolve(WORKSHOP));
        Files.setPosixFilePermissions(into, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(workshop, PosixFilePermissions.fromString("rwx------"));
        Manifest manifest = opening.into(file, identity, name -> ownerOnly(workshop.resolve(name)));
        if (!SqliteSnapshot.isSound(workshop.resolve("desk.db"))) {
            throw Undone.input("cli.backup.database-broken");
        }
        Optional<Sentence> why = afresh.start(workshop, manifest.madeAt());
        if (why.isPresent()) {
            throw Undone.input(why.get());
        }
        SqliteSnapshot.fold(workshop.resolve("desk.db"));
        // Without its settings nothing starts: they come last.
        for (String name : Manifest.FILES.reversed()) {
            Files.move(workshop.resolve(name), into.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        clear(workshop);
        try (var channel = FileChannel.open(into, StandardOpenOption.READ)) {
            channel.force(true);
        }
        return manifest.madeAt();
    }

    private static OutputStream ownerOnly(Path file) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                channel.force(true);
                super.close();
            }
        };
    }

    private static void leftBehindNothing(Path into, boolean fresh) {
        try {
            clear(into.resolve(WORKSHOP));
            if (fresh) {
                Files.deleteIfExists(into);
            }
        } catch (IOException e) {
            // what cannot be removed keeps the next restore from beginning, which says so
        }
    }

    /// Overwrites and removes what is in a directory, and the directory.
    private static void clear(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var inside = Files.newDirectoryStream(directory)) {
            for (Path one : inside) {
                SqliteSnapshot.overwrite(one);
            }
        }
        Files.delete(directory);
    }

    /// Opens a backup of this desk and looks through it, and keeps in mind that it could be done.
    /// The key is compared and never written; the database lies sealed on the desk's own disk for
    /// as long as it is looked at.
    public Done drill(Plan plan, Path file, Path identity, Opens opens) {
        Path workshop = plan.desk().resolve(DRILLING);
        try {
            readable(file, identity);
            clear(workshop);
            Files.createDirectory(workshop);
            Path database = workshop.resolve("desk.db");
            Manifest manifest =
                    opening.into(
                            file,
                            identity,
                            name ->
                                    name.equals("desk.db")
                                            ? ownerOnly(database)
                                            : OutputStream.nullOutputStream());
            looked(plan, manifest, database, opens);
            new Kept(plan.desk())
                    .drilled(new Kept.Drill(clock.instant(), manifest.madeAt(), plan.mark()));
            return new Restored(manifest.madeAt());
        } catch (Undone e) {
            return new Failed(e.why(), e.status());
        } catch (IOException | StoreUnavailable e) {
            return new Failed(Sentence.of("cli.restore.place-unusable"), 3);
        } finally {
            cleared(workshop);
        }
    }

    private static void looked(Plan plan, Manifest manifest, Path database, Opens opens)
            throws IOException {
        boolean sameKey =
                manifest.files().contains(Manifest.Sum.of(plan.desk().resolve("watch.key")));
        if (!sameKey) {
            throw Undone.input("cli.restore.other-desk");
        }
        if (!SqliteSnapshot.isSound(database) || !opens.with(database, plan.desk())) {
            throw Undone.input("cli.backup.database-broken");
        }
    }

    private static void cleared(Path workshop) {
        try {
            clear(workshop);
        } catch (IOException | StoreUnavailable e) {
            // the next drill clears it
        }
    }
}
