package org.watchword.desk.cli.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One file of a backup on its way into the target: written beside its name, flushed, named, read
/// again.
final class Outgoing {
    private final Plan plan;
    private final Manifest manifest;
    private final List<Path> files;
    private final Path part;
    private final Path whole;
    private String sum = "";
    private boolean named;

    /// @param kind what the file is of
    /// @param files in the order in which the manifest has them
    Outgoing(Plan plan, Night.Kind kind, Manifest manifest, List<Path> files) {
        this.plan = plan;
        this.manifest = manifest;
        this.files = List.copyOf(files);
        String name = Night.name(manifest.madeAt());
        this.whole = plan.target().resolve(name + kind.ending());
        this.part = plan.target().resolve(name + kind.unfinished());
    }

    Path whole() {
        return whole;
    }

    Instant madeAt() {
        return manifest.madeAt();
    }

    /// Writes it, sealed, beside its name.
    void write(Age age) throws IOException {
        MessageDigest digest = Manifest.digest();
        age.encrypt(
                plan.recipients(),
                this::archive,
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
        sum = Manifest.hex(digest);
    }

    private void archive(OutputStream out) throws IOException {
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

    /// Puts it at its name, for good.
    void name() throws IOException {
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        named = true;
        try (var channel = FileChannel.open(plan.target(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Reads it again from the target: the same bytes, sealed to as many as asked, and as long as
    /// what went in.
    void readBack() throws IOException {
        var entries = new ArrayList<Tar.Entry>();
        entries.add(new Tar.Entry(Manifest.NAME, manifest.written().length));
        manifest.files().forEach(file -> entries.add(file.entry()));
        var seen = AgeFile.of(whole);
        boolean same =
                Manifest.Sum.of(whole).sha256().equals(sum)
                        && seen.recipients() >= plan.recipients().size()
                        && seen.length() == Tar.length(entries);
        if (!same) {
            throw Undone.around("cli.backup.reads-otherwise", "place", plan.target().toString());
        }
    }

    long bytes() throws IOException {
        return Files.size(whole);
    }

    /// Leaves nothing of it.
    void remove() {
        removed(part);
        if (named) {
            removed(whole);
        }
    }

    private static void removed(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the target is gone: there is nothing left to remove it from
        }
    }
}
