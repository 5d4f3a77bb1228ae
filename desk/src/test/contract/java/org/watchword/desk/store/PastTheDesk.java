package org.watchword.desk.store;

import org.jspecify.annotations.Nullable;
import org.watchword.desk.store.Writer.Lane;

/// What somebody does to the rows who comes past the desk, and what he sees there.
public final class PastTheDesk {
    /// One statement in a turn of its own.
    ///
    /// @param values of its question marks
    /// @return how many rows it changed
    public static int execute(Store store, String sql, @Nullable Object... values) {
        return store.writer().write(Lane.FIRST, turn -> turn.handle().execute(sql, values));
    }

    /// How many rows there are.
    ///
    /// @param from a table, and a condition where one is wanted
    public static long count(Store store, String from) {
        return store.read(handle ->
                handle.createQuery("SELECT count(*) FROM " + from).mapTo(Long.class).one());
    }

    private PastTheDesk() {}
}
