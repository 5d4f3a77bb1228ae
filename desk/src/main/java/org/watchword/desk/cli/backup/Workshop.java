package org.watchword.desk.cli.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.watchword.desk.store.SqliteSnapshot;

/// A directory in which a backup is opened and put together. Only its owner may read in it, and
/// what is in it is overwritten before it goes.
record Workshop(Path place) {
    /// @throws IOException when something stands there
    static Workshop in(Path place) throws IOException {
        Files.createDirectory(
                place,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new Workshop(place);
    }

    Path file(String name) {
        return place.resolve(name);
    }

    Path database() {
        return file(Manifest.DATABASE);
    }

    Path slots() {
        return file(Manifest.SLOTS);
    }

    /// Where a file of that name goes, flushed when it is closed.
    OutputStream to(String name) throws IOException {
        Path file = file(name);
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

    /// Overwrites and removes what is in it, and the directory.
    void clear() throws IOException {
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var inside = Files.newDirectoryStream(place)) {
            for (Path one : inside) {
                SqliteSnapshot.overwrite(one);
            }
        }
        Files.delete(place);
    }
}
