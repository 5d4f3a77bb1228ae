package org.watchword.desk.partner;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.OwnKey;

/// A heartbeat with its signature, and the signature with which the other says that it was taken.
/// Both are bound to who is meant: a heartbeat for one is of no use at another.
public final class SignedBeat {
    private static final String BEAT = "watchword/heartbeat/1";
    private static final String TAKEN = "watchword/heartbeat-taken/1";
    private static final Pattern FORM =
            Pattern.compile("(beat 1\n(?:[ -~]+\n){3})signed ([A-Za-z0-9_-]{86})\n");
    private static final Pattern ANSWER = Pattern.compile("taken ([A-Za-z0-9_-]{86})\n");

    /// Signs a heartbeat for whoever has that public key.
    static String of(Beat beat, OwnKey own, byte[] receiver) {
        String text = beat.written();
        return text + "signed " + base64(own.sign(BEAT, meant(text, receiver))) + "\n";
    }

    /// The heartbeat in a text that `sender` signed for us; empty for whatever else it is.
    static Optional<Beat> read(String text, OwnKey own, byte[] sender) {
        var match = FORM.matcher(text);
        if (text.length() > Limits.BEAT_BYTES || !match.matches()) {
            return Optional.empty();
        }
        byte[] content = meant(match.group(1), own.publicKey());
        return signature(match.group(2))
                .filter(signature -> own.isSigned(sender, BEAT, content, signature))
                .flatMap(_ -> Beat.read(match.group(1)));
    }

    /// What the one who took it answers.
    static String taken(String text, OwnKey own) {
        return "taken " + base64(own.sign(TAKEN, Beat.bytes(text))) + "\n";
    }

    /// Whether `receiver` says that it took exactly this.
    static boolean isTaken(String answer, String text, OwnKey own, byte[] receiver) {
        var match = ANSWER.matcher(answer);
        return match.matches()
                && signature(match.group(1))
                        .filter(one -> own.isSigned(receiver, TAKEN, Beat.bytes(text), one))
                        .isPresent();
    }

    private static byte[] meant(String text, byte[] receiver) {
        return Beat.bytes(text + "for " + base64(receiver) + "\n");
    }

    /// Only as it would be written: two spellings of one signature are not both taken.
    private static Optional<byte[]> signature(String written) {
        byte[] bytes = Base64.getUrlDecoder().decode(written);
        return base64(bytes).equals(written) ? Optional.of(bytes) : Optional.empty();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private SignedBeat() {}
}
