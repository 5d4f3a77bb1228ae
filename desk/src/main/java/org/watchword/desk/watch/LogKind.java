package org.watchword.desk.watch;

import java.util.Locale;

/// What a line of an alarm's log says.
public enum LogKind {
    RAISED,
    CALL_ADDED,
    FIELD_SAVED,
    NAMED,
    STEP_BEGAN,
    STEP_ALL_AWAKE,
    STEP_ALL_UNPROVEN,
    STEP_REACHES_NOBODY,
    LADDER_REACHES_NOBODY,
    RINGS_AGAIN,
    RUNG,
    REFUSED,
    NO_OTHER_WAY,
    ACKNOWLEDGED,
    STILL_ON_IT,
    UNPROVEN_LINK,
    UNPROVEN_REPLY,
    WAITS_ONCE_MORE,
    CONFIRMED,
    UNPROVEN_LAPSED,
    WROTE_UNPROVEN,
    WRONG_CODE,
    NOTE,
    LOOKED,
    PASSED_ON,
    HANDED_OVER,
    HELD,
    HELD_NO_MORE,
    LAPSED,
    LEFT,
    LADDER_CHANGED,
    SEEN_SAFE,
    ENDED,
    SILENCE_JOINED,
    LATE_WORD,
    LATE_HOLD,
    HOLD_OVER,
    WORD_NOTED,
    CONTACT,
    HELP_WORD,
    DO_NOT_CALL,
    LEAD_ANSWERED,
    LEAD_GONE,
    OWN_ALARM,
    PROOF_RIGHT,
    PROOF_NOT,
    DRILL_OVER,
    DRILL_ENDED,
    DRILL_TIME_OVER,
    FIRED_LATE,
    CLOCK_SET_BACK;

    /// As it stands in the table.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LogKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The key of the sentence that says it; gaps `who`, `other`, `channel`, `step`, `seconds`,
    /// `name`, `due`.
    public String key() {
        return "watch.log." + word();
    }
}
