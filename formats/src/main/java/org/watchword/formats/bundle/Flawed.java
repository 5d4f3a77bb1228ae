package org.watchword.formats.bundle;

/// What no bundle may hold. Whoever writes made a mistake; whoever reads makes a {@link
/// BundleFailure} of it, so that what cannot be written cannot be read.
final class Flawed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /// No line in particular.
    static final int ALL = -1;

    private final Failure failure;
    private final int index;

    Flawed(Failure failure) {
        this(failure, 0);
    }

    /// @param index of the flawed one among many
    Flawed(Failure failure, int index) {
        super(failure.name());
        this.failure = failure;
        this.index = index;
    }

    static void when(boolean wrong, Failure failure) {
        if (wrong) {
            throw new Flawed(failure);
        }
    }

    Failure failure() {
        return failure;
    }

    BundleFailure in(String file, int firstLine) {
        int line = index == ALL ? BundleFailure.WHOLE : firstLine + index;
        return new BundleFailure(failure, file, line);
    }
}
