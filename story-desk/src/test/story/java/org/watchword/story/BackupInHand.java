package org.watchword.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.watchword.desk.cli.backup.Backup;
import org.watchword.desk.cli.backup.Plan;

/// Where a desk's backups go, with the key that opens them: they are looked at as they lie, and as
/// whoever holds that key sees them with the programs `age` and `tar`.
record BackupInHand(Path place, String recipient) {
    /// To whom is sealed where the program is not here: nothing is.
    private static final String NOBODY = "age1" + "q".repeat(58);

    static BackupInHand in(Path place) throws IOException {
        Files.createDirectories(place);
        Path identity = identity(place);
        String said = ran(List.of("age-keygen", "-o", identity.toString()));
        String recipient =
                Files.exists(identity) ? said.substring(said.indexOf("age1")).strip() : NOBODY;
        var hand = new BackupInHand(place, recipient);
        for (Path each : List.of(hand.target(), hand.rest(), hand.slots())) {
            Files.createDirectories(each);
        }
        return hand;
    }

    private static Path identity(Path place) {
        return place.resolve("mine.key");
    }

    /// Whether the program is on this machine.
    boolean canBeMade() {
        return !recipient.equals(NOBODY);
    }

    /// Where backups go.
    Path target() {
        return place.resolve("target-of-kestrel-quay");
    }

    /// What lies in the backup, opened.
    Path rest() {
        return place.resolve("rest");
    }

    /// What lies in its file of slots, opened.
    Path slots() {
        return place.resolve("slots");
    }

    /// Backs up a desk that was closed, and opens both files.
    void make(Path desk) throws IOException {
        var plan = new Plan(desk, target(), List.of(recipient));
        if (!(new Backup(InstantSource.system(), "age").make(plan)
                instanceof Backup.Written written)) {
            throw new IllegalStateException("no backup was written");
        }
        open(written.file(), rest());
        open(written.slots(), slots());
    }

    private void open(Path sealed, Path into) throws IOException {
        Path archive = place.resolve("opened.tar");
        String key = identity(place).toString();
        ran(List.of("age", "-d", "-i", key, "-o", archive.toString(), sealed.toString()));
        ran(List.of("tar", "-xf", archive.toString(), "-C", into.toString()));
        Files.delete(archive);
    }

    private static String ran(List<String> line) throws IOException {
        Process child;
        try {
            child = new ProcessBuilder(line).redirectErrorStream(true).start();
        } catch (IOException e) {
            return "not here";
        }
        child.getOutputStream().close();
        return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
