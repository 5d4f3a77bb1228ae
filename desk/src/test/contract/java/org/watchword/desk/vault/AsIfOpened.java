package org.watchword.desk.vault;

import java.util.Arrays;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.slot.AccountBody;

/// What a slot holds, without a slot and without a passphrase, for tests of other rooms.
public final class AsIfOpened {
    private static final int SEED_BYTES = 32;

    /// Of an account, always the same. The caller closes it.
    public static Unlocked of(long account) {
        byte[] seed = new byte[SEED_BYTES];
        Arrays.fill(seed, (byte) account);
        return new Unlocked(AccountBody.of(Key.taking(seed)));
    }

    private AsIfOpened() {}
}
