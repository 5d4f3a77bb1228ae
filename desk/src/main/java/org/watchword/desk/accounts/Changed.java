package org.watchword.desk.accounts;

import org.watchword.desk.basis.Sentence;

/// What came of changing a person or a role.
public sealed interface Changed {
    record Done() implements Changed {}

    /// Nothing was changed; `field` is the part of the form that the reason belongs to.
    record Refused(String field, Sentence why) implements Changed {}
}
