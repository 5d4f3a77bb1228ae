package org.watchword.formats.cipher;

import java.util.Arrays;

/// The cipher of fields, used until Java compiled it. It is fast only then, and what comes first
/// after a start, an alarm, must not pay for it.
public final class Primed {
    private static final int SEALS = 2_000;
    private static final int TEXT_BYTES = 64;
    private static final byte[] NOTHING = {};

    /// It takes some tens of milliseconds: whoever rings people waits for it.
    ///
    /// @throws IllegalStateException when what was sealed does not open
    public static void fields() {
        byte[] text = new byte[TEXT_BYTES];
        byte[] nonce = new byte[Xaes.NONCE_BYTES];
        try (Key key = Key.taking(new byte[AesGcm.KEY_BYTES])) {
            var xaes = new Xaes(key);
            for (int i = 0; i < SEALS; i++) {
                byte[] sealed = xaes.seal(nonce, text, text);
                if (!Arrays.equals(text, xaes.open(nonce, sealed, text).orElse(NOTHING))) {
                    throw new IllegalStateException("XAES-256-GCM does not open what it sealed");
                }
            }
        }
    }

    private Primed() {}
}
