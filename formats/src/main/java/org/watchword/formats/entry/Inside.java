package org.watchword.formats.entry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.VerifyingKey;

/// What is sealed of an entry: `r(32) ‖ signature(64) ‖ length(4) ‖ body ‖ zeros`, up to the size
/// class of it all. The signature lies inside so that nobody can try it against the public keys of
/// authors without the data key.
final class Inside implements AutoCloseable {
    static final int R_BYTES = 32;

    private static final int SIGNATURE_AT = R_BYTES;
    private static final int LENGTH_AT = SIGNATURE_AT + VerifyingKey.SIGNATURE_BYTES;
    private static final int BODY_AT = LENGTH_AT + Integer.BYTES;

    private final byte[] padded;
    private final int end;

    private Inside(byte[] padded, int end) {
        this.padded = padded;
        this.end = end;
    }

    static Inside of(byte[] r, byte[] signature, byte[] body) {
        int end = BODY_AT + body.length;
        byte[] padded = new byte[SizeClass.of(end)];
        ByteBuffer.wrap(padded).put(r).put(signature).putInt(body.length).put(body);
        return new Inside(padded, end);
    }

    /// Takes the bytes over. Empty when the padding is not that of the body: of another class, or
    /// not of zeros.
    ///
    /// @param padded of a length that is a size class
    static Optional<Inside> read(byte[] padded) {
        int length = ByteBuffer.wrap(padded).getInt(LENGTH_AT);
        boolean fits =
                length >= 0
                        && length <= padded.length - BODY_AT
                        && SizeClass.of(BODY_AT + length) == padded.length;
        if (fits && isZero(padded, BODY_AT + length)) {
            return Optional.of(new Inside(padded, BODY_AT + length));
        }
        Arrays.fill(padded, (byte) 0);
        return Optional.empty();
    }

    private static boolean isZero(byte[] bytes, int from) {
        int any = 0;
        for (int i = from; i < bytes.length; i++) {
            any |= bytes[i];
        }
        return any == 0;
    }

    byte[] r() {
        return Arrays.copyOf(padded, R_BYTES);
    }

    byte[] signature() {
        return Arrays.copyOfRange(padded, SIGNATURE_AT, LENGTH_AT);
    }

    byte[] body() {
        return Arrays.copyOfRange(padded, BODY_AT, end);
    }

    byte[] padded() {
        return padded.clone();
    }

    @Override
    public void close() {
        Arrays.fill(padded, (byte) 0);
    }
}
