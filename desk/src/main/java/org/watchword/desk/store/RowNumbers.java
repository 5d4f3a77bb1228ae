package org.watchword.desk.store;

/// Gives every new row its number before it is written, because a sealed field is bound to the row
/// it stands in. A number is never given twice, not even after its row is gone.
public final class RowNumbers {
    /// The next number of a table, from 1 on.
    public static long next(Turn turn, String table) {
        return turn.handle()
                .createQuery(
                        """
                        INSERT INTO row_number (table_name, last) VALUES (:table, 1)
                        ON CONFLICT (table_name) DO UPDATE SET last = row_number.last + 1
                        RETURNING last
                        """)
                .bind("table", table)
                .mapTo(Long.class)
                .one();
    }

    private RowNumbers() {}
}
