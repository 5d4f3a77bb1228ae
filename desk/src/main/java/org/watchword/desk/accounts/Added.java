package org.watchword.desk.accounts;

import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;

/// What came of adding a person.
public sealed interface Added {
    /// The person is there and may sign in.
    record Done(PersonId id) implements Added {}

    /// Nothing was added; `field` is the part of the form that the reason belongs to.
    record Refused(String field, Sentence why) implements Added {}
}
