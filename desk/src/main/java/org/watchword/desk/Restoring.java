package org.watchword.desk;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.desk.store.SchemaTooNew;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.vault.KeyFileUnusable;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;

/// Makes what came out of a backup a desk again: brought up to this program's form, with everybody
/// signed out, and without a code that still counts.
final class Restoring {
    /// Why it cannot be done; empty when it is done.
    static Optional<Sentence> startAfresh(Path directory, Instant madeAt) {
        Set<String> spoken =
                Wiring.LANGUAGES.stream().map(Language::tag).collect(Collectors.toSet());
        return switch (SettingsFile.in(directory, spoken)) {
            case SettingsFile.Read.Bad(Sentence why) -> Optional.of(why);
            case SettingsFile.Read.Good(Settings settings) -> afresh(directory, settings, madeAt);
        };
    }

    private static Optional<Sentence> afresh(Path directory, Settings settings, Instant madeAt) {
        try (var restored = Wiring.restored(directory, settings)) {
            var words = new TimeWords(settings.zone(), settings.language());
            restored.rooms().startAfresh(words.dayAndMinute(madeAt));
            return Optional.empty();
        } catch (KeyFileUnusable | SchemaTooNew | StoreUnavailable e) {
            return Unopened.why(e);
        }
    }

    /// Whether the names in a database open with the key of a desk.
    static boolean opens(Path database, Path desk) {
        try (var key = WatchKey.read(desk.resolve(DataDirectory.WATCH_KEY));
                var store = Wiring.store(database)) {
            var people = new People(new Vault(key, new SecureRandom()).fieldSeal());
            return store.read(people::allReadable);
        } catch (KeyFileUnusable | SchemaTooNew | StoreUnavailable e) {
            return false;
        }
    }

    private Restoring() {}
}
