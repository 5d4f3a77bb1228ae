package org.watchword.formats.entry;

import java.util.regex.Pattern;

/// What kind of thing an entry says, such as `note`. Which there are, and who may write them, is
/// not for the format to know.
public record EntryType(String word) {
    static final int MOST_LETTERS = 32;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    public EntryType {
        if (word.length() > MOST_LETTERS || !WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("no type of an entry");
        }
    }
}
