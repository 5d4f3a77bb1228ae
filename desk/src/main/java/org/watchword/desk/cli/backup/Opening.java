package org.watchword.desk.cli.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Optional;

/// Opens a backup and hands on what is in it, each file to where the caller wants it. Nothing of it
/// may be used before this returned: only then every byte was compared.
final class Opening {
    private final Age age;

    Opening(Age age) {
        this.age = age;
    }

    /// Where the files go, by their names.
    @FunctionalInterface
    interface Places {
        OutputStream of(String name) throws IOException;
    }

    /// @return what the backup says about itself
    /// @throws Undone when it does not open, or is not whole
    Manifest into(Path file, Path identity, Places places) {
        var seen = new Seen(places);
        try {
            AgeFile.of(file);
            age.decrypt(file, identity, seen::read);
        } catch (IOException e) {
            throw Undone.input("cli.backup.not-whole");
        }
        return seen.manifest.orElseThrow(() -> Undone.input("cli.backup.not-one"));
    }

    private static final class Seen {
        private final Places places;
        private Optional<Manifest> manifest = Optional.empty();

        Seen(Places places) {
            this.places = places;
        }

        /// An identity that does not fit gives nothing at all: that the program says itself.
        void read(InputStream clear) throws IOException {
            var in = new DataInputStream(clear);
            if (!begins(in)) {
                return;
            }
            Manifest promised = manifest.orElseThrow();
            for (Manifest.Sum sum : promised.files()) {
                if (!Tar.next(in).equals(Optional.of(sum.entry()))) {
                    throw Undone.input("cli.backup.not-whole");
                }
                var digest = Manifest.digest();
                try (var out = new DigestOutputStream(places.of(sum.name()), digest)) {
                    Tar.read(in, sum.entry(), out);
                }
                if (!Manifest.hex(digest).equals(sum.sha256())) {
                    throw Undone.input("cli.backup.not-whole");
                }
            }
            if (Tar.next(in).isPresent()) {
                throw Undone.input("cli.backup.not-whole");
            }
        }

        private boolean begins(DataInputStream in) throws IOException {
            Optional<Tar.Entry> first = firstOf(in);
            if (first.isEmpty()) {
                return false;
            }
            if (!first.get().name().equals(Manifest.NAME)
                    || first.get().size() > Manifest.LONGEST) {
                throw Undone.input("cli.backup.not-one");
            }
            var text = new ByteArrayOutputStream();
            Tar.read(in, first.get(), text);
            manifest = Optional.of(Manifest.read(new ByteArrayInputStream(text.toByteArray())));
            return true;
        }

        private static Optional<Tar.Entry> firstOf(DataInputStream in) throws IOException {
            try {
                return Tar.next(in);
            } catch (EOFException e) {
                return Optional.empty();
            }
        }
    }
}
