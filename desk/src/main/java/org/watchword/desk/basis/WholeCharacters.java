package org.watchword.desk.basis;

import java.io.Reader;

/// Reads a text in pieces of which none ends within a character.
///
/// The YAML library asks for the missing half where one does, and does so beyond the end of what it
/// holds (snakeyaml-engine 3.0.1): a text of a thousand emoji could not be read.
public final class WholeCharacters extends Reader {
    private final String text;
    private int at;

    public WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] into, int from, int most) {
        int left = text.length() - at;
        if (left == 0) {
            return -1;
        }
        int count = Math.min(left, most);
        while (count > 1 && Character.isHighSurrogate(text.charAt(at + count - 1))) {
            count--;
        }
        text.getChars(at, at + count, into, from);
        at += count;
        return count;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
