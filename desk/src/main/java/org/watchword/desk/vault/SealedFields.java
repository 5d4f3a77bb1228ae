package org.watchword.desk.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Primed;
import org.watchword.formats.cipher.Xaes;

/// {@link FieldSeal} under the watch key.
///
/// ```
/// sealed    = version(1) ‖ nonce(24) ‖ XAES-256-GCM(padded, context)
/// padded    = length(4) ‖ UTF-8 ‖ zeros, up to the size class
/// context   = domain ‖ version(1) ‖ length(2) ‖ table ‖ length(2) ‖ column ‖ row(8)
/// ```
///
/// Size classes: steps of 64 bytes up to 1 KiB, of 512 bytes beyond.
final class SealedFields implements FieldSeal {
    private static final byte VERSION = 1;
    private static final byte[] DOMAIN = "watchword/field-seal".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH_BYTES = 4;
    private static final int SMALL_STEP = 64;
    private static final int SMALL = 1024;
    private static final int LARGE_STEP = 512;

    private final Xaes xaes;
    private final SecureRandom random;

    SealedFields(WatchKey key, SecureRandom random) {
        try (Key subkey = key.subkey("field-seal")) {
            this.xaes = new Xaes(subkey);
        }
        this.random = random;
        Primed.fields();
    }

    @Override
    public byte[] seal(Place place, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] padded = new byte[sizeClass(LENGTH_BYTES + utf8.length)];
        ByteBuffer.wrap(padded).putInt(utf8.length).put(utf8);
        byte[] nonce = new byte[Xaes.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = xaes.seal(nonce, padded, context(place));
        return ByteBuffer.allocate(1 + nonce.length + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    public String open(Place place, byte[] sealed) {
        int head = 1 + Xaes.NONCE_BYTES;
        if (sealed.length < head || sealed[0] != VERSION) {
            throw new UnreadableField(place);
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, head);
        byte[] body = Arrays.copyOfRange(sealed, head, sealed.length);
        byte[] padded =
                xaes.open(nonce, body, context(place))
                        .orElseThrow(() -> new UnreadableField(place));
        int length = padded.length < LENGTH_BYTES ? -1 : ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > padded.length - LENGTH_BYTES) {
            throw new UnreadableField(place);
        }
        return new String(padded, LENGTH_BYTES, length, StandardCharsets.UTF_8);
    }

    private static int sizeClass(int bytes) {
        int step = bytes <= SMALL ? SMALL_STEP : LARGE_STEP;
        return Math.ceilDiv(bytes, step) * step;
    }

    /// Every part has its length before it or a fixed one: no two places share a context.
    private static byte[] context(Place place) {
        byte[] table = place.table().getBytes(StandardCharsets.UTF_8);
        byte[] column = place.column().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(DOMAIN.length + 1 + 2 + table.length + 2 + column.length + 8)
                .put(DOMAIN)
                .put(VERSION)
                .putShort((short) table.length)
                .put(table)
                .putShort((short) column.length)
                .put(column)
                .putLong(place.row())
                .array();
    }
}
