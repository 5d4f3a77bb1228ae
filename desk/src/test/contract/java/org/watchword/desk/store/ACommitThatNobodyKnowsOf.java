package org.watchword.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.Writer.Lane;

class ACommitThatNobodyKnowsOf {
    @TempDir Path dir;
    private final AtomicBoolean untold = new AtomicBoolean();

    /// Keeps a commit and says that it failed, once it is told to.
    private Connection doubtful(Connection real) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            try {
                                Object result = method.invoke(real, arguments);
                                if (method.getName().equals("commit")
                                        && untold.compareAndSet(true, false)) {
                                    throw new SQLException("nobody knows");
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private StoreEngine engine() {
        var real = new SqliteEngine(dir.resolve("desk.db"));
        return (StoreEngine)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {StoreEngine.class},
                        (_, method, arguments) -> {
                            try {
                                Object result = method.invoke(real, arguments);
                                return method.getName().equals("openWriter")
                                        ? doubtful((Connection) result)
                                        : result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Test
    void has_whoever_left_something_for_after_it_look_at_the_rows() throws Exception {
        try (var store = Store.open(engine(), new StoreContract.HeldReserve())) {
            var writer = store.writer();
            writer.write(
                    Lane.FIRST, turn -> turn.handle().execute("CREATE TABLE leaf (n INTEGER)"));
            var looked = new CountDownLatch(1);
            store.onLost(looked::countDown);
            untold.set(true);
            assertThrows(
                    StoreUnavailable.class,
                    () ->
                            writer.write(
                                    Lane.FIRST,
                                    turn -> turn.handle().execute("INSERT INTO leaf VALUES (1)")));
            assertTrue(looked.await(20, TimeUnit.SECONDS), "nobody looked");
            int kept =
                    store.read(h ->
                            h.createQuery("SELECT count(*) FROM leaf").mapTo(Integer.class).one());
            assertEquals(1, kept);
        }
    }
}
