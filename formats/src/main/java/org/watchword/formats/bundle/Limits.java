package org.watchword.formats.bundle;

/// How much of everything there may be. Whoever writes more than this writes two bundles.
final class Limits {
    /// Octets of one manifest, or of the custody lines.
    static final int FILE = 32 * 1024 * 1024;

    /// Octets of the bag declaration and of `bag-info.txt`.
    static final int SMALL_FILE = 64 * 1024;

    /// Octets of a path, as it is named.
    static final int PATH = 1024;

    /// Octets of one name in a path: what the usual file systems take.
    static final int NAME = 255;

    /// Octets of a label.
    static final int LABEL = 64;

    /// Octets of what is said in one go: a value, a name, a note.
    static final int TEXT = 4096;

    private Limits() {}
}
