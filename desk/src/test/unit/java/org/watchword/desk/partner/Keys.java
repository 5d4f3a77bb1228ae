package org.watchword.desk.partner;

import java.security.SecureRandom;
import java.util.Arrays;
import org.watchword.desk.basis.OwnKey;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;

/// Keys of invented desks.
final class Keys {
    static OwnKey of(int desk) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) desk);
        try (var key = WatchKey.of(new Secret(bytes))) {
            return new Vault(key, new SecureRandom()).ownKey();
        }
    }

    private Keys() {}
}
