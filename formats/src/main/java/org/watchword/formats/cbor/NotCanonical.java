package org.watchword.formats.cbor;

/// The bytes are not what had to come next in its one spelling. It says nothing of what they were.
public final class NotCanonical extends Exception {
    private static final long serialVersionUID = 1L;

    public NotCanonical(String what) {
        super(what);
    }
}
