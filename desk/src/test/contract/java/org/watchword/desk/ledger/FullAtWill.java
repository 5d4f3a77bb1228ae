package org.watchword.desk.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreEngine;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Writer.Lane;

/// A disk that runs full when it is told to.
final class FullAtWill implements Reserve {
    private volatile boolean full;

    /// There is no room for this.
    private static final class NoRoom extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    StoreEngine engine(StoreEngine real) {
        return (StoreEngine)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {StoreEngine.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("saysFull")
                                    && arguments[0] instanceof NoRoom) {
                                return true;
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /// From now on there is no room but for the watch's own work.
    void fill(Store store) {
        full = true;
        try {
            store.writer()
                    .write(
                            Lane.ORDINARY,
                            turn -> {
                                throw new NoRoom();
                            });
        } catch (StoreUnavailable e) {
            // that is what a full disk says
        }
        if (!store.isFull()) {
            throw new AssertionError("the disk did not run full");
        }
    }

    /// There is room again, once the writer has looked.
    void empty(Store store) {
        full = false;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (store.isFull() && System.nanoTime() < until) {
            int _ = store.writer().write(Lane.FIRST, turn -> turn.handle().execute("SELECT 1"));
        }
    }

    @Override
    public boolean hold() {
        return !full;
    }

    @Override
    public void release() {}
}
