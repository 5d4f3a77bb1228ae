package org.watchword.desk.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
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

    public record Restored(Instant madeAt, WithSlots.Came slots) implements Done {}

    /// Nothing was left behind.
    ///
    /// @param status 2 for what was given, 3 for what is around
    public record Failed(Sentence why, int status) implements Done {}

    /// What is to be restored.
    ///
    /// @param identity what opens it
    public record Asked(Path file, Path identity, WithSlots slots) {}

    /// Restores into a directory that is empty or not there yet.
    public Done into(Asked asked, Path into, Afresh afresh) {
        try {
            readable(asked.file(), asked.identity());
            boolean fresh = !Files.exists(into, LinkOption.NOFOLLOW_LINKS);
            empty(into);
            return begun(asked, into, afresh, fresh);
        } catch (Undone e) {
            return new Failed(e.why(), e.status());
        } catch (IOException | StoreUnavailable e) {
            return new Failed(Sentence.of("cli.restore.place-unusable"), 3);
        }
    }

    /// From here on the directory is ours: what lies in it came from this restore.
    private Done begun(Asked asked, Path into, Afresh afresh, boolean fresh) throws IOException {
        boolean done = false;
        try {
            Restored restored = worked(asked, into, afresh);
            done = true;
            return restored;
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

    private Restored worked(Asked asked, Path into, Afresh afresh) throws IOException {
        Files.setPosixFilePermissions(into, PosixFilePermissions.fromString("rwx------"));
        var workshop = Workshop.in(into.resolve(WORKSHOP));
        Manifest manifest = opening.into(asked.file(), asked.identity(), workshop::to);
        if (manifest.holds() == Manifest.Holds.SLOTS) {
            throw Undone.input("cli.restore.only-slots");
        }
        if (!SqliteSnapshot.isSound(workshop.database())) {
            throw Undone.input("cli.backup.database-broken");
        }
        var slots =
                new Joining(opening, asked.identity(), workshop)
                        .join(manifest, asked.file(), asked.slots());
        Optional<Sentence> why = afresh.start(workshop.place(), manifest.madeAt());
        if (why.isPresent()) {
            throw Undone.input(why.get());
        }
        SqliteSnapshot.fold(workshop.database());
        // Without its settings nothing starts: they come last.
        for (String name : Manifest.FILES.reversed()) {
            Files.move(workshop.file(name), into.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        workshop.clear();
        try (var channel = FileChannel.open(into, StandardOpenOption.READ)) {
            channel.force(true);
        }
        return new Restored(manifest.madeAt(), slots);
    }

    private static void leftBehindNothing(Path into, boolean fresh) {
        try {
            new Workshop(into.resolve(WORKSHOP)).clear();
            if (fresh) {
                Files.deleteIfExists(into);
            }
        } catch (IOException e) {
            // what cannot be removed keeps the next restore from beginning, which says so
        }
    }

    /// Opens both files of a backup of this desk and looks through them, and keeps in mind that it
    /// could be done. The watch key is compared and never written; the database lies sealed on the
    /// desk's own disk for as long as it is looked at.
    public Done drill(Plan plan, Path file, Path identity, Opens opens) {
        var workshop = new Workshop(plan.desk().resolve(DRILLING));
        try {
            readable(file, identity);
            workshop.clear();
            Workshop.in(workshop.place());
            Manifest manifest = opening.into(file, identity, name -> drilling(workshop, name));
            var slots =
                    new Joining(opening, identity, workshop)
                            .join(manifest, file, new WithSlots.Beside());
            looked(plan, manifest, workshop.database(), opens);
            new Kept(plan.desk())
                    .drilled(new Kept.Drill(clock.instant(), manifest.madeAt(), plan.mark()));
            return new Restored(manifest.madeAt(), slots);
        } catch (Undone e) {
            return new Failed(e.why(), e.status());
        } catch (IOException | StoreUnavailable e) {
            return new Failed(Sentence.of("cli.restore.place-unusable"), 3);
        } finally {
            cleared(workshop);
        }
    }

    private static OutputStream drilling(Workshop workshop, String name) throws IOException {
        return name.equals(Manifest.DATABASE) ? workshop.to(name) : OutputStream.nullOutputStream();
    }

    private static void looked(Plan plan, Manifest manifest, Path database, Opens opens)
            throws IOException {
        boolean sameKey =
                manifest.files().contains(Manifest.Sum.of(plan.desk().resolve(Manifest.KEY)));
        if (!sameKey) {
            throw Undone.input("cli.restore.other-desk");
        }
        if (!SqliteSnapshot.isSound(database) || !opens.with(database, plan.desk())) {
            throw Undone.input("cli.backup.database-broken");
        }
    }

    private static void cleared(Workshop workshop) {
        try {
            workshop.clear();
        } catch (IOException | StoreUnavailable e) {
            // the next drill clears it
        }
    }
}
