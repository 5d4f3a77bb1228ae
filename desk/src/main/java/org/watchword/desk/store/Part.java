package org.watchword.desk.store;

/// What of a database goes into a file of its own, or into none. The names come from the program,
/// never from people.
public sealed interface Part {
    String table();

    /// All rows of a table leave the database.
    ///
    /// @param stands which of them, called `apart`, are put back into a database that may be older
    record Rows(String table, String stands) implements Part {}

    /// One column, found by `id`: empty in the database from then on.
    record Column(String table, String column) implements Part {}

    /// All rows of a table leave the database and go nowhere: they can be made anew.
    record Left(String table) implements Part {}

    /// A table that stays in the database, and goes along because the rest means nothing without
    /// it. What is put back stands in its place.
    ///
    /// @param grows its rows are only ever added to: one of the database that is missing, or is
    ///   another, shows that the file has another history
    record Along(String table, boolean grows) implements Part {}
}
