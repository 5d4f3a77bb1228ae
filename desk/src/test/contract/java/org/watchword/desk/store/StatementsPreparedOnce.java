package org.watchword.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Limits;

class StatementsPreparedOnce {
    private static final String FIND = "SELECT t FROM leaf WHERE n = ?";

    private final List<PreparedStatement> made = new ArrayList<>();
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        Connection real = DriverManager.getConnection("jdbc:sqlite::memory:");
        connection =
                KeptStatements.over(
                        (Connection)
                                Proxy.newProxyInstance(
                                        getClass().getClassLoader(),
                                        new Class<?>[] {Connection.class},
                                        (_, method, arguments) -> {
                                            try {
                                                Object result = method.invoke(real, arguments);
                                                if (result instanceof PreparedStatement one) {
                                                    made.add(one);
                                                }
                                                return result;
                                            } catch (InvocationTargetException e) {
                                                throw e.getCause();
                                            }
                                        }));
        run("CREATE TABLE leaf (n INTEGER PRIMARY KEY, t TEXT)");
        run("INSERT INTO leaf VALUES (1, 'one'), (2, 'two')");
        made.clear();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String found(PreparedStatement statement, int n) throws SQLException {
        statement.setInt(1, n);
        try (var rows = statement.executeQuery()) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private String found(int n) throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            return found(statement, n);
        }
    }

    @Test
    void serve_again_for_the_same_text() throws SQLException {
        assertEquals("one", found(1));
        assertEquals("two", found(2));
        assertEquals(1, made.size());
    }

    @Test
    void are_lent_to_one_at_a_time() throws SQLException {
        try (var outer = connection.prepareStatement(FIND)) {
            outer.setInt(1, 1);
            try (var rows = outer.executeQuery()) {
                assertTrue(rows.next());
                assertEquals("two", found(2));
                assertEquals("one", rows.getString(1));
            }
        }
        assertEquals(2, made.size());
        assertTrue(made.getFirst().isClosed() != made.getLast().isClosed(), "two are kept");
    }

    @Test
    void hold_no_row_open_when_they_are_given_back() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT t FROM leaf")) {
            assertTrue(statement.executeQuery().next());
        }
        run("DROP TABLE leaf"); // refused while somebody reads it
    }

    @Test
    void see_what_became_of_a_table() throws SQLException {
        assertEquals("one", found(1));
        run("ALTER TABLE leaf ADD COLUMN more TEXT");
        run("UPDATE leaf SET t = 'another'");
        assertEquals("another", found(1));
    }

    @Test
    void are_given_up_once_they_failed() throws SQLException {
        String insert = "INSERT INTO leaf VALUES (?, 'more')";
        try (var statement = connection.prepareStatement(insert)) {
            statement.setInt(1, 1);
            assertThrows(SQLException.class, statement::executeUpdate);
        }
        assertTrue(made.getFirst().isClosed());
        try (var statement = connection.prepareStatement(insert)) {
            statement.setInt(1, 3);
            assertEquals(1, statement.executeUpdate());
        }
        assertEquals("more", found(3));
    }

    /// Otherwise the next one's batch would run what somebody else had begun.
    @Test
    void are_given_up_when_a_batch_was_begun_and_never_run() throws SQLException {
        String insert = "INSERT INTO leaf VALUES (?, 'more')";
        try (var statement = connection.prepareStatement(insert)) {
            statement.setInt(1, 3);
            statement.addBatch();
        }
        try (var statement = connection.prepareStatement(insert)) {
            statement.setInt(1, 4);
            statement.addBatch();
            assertEquals(1, statement.executeBatch().length);
        }
        assertEquals("more", found(4));
        try (var all = connection.prepareStatement("SELECT count(*) FROM leaf")) {
            assertEquals(3, all.executeQuery().getInt(1));
        }
    }

    @Test
    void serve_nobody_who_has_given_them_back() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(FIND);
        statement.close();
        assertTrue(statement.isClosed());
        assertThrows(SQLException.class, () -> found(statement, 1));
        assertEquals("one", found(1));
    }

    @Test
    void are_kept_up_to_a_limit_those_used_last() throws SQLException {
        for (int i = 0; i <= Limits.STATEMENTS_KEPT; i++) {
            connection.prepareStatement("SELECT " + i).close();
        }
        assertTrue(made.getFirst().isClosed(), "the eldest is kept");
        assertFalse(made.getLast().isClosed(), "the newest is not kept");
        assertFalse(made.get(1).isClosed(), "fewer are kept");
    }
}
