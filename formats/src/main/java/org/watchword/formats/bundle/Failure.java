package org.watchword.formats.bundle;

/// Why a bundle is none, or not whole.
public enum Failure {
    /// It does not begin like a bag.
    NO_BAG(Kind.VERSION),
    /// A version of BagIt that this program does not know.
    OTHER_BAGIT_VERSION(Kind.VERSION),
    /// A bag that is no bundle, or of a version that this program does not know.
    OTHER_BUNDLE_VERSION(Kind.VERSION),
    /// A custody line of a version that this program does not know.
    OTHER_CUSTODY_VERSION(Kind.VERSION),
    /// A manifest by hashes that this program does not take.
    OTHER_ALGORITHM(Kind.VERSION),

    /// Longer than anything that is written.
    TOO_LONG(Kind.FORM),
    /// Not UTF-8.
    NO_TEXT(Kind.FORM),
    /// A character that people do not see, or that turns a line around.
    HIDDEN_CHARACTER(Kind.FORM),
    /// A line is not in the one form that there is.
    LINE_MALFORMED(Kind.FORM),
    /// What must be said is not.
    ELEMENT_MISSING(Kind.FORM),
    /// What may be said once is said again.
    ELEMENT_TWICE(Kind.FORM),

    /// A path leads out of where its file must lie.
    PATH_OUTSIDE(Kind.PATH),
    /// A path could be read as that of another file.
    PATH_AMBIGUOUS(Kind.PATH),
    /// A path that some systems cannot tell from one before it.
    PATH_TWICE(Kind.PATH),

    /// A manifest lists nothing.
    NOTHING_LISTED(Kind.COMPLETENESS),
    /// A file is missing.
    FILE_MISSING(Kind.COMPLETENESS),
    /// A file is there that a manifest does not list.
    FILE_NOT_LISTED(Kind.COMPLETENESS),
    /// Files are still to be fetched from somewhere.
    TO_BE_FETCHED(Kind.COMPLETENESS),
    /// There are other numbers of octets or files than are said to be.
    OXUM_DIFFERS(Kind.COMPLETENESS),

    /// A file is not the one that was listed.
    CHECKSUM_DIFFERS(Kind.FIXITY),

    /// A custody line is of no item of the bundle, or an item has none.
    ITEM_UNKNOWN(Kind.CUSTODY),
    /// A custody line of an item is missing, or stands at another place than it was written for.
    LINE_MISSING(Kind.CUSTODY),
    /// A custody line before this one was changed since this one was written.
    CHAIN_BROKEN(Kind.CUSTODY),
    /// An item's first line must say where it comes from, and no other can.
    ORIGIN_MISPLACED(Kind.CUSTODY);

    /// What whoever is told can do about it.
    public enum Kind {
        /// Take a newer program, or see that it is no bundle.
        VERSION,
        /// Ask who sent it: no bundle is written so.
        FORM,
        /// Do not unpack it.
        PATH,
        /// Ask for what is missing.
        COMPLETENESS,
        /// Trust nothing of it before it was sent again.
        FIXITY,
        /// Trust the files, but not their history.
        CUSTODY
    }

    private final Kind kind;

    Failure(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
