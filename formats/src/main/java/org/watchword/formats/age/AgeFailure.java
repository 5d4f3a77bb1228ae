package org.watchword.formats.age;

import java.io.IOException;

/// Something did not open. What was read before it was authenticated; nothing else came out.
public final class AgeFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final Failure failure;

    AgeFailure(Failure failure) {
        super(failure.name());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
