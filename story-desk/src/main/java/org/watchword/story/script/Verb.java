package org.watchword.story.script;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.RoleId;

/// What a person does on a screen. Each verb drives the form that a person uses.
public sealed interface Verb {
    /// Signs in with the right passphrase, or, to see it refused, with a wrong one.
    record SignIn(boolean rightly) implements Verb {}

    record LogCall(Call call) implements Verb {}

    record RaiseNow() implements Verb {}

    record AddToCall(AlarmRef alarm, Call call) implements Verb {}

    record Acknowledge(AlarmRef alarm) implements Verb {}

    record StillOnIt(AlarmRef alarm) implements Verb {}

    record Note(AlarmRef alarm, String text) implements Verb {}

    record PassOn(AlarmRef alarm, String to) implements Verb {}

    /// Says over which way the person was seen or spoken to (a word of the desk's form), and how.
    record EndAlarm(AlarmRef alarm, String seen, String how) implements Verb {}

    /// Takes over from now, for so long or to the end of the shift that runs.
    record TakeShift(RoleId role, Optional<Duration> lasting) implements Verb {}

    /// What is known of a call: who it is about (a code-name; empty and `notKnown` for "not
    /// known"), and the free fields by name: words, sounds, call_back, where.
    record Call(
            Optional<String> about,
            boolean notKnown,
            Map<String, String> texts,
            Optional<Instant> heardAt) {}
}
