package org.watchword.formats.age;

import static org.watchword.desk.Foreign.promise;

import java.util.Arrays;
import org.watchword.desk.Foreign;

/// Any text as a key of age, and as a file of them: it is none, or exactly what would be written.
public final class AnyAgeKey {
    public static void fuzzerTestOneInput(byte[] data) {
        String text = Foreign.text(data);
        Recipient.parse(text)
                .ifPresent(one -> promise(one.toString().equals(text), "one spelling of a key"));
        Identity.parse(data)
                .ifPresent(one -> promise(Arrays.equals(letters(one), data), "one of a secret"));
        promise(KeyFile.recipients(data) != null, "a file of recipients, or a bad line");
        promise(KeyFile.identities(data) != null, "a file of identities, or a bad line");
    }

    private static byte[] letters(Identity identity) {
        return switch (identity) {
            case X25519Identity one -> one.letters();
            case HybridIdentity one -> one.letters();
            case PassphraseIdentity _ -> new byte[0];
        };
    }

    private AnyAgeKey() {}
}
