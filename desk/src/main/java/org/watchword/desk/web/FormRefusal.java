package org.watchword.desk.web;

import org.watchword.desk.basis.Sentence;

/// A posted form that cannot be read as one. Thrown within this room only, and told to the person.
final class FormRefusal extends RuntimeException {
    private final int status;
    private final Sentence why;

    FormRefusal(int status, Sentence why) {
        super(why.key(), null, false, false);
        this.status = status;
        this.why = why;
    }

    int status() {
        return status;
    }

    Sentence why() {
        return why;
    }
}
