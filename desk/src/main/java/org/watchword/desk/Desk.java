package org.watchword.desk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.casebook.Casebook;
import org.watchword.desk.casebook.envelope.Envelopes;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.cli.backup.NightlyBackup;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.forgetting.Forgetting;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.partner.Partner;
import org.watchword.desk.rota.Rota;
import org.watchword.desk.rota.SheetCodes;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AfterRestore;
import org.watchword.desk.watch.Watch;
import org.watchword.desk.watch.silence.Watches;
import org.watchword.desk.watch.timer.PlantedTimers;
import org.watchword.desk.watch.word.PeoplesWords;
import org.watchword.desk.watch.word.WordsMean;
import org.watchword.desk.web.DoorListener;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.StaffListener;

/// A desk that is put together. It rings and listens once it is started.
public final class Desk implements AutoCloseable {
    private final DataDirectory directory;
    private final Rooms rooms;
    private final StaffListener listener;
    private final DeskAddress address;
    private final Optional<DoorListener> door;
    private Optional<NightlyBackup> nightly = Optional.empty();

    Desk(
            DataDirectory directory,
            Rooms rooms,
            StaffListener listener,
            Optional<DoorListener> door,
            DeskAddress address) {
        this.door = door;
        this.directory = directory;
        this.rooms = rooms;
        this.listener = listener;
        this.address = address;
    }

    /// Writes a backup every night while it runs.
    Desk backedUpBy(Optional<NightlyBackup> backup) {
        nightly = backup;
        return this;
    }

    /// The rooms of a desk, for whoever founds it: a story, later the first evening.
    public record Rooms(
            Store store,
            Accounts accounts,
            Rota rota,
            Delivery delivery,
            Watch watch,
            Watches watches,
            PlantedTimers timers,
            PeoplesWords words,
            Forgetting forgetting,
            Changes changes,
            Partner partner,
            Ledger ledger,
            Casebook casebook,
            Envelopes envelopes) {
        /// Sends what was left half sent, takes up the alarms, watches and timers that stand, and
        /// applies the words that wait; what is overdue fires at once. Then the membership chain is
        /// verified: whatever is wrong with it keeps nobody from being rung. What comes from
        /// outside is listened to by whoever opens the entrances.
        public void start() {
            store.onFull(this::saysFull);
            var handlers = new ArrayList<Inbound.Handler>(words.handlers());
            handlers.addAll(watch.handlers());
            delivery.start(watch, handlers);
            watch.start();
            words.checkIns().start(new WordsMean(watches::heard, watch.alarms()));
            watches.start(words.checkIns()::apply, words::remind);
            timers.start();
            ledger.start();
            if (store.isFull()) {
                saysFull(true);
            }
        }

        /// Makes what came out of a backup a desk again, before it is started: everybody is signed
        /// out, no code counts any more, every envelope is shut, no number is given twice, and the
        /// team is told.
        ///
        /// @param made when the backup was made, in words
        public void startAfresh(String made) {
            store.writer().write(Lane.ORDINARY, this::startAfresh);
            watch.tell(Sentence.of("cli.restore.told", "made", made));
        }

        private boolean startAfresh(Turn turn) {
            accounts.startAfresh(turn);
            delivery.startAfresh(turn);
            AfterRestore.startAfresh(turn);
            words.startAfresh(turn);
            changes.startAfresh(turn);
            envelopes.startAfresh(turn);
            SheetCodes.startAfresh(turn);
            RowNumbers.skip(turn, Limits.SKIPPED_BY_RESTORE);
            return true;
        }

        /// A desk that cannot keep things says so, instead of accepting them.
        private void saysFull(boolean full) {
            if (full) {
                watch.ring(Sentence.of("cli.disk-full"));
            } else {
                watch.tell(Sentence.of("cli.disk-has-room"));
            }
        }
    }

    public Rooms rooms() {
        return rooms;
    }

    /// Rings what is overdue, sends what was left half sent, then opens the pages: nobody looks at
    /// a desk that does not ring yet.
    public void start() {
        rooms.start();
        door.ifPresent(DoorListener::start);
        listener.start();
        rooms.forgetting().start();
        rooms.changes().start(rooms.watch(), rooms.accounts().people()::shutOut);
        rooms.partner().start(rooms.watch());
        nightly.ifPresent(NightlyBackup::start);
    }

    /// The port of the quiet door, where there is one.
    public OptionalInt doorPort() {
        return door.map(one -> OptionalInt.of(one.port())).orElse(OptionalInt.empty());
    }

    /// Every address it answers at.
    List<Route> routes() {
        return listener.routes();
    }

    /// Where the staff desk is found.
    public URI address() {
        return URI.create(address.own() + "/");
    }

    /// Where people's phones find it, without a slash at its end.
    String link() {
        return address.link();
    }

    @Override
    public void close() {
        // Each is closed whatever became of the one before.
        try (directory;
                var _ = rooms.store();
                var _ = rooms.forgetting();
                var _ = rooms.delivery();
                var _ = rooms.watch();
                var _ = rooms.watches();
                var _ = rooms.changes();
                var _ = rooms.partner();
                var _ = rooms.accounts()) {
            door.ifPresent(DoorListener::close);
            listener.close();
        }
    }
}
