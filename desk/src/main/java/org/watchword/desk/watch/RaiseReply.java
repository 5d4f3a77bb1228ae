package org.watchword.desk.watch;

/// What became of "Raise now" or a logged call.
public sealed interface RaiseReply {
    /// The alarm is kept and people are being rung.
    record Raised(AlarmId alarm, CallId call) implements RaiseReply {}

    /// This very form has raised this alarm before; nothing was added.
    record AlreadyRaised(AlarmId alarm, CallId call) implements RaiseReply {}

    /// The call joined the open incident of unknown callers.
    record Joined(AlarmId alarm, CallId call) implements RaiseReply {}
}
