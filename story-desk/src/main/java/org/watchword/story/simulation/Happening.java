package org.watchword.story.simulation;

import java.util.Locale;

/// Something that the seed has decided beforehand. Its line is what a shrunk history and a kept one
/// consist of.
///
/// @param at when, in milliseconds of the simulation
/// @param who the number of a person, a code-name, a watch or a channel
/// @param much how much, how long, or how far; what it means is the kind's
record Happening(long at, Kind kind, long who, long much) {
    enum Kind {
        /// The standing word at the quiet door.
        OK_AT_THE_DOOR,
        /// The next word of the list, by SMS or mail.
        OK_SENT,
        HELP_AT_THE_DOOR,
        HELP_SENT,
        DURESS_AT_THE_DOOR,
        DURESS_SENT,
        /// A typing error; the right word comes after so many milliseconds.
        MISTYPED,
        /// The same message arrives twice.
        OK_TWICE,
        /// Somebody of the team presses "Raise now".
        RAISED,
        /// Somebody unknown writes.
        STRANGER,
        TAKE_OVER,
        LADDER_EDITED,
        PAUSED,
        RESUMED,
        KILL_BEFORE_COMMIT,
        KILL_AFTER_COMMIT,
        /// While a message is with its gateway.
        KILL_AT_A_CALL,
        /// In the middle of a turn: its last write is torn.
        KILL_AT_A_STATEMENT,
        /// Between any two things.
        KILL_AT_A_MOMENT,
        COMMIT_UNDONE,
        COMMIT_KEPT_UNTOLD,
        DISK_FULL,
        GATEWAY_REFUSES,
        GATEWAY_HANGS,
        GATEWAY_SWALLOWS,
        CLOCK_SET,
        /// The disk is lost, and a backup comes back that is so many milliseconds old.
        RESTORED,
        /// The machine stops and starts with a clock that stands ten years back, for a while.
        OLD_CLOCK;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// `7380000 raised 2 0`.
    String line() {
        return at + " " + kind.word() + " " + who + " " + much;
    }

    /// @throws IllegalArgumentException when it is no such line
    static Happening of(String line) {
        String[] parts = line.strip().split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("no happening: " + line);
        }
        return new Happening(
                Long.parseLong(parts[0]),
                Kind.of(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]));
    }

    static String time(long millis) {
        long seconds = millis / 1_000;
        return String.format(
                Locale.ROOT,
                "day %d %02d:%02d:%02d.%03d",
                seconds / 86_400 + 1,
                seconds / 3_600 % 24,
                seconds / 60 % 60,
                seconds % 60,
                millis % 1_000);
    }

    @Override
    public String toString() {
        return time(at) + "  " + kind.word() + " " + who + " " + much;
    }
}
