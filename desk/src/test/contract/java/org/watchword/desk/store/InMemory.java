package org.watchword.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.watchword.desk.store.Writer.Lane;

class InMemory {
    private static Store with(String word) {
        var store = Store.open(SqliteEngine.inMemory(), new StoreContract.HeldReserve());
        store.writer()
                .write(
                        Lane.ORDINARY,
                        turn ->
                                turn.handle().execute("CREATE TABLE said (word TEXT)")
                                        + turn.handle()
                                                .execute("INSERT INTO said VALUES (?)", word));
        return store;
    }

    private static String said(Store store) {
        return store.read(
                handle -> handle.createQuery("SELECT word FROM said").mapTo(String.class).one());
    }

    @Test
    void readers_find_what_was_written_and_nothing_of_another() {
        try (var one = with("harbour");
                var other = with("quay")) {
            assertEquals("harbour", said(one));
            assertEquals("quay", said(other));
        }
    }
}
