package org.watchword.desk.cli.backup;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/// What is backed up, where to, and for whom.
///
/// @param desk the desk's directory
/// @param target the directory that backups go to
/// @param recipients who can open them; the desk cannot
public record Plan(Path desk, Path target, List<String> recipients) {
    public Plan {
        recipients = List.copyOf(recipients);
    }

    Path database() {
        return desk.resolve("desk.db");
    }

    /// A short mark of who can open a backup, the same for the same recipients in any order.
    String mark() {
        MessageDigest digest = Manifest.digest();
        recipients.stream()
                .sorted()
                .forEach(one -> digest.update((one + "\n").getBytes(StandardCharsets.US_ASCII)));
        return Manifest.hex(digest);
    }

    /// @throws Undone when nothing can be backed up like this
    void check() {
        if (recipients.isEmpty()) {
            throw Undone.input("cli.backup.no-recipient");
        }
        for (String one : recipients) {
            if (!Age.RECIPIENT.matcher(one).matches()) {
                throw Undone.input("cli.backup.bad-recipient");
            }
        }
    }
}
