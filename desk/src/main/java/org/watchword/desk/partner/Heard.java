package org.watchword.desk.partner;

/// What became of something that came to where heartbeats come in.
public sealed interface Heard {
    /// A heartbeat of the one who is watched.
    ///
    /// @param answer what is answered once it is kept
    record Taken(Beat beat, String answer) implements Heard {}

    /// One that was signed by the one who is watched, with a number that was used before: somebody
    /// repeats it, or two desks have one key.
    record Old() implements Heard {}

    /// Not from the one who is watched, or no heartbeat.
    record NotTheirs() implements Heard {}
}
