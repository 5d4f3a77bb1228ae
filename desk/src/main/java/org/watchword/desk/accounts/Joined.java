package org.watchword.desk.accounts;

import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;

/// What came of typing a single-use code.
public sealed interface Joined {
    /// The person belongs to the team now; the code is used up.
    record Done(PersonId id) implements Joined {}

    /// No code like that is good: unknown, used, run out and taken back look the same.
    record NoCode() implements Joined {}

    /// The code is good and stays so; `field` is what has to be typed otherwise.
    record Refused(String field, Sentence why) implements Joined {}
}
