package org.watchword.desk.cli.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Sentence;

/// A file that stands at its name once it is whole: until then it lies beside, readable to its
/// owner alone, and goes when it was not completed, also when the program is told to stop.
final class OutFile implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> MINE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path target;
    private final Optional<Path> beside;
    private final boolean over;
    private final FileChannel channel;
    private final Thread whenStopped = new Thread(this::remove);

    private OutFile(Path target, Optional<Path> beside, boolean over) throws IOException {
        this.target = target;
        this.beside = beside;
        this.over = over;
        if (beside.isPresent()) {
            channel =
                    FileChannel.open(
                            beside.get(),
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            MINE);
            Runtime.getRuntime().addShutdownHook(whenStopped);
        } else {
            channel = FileChannel.open(target, StandardOpenOption.WRITE);
        }
    }

    /// @param over whether what stands at that name may be replaced
    static OutFile at(Path target, boolean over, SecureRandom random) {
        // A device or a pipe has no place beside it, and nothing in it to be lost.
        boolean special = Files.exists(target) && !Files.isRegularFile(target);
        if (Files.isDirectory(target)) {
            throw NotDone.given(Sentence.of("cli.seal.directory", "file", target.toString()));
        }
        if (!special && !over && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw thereAlready(target);
        }
        byte[] letters = new byte[6];
        random.nextBytes(letters);
        String name = target.getFileName() + "." + HexFormat.of().formatHex(letters) + ".part";
        try {
            Optional<Path> beside =
                    special ? Optional.empty() : Optional.of(target.resolveSibling(name));
            return new OutFile(target, beside, over);
        } catch (IOException e) {
            throw unwritable(target);
        }
    }

    private static NotDone thereAlready(Path target) {
        return NotDone.given(Sentence.of("cli.seal.there-already", "file", target.toString()));
    }

    static NotDone unwritable(Path target) {
        return NotDone.around(Sentence.of("cli.seal.unwritable", "file", target.toString()));
    }

    OutputStream stream() {
        return Channels.newOutputStream(channel);
    }

    /// Everything was written: it goes to the disk, and to its name.
    void complete() {
        try {
            if (beside.isPresent()) {
                channel.force(true);
                moveTo(beside.get());
            }
        } catch (FileAlreadyExistsException e) {
            throw thereAlready(target);
        } catch (IOException e) {
            throw unwritable(target);
        }
    }

    private void moveTo(Path from) throws IOException {
        if (over) {
            Files.move(from, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.move(from, target);
        }
    }

    private void remove() {
        try {
            if (beside.isPresent()) {
                Files.deleteIfExists(beside.get());
            }
        } catch (IOException e) {
            // It stays beside, under its other name; nothing can be done about it from here.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // What was completed is on the disk; what was not goes.
        }
        remove();
        if (beside.isPresent()) {
            try {
                Runtime.getRuntime().removeShutdownHook(whenStopped);
            } catch (IllegalStateException e) {
                // The program is being stopped, and the hook runs.
            }
        }
    }
}
