package org.watchword.desk;

import java.net.URI;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.rota.RotaDesk;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.StaffListener;

/// A desk that is put together. It rings and listens once it is started.
public final class Desk implements AutoCloseable {
    private final DataDirectory directory;
    private final Rooms rooms;
    private final StaffListener listener;
    private final String host;

    Desk(DataDirectory directory, Rooms rooms, StaffListener listener, String host) {
        this.directory = directory;
        this.rooms = rooms;
        this.listener = listener;
        this.host = host;
    }

    /// The rooms of a desk, for whoever founds it: a story, later the first evening.
    public record Rooms(Store store, Accounts accounts, RotaDesk rota, Delivery delivery) {}

    public Rooms rooms() {
        return rooms;
    }

    /// Rings what is overdue, sends what was left half sent, then opens the pages: nobody looks at
    /// a desk that does not ring yet.
    public void start() {
        listener.start();
    }

    /// Where the staff desk is found.
    public URI address() {
        return URI.create("http://" + host + ":" + listener.port() + "/");
    }

    @Override
    public void close() {
        listener.close();
        rooms.delivery().close();
        rooms.store().close();
        directory.close();
    }
}
