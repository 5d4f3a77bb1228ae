package org.watchword.desk.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Limits;

/// A connection that keeps what it has prepared: the same few hundred texts come again and again,
/// and making SQLite read one anew costs more than running it.
///
/// A statement that is closed lies ready for the next who brings the same text; one that is in use
/// is lent to nobody else, and one that failed, or whose batch was never run, is not kept. What was
/// bound stays bound until it is bound anew, as Jdbi does each time: taking it off would have
/// SQLite plan the statement once more (measured: 40 µs instead of 2). Like the connection itself
/// it serves one thread at a time.
public final class KeptStatements {
    private final Connection connection;
    private final Map<String, PreparedStatement> ready = new LinkedHashMap<>();

    private KeptStatements(Connection connection) {
        this.connection = connection;
    }

    /// The same connection, with a memory for what it prepared.
    public static Connection over(Connection connection) {
        var kept = new KeptStatements(connection);
        return (Connection) proxy(Connection.class, kept::onConnection);
    }

    private static Object proxy(Class<?> type, java.lang.reflect.InvocationHandler handler) {
        return Proxy.newProxyInstance(
                KeptStatements.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private @Nullable Object onConnection(
            Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null
                && method.getName().equals("prepareStatement")
                && isPlain(arguments)) {
            return lent((String) arguments[0]);
        }
        return invoked(connection, method, arguments);
    }

    /// Whether it asks for nothing but rows that are read once, forwards.
    private static boolean isPlain(Object[] arguments) {
        return arguments.length == 1
                || (arguments.length == 3
                        && arguments[1].equals(ResultSet.TYPE_FORWARD_ONLY)
                        && arguments[2].equals(ResultSet.CONCUR_READ_ONLY));
    }

    private PreparedStatement lent(String sql) throws SQLException {
        PreparedStatement one = ready.remove(sql);
        var loan = new Loan(sql, one == null ? connection.prepareStatement(sql) : one);
        return (PreparedStatement) proxy(PreparedStatement.class, loan::on);
    }

    private void back(String sql, PreparedStatement one) throws SQLException {
        PreparedStatement twin = ready.put(sql, one);
        if (twin != null) {
            twin.close();
        }
        if (ready.size() > Limits.STATEMENTS_KEPT) {
            var eldest = ready.entrySet().iterator();
            PreparedStatement given = eldest.next().getValue();
            eldest.remove();
            given.close();
        }
    }

    private static @Nullable Object invoked(Object on, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /// A statement in somebody's hands, until it is closed.
    private final class Loan {
        private final String sql;
        private final PreparedStatement statement;
        private @Nullable ResultSet rows;
        private boolean spoiled;
        private boolean over;

        Loan(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        @Nullable Object on(Object proxy, Method method, Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "close" -> {
                    close();
                    yield null;
                }
                case "isClosed" -> over;
                default -> used(method, arguments);
            };
        }

        private @Nullable Object used(Method method, Object @Nullable [] arguments)
                throws Throwable {
            if (over) {
                throw new SQLException("this statement is closed");
            }
            // Until it has gone well; and a batch that was begun has gone well when it was run.
            boolean before = spoiled;
            spoiled = true;
            Object result = invoked(statement, method, arguments);
            if (result instanceof ResultSet found) {
                rows = found;
            }
            spoiled =
                    switch (method.getName()) {
                        case "addBatch" -> true;
                        case "executeBatch", "executeLargeBatch", "clearBatch" -> false;
                        default -> before;
                    };
            return result;
        }

        private void close() throws SQLException {
            if (over) {
                return;
            }
            over = true;
            if (spoiled) {
                statement.close();
                return;
            }
            if (rows != null) {
                rows.close();
            }
            back(sql, statement);
        }
    }
}
