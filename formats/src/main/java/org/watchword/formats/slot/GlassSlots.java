package org.watchword.formats.slot;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Xaes;
import org.watchword.formats.entry.DataKey;

/// The slots that one holder opens together with the desk, and neither alone. Each holder has
/// halves of his own: one that he kept is worth nothing once the desk's half beside it is gone.
///
/// ```
/// holder's half = version(1) ‖ HPKE to his address
/// desk's half   = version(1) ‖ nonce(24) ‖ XAES-256-GCM(half), under a key from the watch key
/// ```
public final class GlassSlots {
    public static final int HOLDERS_BYTES = Addressed.BYTES;

    private static final byte VERSION = 1;
    private static final int CIPHERTEXT_AT = Byte.BYTES + Xaes.NONCE_BYTES;
    public static final int DESKS_BYTES = CIPHERTEXT_AT + GlassHalf.BYTES + Xaes.TAG_BYTES;

    private static final Domain KEY = new Domain("watchword/v1/glass-key");
    private static final Domain HOLDERS = new Domain("watchword/v1/glass-holder");
    private static final Domain DESKS = new Domain("watchword/v1/glass-desk");

    private final Xaes desk;

    /// The watch key may be closed afterwards.
    public GlassSlots(Key watchKey) {
        try (Key key = Hkdf.derive(watchKey, KEY.before())) {
            desk = new Xaes(key);
        }
    }

    /// What is kept for one holder.
    ///
    /// @param holders the half that the holder opens
    /// @param desks the half that the desk opens
    public record Pair(Octets holders, Octets desks) {}

    public Pair seal(DataKey key, GlassContext place, SecureRandom random) {
        try (var holders = GlassHalf.fresh(random);
                var desks = holders.beside(key)) {
            return new Pair(
                    Octets.of(forHolder(holders, place, random)),
                    Octets.of(forDesk(desks, place, random)));
        }
    }

    private static byte[] forHolder(GlassHalf half, GlassContext place, SecureRandom random) {
        byte[] secret = half.secretBytes();
        byte[] sealed =
                Addressed.seal(place.holder(), HOLDERS.before(place.bytes()), secret, random);
        Arrays.fill(secret, (byte) 0);
        return sealed;
    }

    private byte[] forDesk(GlassHalf half, GlassContext place, SecureRandom random) {
        byte[] nonce = new byte[Xaes.NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] secret = half.secretBytes();
        byte[] sealed = desk.seal(nonce, secret, DESKS.before(place.bytes()));
        Arrays.fill(secret, (byte) 0);
        return ByteBuffer.allocate(DESKS_BYTES).put(VERSION).put(nonce).put(sealed).array();
    }

    /// The holder's half, for whoever has his key.
    public static Slot<GlassHalf> openHolders(byte[] stored, GlassContext place, ReadingKey with) {
        return Addressed.open(stored, HOLDERS.before(place.bytes()), with)
                .then(half -> new Slot.Open<>(new GlassHalf(half)));
    }

    /// The desk's half. Whoever calls this has seen to it that a reason was given and kept.
    public Slot<GlassHalf> openDesks(byte[] stored, GlassContext place) {
        if (stored.length == 0 || stored[0] != VERSION) {
            return new Slot.Shut<>(SlotFailure.OTHER_VERSION);
        }
        if (stored.length != DESKS_BYTES) {
            return new Slot.Shut<>(SlotFailure.NO_SLOT);
        }
        byte[] nonce = Arrays.copyOfRange(stored, Byte.BYTES, CIPHERTEXT_AT);
        byte[] sealed = Arrays.copyOfRange(stored, CIPHERTEXT_AT, DESKS_BYTES);
        Optional<byte[]> half = desk.open(nonce, sealed, DESKS.before(place.bytes()));
        return half.<Slot<GlassHalf>>map(bytes -> new Slot.Open<>(new GlassHalf(Key.taking(bytes))))
                .orElseGet(() -> new Slot.Shut<>(SlotFailure.NOT_FOR_THIS_KEY));
    }
}
