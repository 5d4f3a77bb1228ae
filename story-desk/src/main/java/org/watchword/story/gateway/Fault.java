package org.watchword.story.gateway;

/// How the far end of a channel behaves.
public enum Fault {
    /// It works.
    NONE,
    /// It answers every connection with "not available" and hangs up.
    REFUSES,
    /// It accepts connections and says nothing.
    HANGS,
    /// It accepts every message and drops it.
    SWALLOWS,
    /// It answers nonsense.
    GARBLES
}
