package org.watchword.desk.watch;

import java.util.Map;

/// A call as an officer logs it: what was typed, and whether the caller is one that nobody could
/// name.
///
/// @param fields only those that hold something
/// @param nobodyKnowsWho the officer said "not known": the call joins the standing incident
public record LoggedCall(Map<CallField, String> fields, boolean nobodyKnowsWho) {
    public LoggedCall {
        fields = Map.copyOf(fields);
    }

    /// "Raise now": nothing typed yet.
    public static LoggedCall empty() {
        return new LoggedCall(Map.of(), false);
    }

    @Override
    public String toString() {
        return "logged call";
    }
}
