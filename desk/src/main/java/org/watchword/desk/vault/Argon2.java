package org.watchword.desk.vault;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The cost of one try of a passphrase: Argon2id (RFC 9106), version 1.3.
record Argon2(int memoryKib, int passes, int lanes) {
    static final int ENCODED_BYTES = 6;
    static final int ROOT_BYTES = 32;

    /// What new slots are made with, and the least that stored ones may ask for.
    static final Argon2 FLOOR = new Argon2(64 * 1024, 3, 1);

    /// The most that stored ones may ask for: spoiled ones must not stop the desk.
    private static final Argon2 CEILING = new Argon2(512 * 1024, 12, 4);

    boolean isAllowed() {
        return memoryKib >= FLOOR.memoryKib
                && passes >= FLOOR.passes
                && lanes >= FLOOR.lanes
                && memoryKib <= CEILING.memoryKib
                && passes <= CEILING.passes
                && lanes <= CEILING.lanes;
    }

    void encode(ByteBuffer to) {
        to.putInt(memoryKib).put((byte) passes).put((byte) lanes);
    }

    /// Empty when they ask for less, or more, than is allowed.
    static Optional<Argon2> decode(ByteBuffer from) {
        var read = new Argon2(from.getInt(), from.get(), from.get());
        return read.isAllowed() ? Optional.of(read) : Optional.empty();
    }

    byte[] root(byte[] passphrase, byte[] salt) {
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
        return root;
    }
}
