package org.watchword.desk.watch;

/// What a word means that came from the person an alarm may be about.
public enum Meaning {
    /// It is well, as far as the word goes.
    OK,
    /// Something came, and it proves nothing: a word used before, or one after too many wrong ones.
    CONTACT,
    /// Help is needed.
    HELP,
    /// The person is made to say that all is well.
    DURESS
}
