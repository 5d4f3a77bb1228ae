package org.watchword.desk.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.watchword.desk.store.SchemaTooNew;
import org.watchword.desk.store.SqliteParts;
import org.watchword.desk.store.SqliteSnapshot;

/// Puts the slots back into what was restored without them. A file of slots may be younger than the
/// rest: then whatever was erased since has no slot in it, and stays shut. It is never older,
/// because an older one would open what was taken away.
record Joining(Opening opening, Path identity, Workshop workshop) {
    /// Finds the slots for a backup that was opened into the workshop.
    ///
    /// @throws Undone when there are none, or those are not of this desk and of that night or later
    WithSlots.Came join(Manifest rest, Path backup, WithSlots with) {
        boolean inside = rest.holds() == Manifest.Holds.ALL;
        return switch (with) {
            case WithSlots.Beside _ ->
                    inside ? new WithSlots.Inside() : taken(rest, beside(backup));
            case WithSlots.Of(Path file) -> taken(rest, file);
            case WithSlots.Without _ -> {
                if (inside) {
                    throw Undone.input("cli.restore.slots-inside");
                }
                yield new WithSlots.None();
            }
        };
    }

    private static Path beside(Path backup) {
        return Night.slotsBeside(backup)
                .filter(Files::isRegularFile)
                .orElseThrow(() -> Undone.input("cli.restore.no-slots"));
    }

    private WithSlots.Taken taken(Manifest rest, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Undone.input("cli.restore.no-slots");
        }
        Manifest slots = opening.into(file, identity, this::place);
        Optional<String> wrong = wrong(rest, slots);
        if (wrong.isPresent()) {
            throw Undone.input(wrong.get());
        }
        if (!SqliteSnapshot.isSound(workshop.slots())) {
            throw Undone.input("cli.backup.not-whole");
        }
        brought(rest, slots);
        if (!SqliteParts.join(workshop.database(), workshop.slots(), SlotTables.ALL)) {
            throw Undone.input("cli.restore.other-history");
        }
        SqliteSnapshot.overwrite(workshop.slots());
        return new WithSlots.Taken(
                slots.madeAt(), SqliteParts.count(workshop.database(), SlotTables.SHUT));
    }

    private OutputStream place(String name) throws IOException {
        if (!name.equals(Manifest.SLOTS)) {
            throw Undone.input("cli.restore.not-slots");
        }
        return workshop.to(name);
    }

    private static Optional<String> wrong(Manifest rest, Manifest slots) {
        if (slots.holds() != Manifest.Holds.SLOTS) {
            return Optional.of("cli.restore.not-slots");
        }
        if (!slots.desk().equals(rest.desk())) {
            return Optional.of("cli.restore.slots-of-another");
        }
        return slots.madeAt().isBefore(rest.madeAt())
                ? Optional.of("cli.restore.slots-older")
                : Optional.empty();
    }

    /// A later program may have changed the tables between the two.
    private void brought(Manifest rest, Manifest slots) {
        if (slots.schema().equals(rest.schema())) {
            return;
        }
        try {
            SqliteParts.bringTo(workshop.database(), slots.schema());
        } catch (SchemaTooNew e) {
            throw Undone.input("cli.backup.newer");
        }
        if (!SqliteSnapshot.schema(workshop.database()).equals(slots.schema())) {
            throw Undone.input("cli.restore.other-history");
        }
    }
}
