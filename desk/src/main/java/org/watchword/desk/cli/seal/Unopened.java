package org.watchword.desk.cli.seal;

import org.watchword.desk.basis.Sentence;
import org.watchword.formats.age.Failure;

/// Why a file did not open, in words.
///
/// @param begun some of it was already written where it cannot be taken back
record Unopened(Failure failure, boolean begun) {
    NotDone notDone() {
        return switch (failure) {
            case NO_AGE_FILE, OTHER_VERSION -> NotDone.given(why());
            case HEADER_MALFORMED,
                    STANZA_MALFORMED,
                    PASSPHRASE_NOT_ALONE,
                    TOO_MUCH_WORK,
                    HEADER_CHANGED,
                    NOBODY_HERE,
                    ARMOR_MALFORMED,
                    CHUNK_CHANGED,
                    CUT_OFF,
                    SOMETHING_BEHIND ->
                    NotDone.unopened(begun ? Sentence.of("cli.seal.begun") : why());
        };
    }

    private Sentence why() {
        return Sentence.of(key());
    }

    private String key() {
        return switch (failure) {
            case NO_AGE_FILE -> "cli.seal.no-age-file";
            case OTHER_VERSION -> "cli.seal.other-version";
            case HEADER_MALFORMED, STANZA_MALFORMED, PASSPHRASE_NOT_ALONE, HEADER_CHANGED ->
                    "cli.seal.header-spoilt";
            case TOO_MUCH_WORK -> "cli.seal.too-much-work";
            case NOBODY_HERE -> "cli.seal.not-for-you";
            case ARMOR_MALFORMED -> "cli.seal.armor-spoilt";
            case CHUNK_CHANGED -> "cli.seal.content-spoilt";
            case CUT_OFF -> "cli.seal.cut-off";
            case SOMETHING_BEHIND -> "cli.seal.something-behind";
        };
    }
}
