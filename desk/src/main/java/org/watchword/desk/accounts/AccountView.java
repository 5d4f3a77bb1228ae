package org.watchword.desk.accounts;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the pages about one's own account show. Passphrases and codes are never shown again.
public final class AccountView {
    /// One's own second factor.
    ///
    /// @param has whether there is a second factor
    public record Factor(boolean has, List<Wrong> wrong) {}

    /// A second factor that does not count yet.
    ///
    /// @param letters the same for whoever types it, in the form too
    public record NewFactor(Qr qr, String letters, List<Wrong> wrong) {
        /// As somebody reads and writes them, in fours.
        public String inFours() {
            return letters.replaceAll("(.{4})(?=.)", "$1 ");
        }
    }

    /// A passphrase to be changed.
    ///
    /// @param words a passphrase that the desk offers, made anew each time
    public record Passphrase(String words, int fewest, List<Wrong> wrong) {}

    private AccountView() {}
}
