package org.watchword.formats.bundle;

/// A bundle is none, or not whole. Says where; what stands there it does not say, since it may
/// endanger somebody.
public final class BundleFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /// The line where a tag file as a whole is meant.
    public static final int WHOLE = 0;

    private final Failure failure;
    private final String file;
    private final int line;

    BundleFailure(Failure failure, String file, int line) {
        super(failure + " at " + file + ":" + line);
        this.failure = failure;
        this.file = file;
        this.line = line;
    }

    BundleFailure(Failure failure, String file) {
        this(failure, file, WHOLE);
    }

    public Failure failure() {
        return failure;
    }

    /// The tag file that shows it, by a name that BagIt or this format gives, and no other.
    public String file() {
        return file;
    }

    /// Counted from 1, or {@link #WHOLE}.
    public int line() {
        return line;
    }
}
