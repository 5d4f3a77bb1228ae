package org.watchword.desk.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// SQLite whose commits are kept and said to have failed, when they are told to.
public final class UntoldCommits {
    private final StoreEngine real;
    private final AtomicReference<Optional<String>> when = new AtomicReference<>(Optional.empty());

    public UntoldCommits(Path file) {
        real = new SqliteEngine(file);
    }

    /// The next turn in which this query finds a row ends so.
    public void lose(String query) {
        when.set(Optional.of(query));
    }

    public StoreEngine engine() {
        return (StoreEngine)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {StoreEngine.class},
                        (_, method, arguments) -> {
                            Object result = invoked(real, method, arguments);
                            return method.getName().equals("openWriter")
                                    ? doubtful((Connection) result)
                                    : result;
                        });
    }

    private Connection doubtful(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            boolean lost = method.getName().equals("commit") && isMeant(connection);
                            Object result = invoked(connection, method, arguments);
                            if (lost) {
                                throw new SQLException("nobody knows");
                            }
                            return result;
                        });
    }

    private boolean isMeant(Connection connection) throws SQLException {
        Optional<String> query = when.get();
        if (query.isEmpty()) {
            return false;
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query.get())) {
            return rows.next() && when.compareAndSet(query, Optional.empty());
        }
    }

    private static Object invoked(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
