package org.watchword.desk.partner;

import static org.watchword.desk.Foreign.promise;

import java.util.Optional;
import org.watchword.desk.Foreign;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.OwnKey;

/// Any text as a heartbeat, as the answer to one, and as a public key: it is none, or exactly what
/// would be written.
public final class AnyHeartbeat {
    private static final byte[] SENDER = new byte[OwnKey.PUBLIC_BYTES];

    public static void fuzzerTestOneInput(byte[] data) {
        String text = Foreign.text(data);
        Beat.read(text)
                .ifPresent(beat -> promise(beat.written().equals(text), "one spelling of a beat"));
        SignedBeat.read(text, new Own(true), SENDER).ifPresent(beat -> signed(text, beat));
        SignedBeat.read(text + "signed " + "A".repeat(86) + "\n", new Own(true), SENDER)
                .ifPresent(beat -> promise(beat.written().equals(text), "one spelling, signed"));
        promise(
                SignedBeat.read(text, new Own(false), SENDER).isEmpty(),
                "what nobody signed is no heartbeat");
        promise(
                !SignedBeat.isTaken(text, "beat", new Own(false), SENDER),
                "what nobody signed is no answer");
        PublicKeyText.read(text)
                .ifPresent(key ->
                        promise(
                                PublicKeyText.of(key).equals(text.strip()),
                                "one spelling of a key"));
    }

    private static void signed(String text, Beat beat) {
        promise(text.length() <= Limits.BEAT_BYTES, "a heartbeat is short");
        promise(
                text.startsWith(beat.written() + "signed "),
                "a signed heartbeat is what it says, and its signature");
        String again = SignedBeat.of(beat, new Own(true), SENDER);
        promise(
                SignedBeat.read(again, new Own(true), SENDER).equals(Optional.of(beat)),
                "what was read and written is read as the same");
    }

    /// Believes every signature, or none.
    private record Own(boolean believes) implements OwnKey {
        @Override
        public byte[] publicKey() {
            return new byte[PUBLIC_BYTES];
        }

        @Override
        public byte[] sign(String context, byte[] content) {
            return new byte[SIGNATURE_BYTES];
        }

        @Override
        public boolean isSigned(
                byte[] publicKey, String context, byte[] content, byte[] signature) {
            return believes && signature.length == SIGNATURE_BYTES;
        }
    }

    private AnyHeartbeat() {}
}
