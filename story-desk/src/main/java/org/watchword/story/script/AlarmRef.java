package org.watchword.story.script;

/// Which alarm a step speaks of.
public sealed interface AlarmRef {
    /// The one that was raised last.
    record Latest() implements AlarmRef {}

    /// The open one about this code-name.
    record About(String codename) implements AlarmRef {}

    /// The last one that reminds of something.
    record Reminder() implements AlarmRef {}

    /// The last one by which the desk says something of itself.
    record OfTheDesk() implements AlarmRef {}

    /// The standing incident of unknown callers.
    record UnknownCallers() implements AlarmRef {}
}
