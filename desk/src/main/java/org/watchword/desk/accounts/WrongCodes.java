package org.watchword.desk.accounts;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;

/// Wrong single-use codes: from one place they make the next wrong one wait. A right one is never
/// kept waiting, so that nobody can keep out whoever holds one.
public final class WrongCodes {
    private final Store store;
    private final KeyedHash hash;
    private final DeskClock clock;

    WrongCodes(Store store, KeyedHash hash, DeskClock clock) {
        this.store = store;
        this.hash = hash;
        this.clock = clock;
    }

    /// Counts one; while waiting nothing is counted.
    ///
    /// @param source where it came from
    /// @param noSuch that there is no such code
    /// @return what to say: that, or how long to wait
    public Sentence counted(String source, Sentence noSuch) {
        byte[] key = hash.of("accounts/join-delay", source.getBytes(StandardCharsets.UTF_8));
        Instant now = clock.instant();
        Duration wait = store.read(handle -> SignInDelays.left(handle, key, now));
        if (wait.isPositive()) {
            long seconds = wait.plusMillis(999).toSeconds();
            return Sentence.of("accounts.too-soon", "seconds", seconds);
        }
        store.writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            SignInDelays.wrong(turn.handle(), key, now);
                            return true;
                        });
        return noSuch;
    }
}
