package org.watchword.desk.watch;

import java.util.Optional;
import java.util.regex.Pattern;

/// One alarm, by the number the desk gave it.
public record AlarmId(long value) {
    private static final Pattern ROOM = Pattern.compile("/alarms/([0-9]{1,18})(/.*)?");

    /// Whose room an address leads to, or to a page of it. Empty for any other: the room is also
    /// the answer to a call that could not be kept whole, whose address has no number in it.
    public static Optional<AlarmId> at(String path) {
        var room = ROOM.matcher(path);
        return room.matches()
                ? Optional.of(new AlarmId(Long.parseLong(room.group(1))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "alarm-" + value;
    }
}
