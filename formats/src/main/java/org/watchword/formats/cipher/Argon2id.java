package org.watchword.formats.cipher;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The cost of one try of a passphrase: Argon2id (RFC 9106), version 1.3, by Bouncy Castle.
public record Argon2id(int memoryKib, int passes, int lanes) {
    public static final int ENCODED_BYTES = 6;
    public static final int ROOT_BYTES = 32;

    /// What new slots are made with, and the least that stored ones may ask for.
    public static final Argon2id FLOOR = new Argon2id(64 * 1024, 3, 1);

    /// The most that stored ones may ask for: spoiled ones must not stop whoever opens them.
    private static final Argon2id CEILING = new Argon2id(512 * 1024, 12, 4);

    private boolean isAllowed() {
        return memoryKib >= FLOOR.memoryKib
                && passes >= FLOOR.passes
                && lanes >= FLOOR.lanes
                && memoryKib <= CEILING.memoryKib
                && passes <= CEILING.passes
                && lanes <= CEILING.lanes;
    }

    /// `memory in KiB(4) ‖ passes(1) ‖ lanes(1)`.
    public byte[] encoded() {
        return ByteBuffer.allocate(ENCODED_BYTES)
                .putInt(memoryKib)
                .put((byte) passes)
                .put((byte) lanes)
                .array();
    }

    /// Empty when they ask for less, or more, than is allowed.
    public static Optional<Argon2id> decode(ByteBuffer from) {
        var read = new Argon2id(from.getInt(), from.get(), from.get());
        return read.isAllowed() ? Optional.of(read) : Optional.empty();
    }

    /// 32 bytes. Both arrays stay their owner's.
    public Key root(byte[] passphrase, byte[] salt) {
        var parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] root = new byte[ROOT_BYTES];
        generator.generateBytes(passphrase, root);
        return Key.taking(root);
    }
}
