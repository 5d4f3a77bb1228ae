package org.watchword.desk.store;

/// The data directory was written by a newer program. The caller stops and names the version; it
/// never opens the data.
public final class SchemaTooNew extends RuntimeException {
    public SchemaTooNew(String found) {
        super("the data was written by a newer program (schema " + found + ")");
    }
}
