package org.watchword.desk.store;

/// The data directory was last written by an older program, and who only looks brings nothing
/// forward. The caller says that this program must be started on it first.
public final class SchemaTooOld extends RuntimeException {
    public SchemaTooOld(String found) {
        super("the data was last written by an older program (schema " + found + ")");
    }
}
