package org.watchword.desk.vault;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.vault.KeyFileUnusable.Why;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.slot.GlassSlots;

/// The key of the watch plane: 32 random bytes in the file `watch.key`, readable by its owner only.
/// Who holds this file and the database reads the whole watch plane; without it, nothing of it.
public final class WatchKey implements AutoCloseable {
    static final int BYTES = 32;

    private static final String DOMAIN = "watchword/v1/";
    private static final byte[] NO_SALT = {};

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Secret key;

    private WatchKey(Secret key) {
        this.key = key;
    }

    /// Takes over a key held elsewhere; 32 bytes.
    public static WatchKey of(Secret key) {
        if (key.length() != BYTES) {
            throw new KeyFileUnusable(Why.WRONG_SIZE, null);
        }
        return new WatchKey(key);
    }

    /// Reads the key file; makes it when it is missing. A new key is on the disk, whole, before
    /// this returns, and never takes the place of another.
    ///
    /// @throws KeyFileUnusable when it cannot be read or made, or is not a key
    public static WatchKey readOrMake(Path file, SecureRandom random) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            make(file, random);
        }
        return read(file);
    }

    /// Reads the key file, and never makes one.
    ///
    /// @throws KeyFileUnusable when it is missing, cannot be read, or is not a key
    public static WatchKey read(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new KeyFileUnusable(Why.MISSING, null);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new KeyFileUnusable(Why.NOT_A_FILE, null);
        }
        try (var channel = FileChannel.open(file, READ, LinkOption.NOFOLLOW_LINKS)) {
            if (!closedToOthers(Files.getPosixFilePermissions(file))) {
                throw new KeyFileUnusable(Why.OPEN_TO_OTHERS, null);
            }
            if (channel.size() != BYTES) {
                throw new KeyFileUnusable(Why.WRONG_SIZE, null);
            }
            byte[] bytes = new byte[BYTES];
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                Thread.onSpinWait();
            }
            if (buffer.hasRemaining()) {
                throw new KeyFileUnusable(Why.WRONG_SIZE, null);
            }
            return of(new Secret(bytes));
        } catch (IOException e) {
            throw new KeyFileUnusable(Why.UNREADABLE, e);
        }
    }

    private static boolean closedToOthers(Set<PosixFilePermission> permissions) {
        return permissions.stream()
                .allMatch(permission ->
                        permission == PosixFilePermission.OWNER_READ
                                || permission == PosixFilePermission.OWNER_WRITE
                                || permission == PosixFilePermission.OWNER_EXECUTE);
    }

    /// Written whole beside its place and then linked into it: a link never replaces what is there,
    /// and a crash leaves either no key or a whole one.
    private static void make(Path file, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".new");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try (var channel = FileChannel.open(part, WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.createLink(whole, part);
            Files.delete(part);
            try (var directory = FileChannel.open(whole.resolveSibling("."), READ)) {
                directory.force(true);
            }
        } catch (FileAlreadyExistsException e) {
            // somebody else made it meanwhile: theirs stands and is read
        } catch (IOException e) {
            throw new KeyFileUnusable(Why.UNREADABLE, e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// A key for one use, so that no two uses ever share one.
    Key subkey(String use) {
        return Hkdf.derive(key.bytes(), NO_SALT, DOMAIN + use);
    }

    /// What the halves of the desk are sealed with, as the page on slots has it.
    GlassSlots glass() {
        try (Key copy = Key.taking(key.bytes().clone())) {
            return new GlassSlots(copy);
        }
    }

    @Override
    public void close() {
        key.close();
    }
}
