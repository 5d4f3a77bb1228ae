package org.watchword.desk.vault;

import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.entry.EntryType;

/// All that the desk may write with nobody signed in. What is not here it cannot sign.
public enum Unattended {
    ALARM("alarm"),
    CHECK_IN("check-in"),
    LADDER_EVENT("ladder-event"),
    INTAKE_REPORT("intake-report"),
    ERASED("erased"),
    EPOCH("epoch"),
    GLASS_USED("glass-used"),
    SUSPENDED("suspended");

    private final String word;

    Unattended(String word) {
        this.word = word;
    }

    public EntryType type() {
        return new EntryType(word);
    }

    /// Empty for what only people write.
    public static Optional<Unattended> of(EntryType type) {
        return Arrays.stream(values()).filter(one -> one.word.equals(type.word())).findFirst();
    }
}
