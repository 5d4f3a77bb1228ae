package org.watchword.desk.basis;

/// How a low room gets people's attention without knowing who answers: the watch is plugged in
/// behind it.
public interface Notices {
    /// Tells the officers on duty something neutral; nobody is woken.
    void tell(Sentence what);

    /// Rings the officer on duty until somebody answers.
    void ring(Sentence what);
}
