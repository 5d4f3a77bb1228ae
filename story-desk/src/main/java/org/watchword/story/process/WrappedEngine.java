package org.watchword.story.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.watchword.desk.store.StoreEngine;

/// A database whose writer is another one: the rooms above know nothing of it.
abstract class WrappedEngine implements StoreEngine {
    final StoreEngine behind;

    WrappedEngine(StoreEngine behind) {
        this.behind = behind;
    }

    /// Commits, or does not.
    @FunctionalInterface
    interface Committing {
        void commit() throws SQLException;
    }

    /// A writer that commits in this way.
    static Connection committing(Connection writer, Committing by) {
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("commit")) {
                                by.commit();
                                return null;
                            }
                            try {
                                return method.invoke(writer, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Override
    public String migrations() {
        return behind.migrations();
    }

    @Override
    public DataSource administration() {
        return behind.administration();
    }

    @Override
    public DataSource readers() {
        return behind.readers();
    }

    @Override
    public boolean saysFull(Throwable error) {
        return behind.saysFull(error);
    }

    @Override
    public boolean tidy(Connection writer) throws SQLException {
        return behind.tidy(writer);
    }

    @Override
    public void close() {
        behind.close();
    }
}
