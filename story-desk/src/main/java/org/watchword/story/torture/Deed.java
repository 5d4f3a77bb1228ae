package org.watchword.story.torture;

import java.time.Instant;

/// Something that somebody set out to do, at a form of the desk or at the quiet door.
///
/// @param alarm which one it is about; 0 while there is none
/// @param who whose deed it is; at the quiet door the code-name, for a link whose telephone it is
/// @param text what was typed; nobody types the same twice, except words at the door
/// @param begun in the story's time
record Deed(long number, Kind kind, long alarm, String who, String text, Instant begun) {
    /// The fact that every word at the door is: {@link #fact}.
    static final String WORD = "word";

    enum Kind {
        RAISE,
        ON_IT,
        NOTE,
        LINK,
        END,
        HANDOVER,
        OK_WORD,
        UNKNOWN_WORD,
        DURESS_WORD,
        HELP_WORD
    }

    boolean isWord() {
        return switch (kind) {
            case OK_WORD, UNKNOWN_WORD, DURESS_WORD, HELP_WORD -> true;
            case RAISE, ON_IT, NOTE, LINK, END, HANDOVER -> false;
        };
    }

    /// How it is named among what was kept: see {@link Kept#count}.
    String fact() {
        return switch (kind) {
            case RAISE -> "call " + text;
            case ON_IT -> "on-it " + alarm + " " + who;
            case NOTE -> "note " + alarm + " " + text;
            case LINK -> "link " + alarm + " " + who;
            case END -> "end " + alarm + " " + text;
            case HANDOVER -> "handover " + text;
            case OK_WORD, UNKNOWN_WORD, DURESS_WORD, HELP_WORD -> WORD;
        };
    }
}
