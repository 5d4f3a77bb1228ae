package org.watchword.desk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file beside the database that does nothing but take up room. Its bytes are not compressible,
/// so that a file system that compresses holds the room too.
public final class FileReserve implements Reserve {
    private static final Logger LOG = LoggerFactory.getLogger(FileReserve.class);
    private static final int PIECE = 64 * 1024;

    private final Path file;
    private final long bytes;

    public FileReserve(Path file, long bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    @Override
    public boolean hold() {
        try {
            if (Files.exists(file) && Files.size(file) >= bytes) {
                return true;
            }
            fill();
            return true;
        } catch (IOException e) {
            release();
            return false;
        }
    }

    private void fill() throws IOException {
        var noise = new SplittableRandom(bytes);
        var piece = new byte[PIECE];
        try (var out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long written = 0; written < bytes; written += PIECE) {
                noise.nextBytes(piece);
                var buffer = ByteBuffer.wrap(piece);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
            out.force(true);
        }
    }

    @Override
    public void release() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.error("the reserve could not be given up: {}", e.getClass().getSimpleName());
        }
    }
}
