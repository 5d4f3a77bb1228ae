package org.watchword.desk;

import java.net.URI;
import java.util.List;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.rota.Rota;
import org.watchword.desk.store.Store;
import org.watchword.desk.watch.Watch;
import org.watchword.desk.web.Route;
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
    public record Rooms(
            Store store, Accounts accounts, Rota rota, Delivery delivery, Watch watch) {}

    public Rooms rooms() {
        return rooms;
    }

    /// Rings what is overdue, sends what was left half sent, then opens the pages: nobody looks at
    /// a desk that does not ring yet.
    public void start() {
        rooms.store().onFull(this::saysFull);
        rooms.delivery().start(rooms.watch(), rooms.watch().handlers());
        rooms.watch().start();
        if (rooms.store().isFull()) {
            saysFull(true);
        }
        listener.start();
    }

    /// Every address it answers at.
    List<Route> routes() {
        return listener.routes();
    }

    /// Where the staff desk is found.
    public URI address() {
        return URI.create("http://" + host + ":" + listener.port() + "/");
    }

    /// A desk that cannot keep things says so, instead of accepting them.
    private void saysFull(boolean full) {
        if (full) {
            rooms.watch().ring(Sentence.of("cli.disk-full"));
        } else {
            rooms.watch().tell(Sentence.of("cli.disk-has-room"));
        }
    }

    @Override
    public void close() {
        // Each is closed whatever became of the one before.
        try (directory;
                var _ = rooms.store();
                var _ = rooms.delivery();
                var _ = rooms.watch()) {
            listener.close();
        }
    }
}
