package org.watchword.desk.store;

/// Gives every new row its number before it is written, because a sealed field is bound to the row
/// it stands in. A number is never given twice, not even after its row is gone.
public final class RowNumbers {
    /// The next number of a table, from 1 on.
    public static long next(Turn turn, String table) {
        return next(turn, table, 1);
    }

    /// So many numbers that follow each other.
    ///
    /// @return the first of them
    public static long next(Turn turn, String table, int numbers) {
        return turn.handle()
                        .createQuery(
                                """
                                INSERT INTO row_number (table_name, last) VALUES (:table, :numbers)
                                ON CONFLICT (table_name)
                                DO UPDATE SET last = row_number.last + :numbers
                                RETURNING last
                                """)
                        .bind("table", table)
                        .bind("numbers", numbers)
                        .mapTo(Long.class)
                        .one()
                - numbers
                + 1;
    }

    /// Leaves out so many numbers of every table, of those without a row too: what comes from an
    /// older copy must not give numbers a second time that were given after the copy was made.
    public static void skip(Turn turn, long numbers) {
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO row_number (table_name, last)
                        SELECT name, :numbers FROM sqlite_master WHERE type = 'table'
                        ON CONFLICT (table_name) DO UPDATE SET last = row_number.last + :numbers
                        """)
                .bind("numbers", numbers)
                .execute();
    }

    private RowNumbers() {}
}
