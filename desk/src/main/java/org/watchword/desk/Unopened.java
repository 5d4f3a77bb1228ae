package org.watchword.desk;

import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.SchemaTooNew;
import org.watchword.desk.store.SchemaTooOld;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.vault.KeyFileUnusable;

/// Why a desk could not be put together, in a sentence for whoever started it.
public final class Unopened {
    /// The sentence for what {@link Wiring#desk} threw; empty for a mistake of the program.
    public static Optional<Sentence> why(RuntimeException thrown) {
        return Optional.ofNullable(
                switch (thrown) {
                    case KeyFileUnusable key -> Sentence.of(keyOf(key.why()));
                    case SchemaTooNew _ -> Sentence.of("cli.data.too-new");
                    case SchemaTooOld _ -> Sentence.of("cli.data.too-old");
                    case StoreUnavailable _ -> Sentence.of("cli.data.unusable");
                    default -> null;
                });
    }

    private static String keyOf(KeyFileUnusable.Why why) {
        return switch (why) {
            case MISSING -> "cli.key.missing";
            case UNREADABLE -> "cli.key.unreadable";
            case NOT_A_FILE -> "cli.key.not-a-file";
            case OPEN_TO_OTHERS -> "cli.key.open-to-others";
            case WRONG_SIZE -> "cli.key.wrong-size";
        };
    }

    private Unopened() {}
}
