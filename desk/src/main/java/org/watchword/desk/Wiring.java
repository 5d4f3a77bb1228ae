package org.watchword.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Signer;
import org.watchword.desk.basis.Threads;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.desk.casebook.Casebook;
import org.watchword.desk.casebook.envelope.Envelopes;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.backup.Backup;
import org.watchword.desk.cli.backup.BackupStatus;
import org.watchword.desk.cli.backup.NightlyBackup;
import org.watchword.desk.cli.seal.Sealing;
import org.watchword.desk.cli.watcher.Watcher;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.DeliveryPolicy;
import org.watchword.desk.delivery.MailKind;
import org.watchword.desk.delivery.PaperKind;
import org.watchword.desk.delivery.SmsKind;
import org.watchword.desk.delivery.TelegramKind;
import org.watchword.desk.delivery.WebhookKind;
import org.watchword.desk.forgetting.Forgetting;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.belonging.BelongingPages;
import org.watchword.desk.partner.Partner;
import org.watchword.desk.rota.Rota;
import org.watchword.desk.store.FileReserve;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.desk.watch.Stepping;
import org.watchword.desk.watch.Watch;
import org.watchword.desk.watch.drill.Drills;
import org.watchword.desk.watch.month.MonthPages;
import org.watchword.desk.watch.silence.Watches;
import org.watchword.desk.watch.timer.PlantedTimers;
import org.watchword.desk.watch.word.PeoplesWords;
import org.watchword.desk.web.DoorListener;
import org.watchword.desk.web.DoorSite;
import org.watchword.desk.web.HostName;
import org.watchword.desk.web.Outages.Outage;
import org.watchword.desk.web.Site;
import org.watchword.desk.web.StaffListener;

/// Puts a desk together: the one place where an implementation is picked for each port.
public final class Wiring {
    /// The languages the program has; a message file per room makes one.
    public static final List<Language> LANGUAGES = List.of(new Language("en"), new Language("ru"));

    /// Whoever has words for people.
    private static final List<Class<?>> SPEAKERS =
            List.of(
                    Settings.class,
                    Backup.class,
                    Watcher.class,
                    Sealing.class,
                    Watch.class,
                    Watches.class,
                    PlantedTimers.class,
                    PeoplesWords.class,
                    MonthPages.class,
                    Drills.class,
                    Rota.class,
                    Delivery.class,
                    Partner.class,
                    Accounts.class,
                    Ledger.class,
                    BelongingPages.class,
                    Casebook.class,
                    Envelopes.class,
                    Forgetting.class,
                    Changes.class,
                    Site.class);

    /// Read once: it never changes, and several rooms ask for it at every start.
    private static final WordBook WORDS = WordBook.read(LANGUAGES, SPEAKERS);

    /// A desk in its directory, which it holds until it is closed.
    public static Desk desk(DataDirectory directory, Settings settings, Surroundings around) {
        WordBook book = words();
        Vault vault = vault(directory, around);
        Store store = store(directory, around);
        var address = new DeskAddress(settings);
        Desk.Rooms rooms = rooms(store, vault, settings, around, address);
        var listener =
                new StaffListener(
                        Entrances.listening(settings, settings.staff()),
                        site(settings, around, book),
                        WiredPages.of(
                                rooms,
                                vault,
                                settings,
                                around,
                                backups(directory.path(), settings, around)),
                        around.clock(),
                        around.random());
        address.listensOn(listener::port);
        return new Desk(directory, rooms, listener, door(rooms, settings, around), address)
                .backedUpBy(
                        BackupCommands.plan(directory.path(), settings)
                                .map(plan ->
                                        new NightlyBackup(
                                                plan,
                                                around.clock(),
                                                settings.zone(),
                                                rooms.watch())));
    }

    private static Optional<DoorListener> door(
            Desk.Rooms rooms, Settings settings, Surroundings around) {
        return settings.door()
                .map(door ->
                        new DoorListener(
                                Entrances.listening(settings, door),
                                new DoorSite(List.of(Entrances.host(settings, door))),
                                rooms.words().door(),
                                around.clock(),
                                around.random()));
    }

    /// The rooms of a desk that neither rings nor listens, for whoever prepares it.
    static Quiet quiet(DataDirectory directory, Settings settings, Surroundings around) {
        Vault vault = vault(directory, around);
        Store store = store(directory, around);
        return new Quiet(rooms(store, vault, settings, around, new DeskAddress(settings)));
    }

    /// What {@link #quiet} opened.
    record Quiet(Desk.Rooms rooms) implements AutoCloseable {
        @Override
        public void close() {
            rooms.store().close();
        }
    }

    private static Desk.Rooms rooms(
            Store store, Vault vault, Settings settings, Surroundings around, DeskAddress address) {
        return rooms(
                store,
                new Parts(
                        around.clock(),
                        Threads.PACE,
                        around.random(),
                        vault,
                        settings.zone(),
                        settings.language(),
                        address::link,
                        kinds(vault, around.clock()),
                        DeliveryPolicy.usual(),
                        Stepping.ENGINE,
                        Parts.WATCHES));
    }

    /// The rooms of a desk over its store, not started.
    public static Desk.Rooms rooms(Store store, Parts parts) {
        return WiredRooms.of(store, parts);
    }

    /// A desk to be looked at only, beside the one that may be running in its directory.
    ///
    /// @throws org.watchword.desk.vault.KeyFileUnusable when its key does not open it
    /// @throws StoreUnavailable when nothing was kept there yet
    static Looking lookAt(Path directory, Settings settings) {
        var around = Surroundings.real();
        try (var key = WatchKey.read(directory.resolve(DataDirectory.WATCH_KEY))) {
            var vault = new Vault(key, around.random());
            var store = Store.lookAt(new SqliteEngine(directory.resolve(DataDirectory.DATABASE)));
            return new Looking(
                    rooms(store, vault, settings, around, new DeskAddress(settings)),
                    kinds(vault, around.clock()),
                    around.clock());
        }
    }

    /// A desk that comes from a backup, to be put in order before it is started.
    ///
    /// @throws org.watchword.desk.vault.KeyFileUnusable when its key does not open it
    /// @throws org.watchword.desk.store.SchemaTooNew when a newer program wrote it
    /// @throws StoreUnavailable when it cannot be read
    static Looking restored(Path directory, Settings settings) {
        var around = Surroundings.real();
        try (var key = WatchKey.read(directory.resolve(DataDirectory.WATCH_KEY))) {
            var vault = new Vault(key, around.random());
            return new Looking(
                    rooms(
                            store(directory.resolve(DataDirectory.DATABASE)),
                            vault,
                            settings,
                            around,
                            new DeskAddress(settings)),
                    List.of(),
                    around.clock());
        }
    }

    /// A database by itself, with no room held for a full disk.
    static Store store(Path database) {
        return Store.open(
                new SqliteEngine(database),
                new Reserve() {
                    @Override
                    public boolean hold() {
                        return true;
                    }

                    @Override
                    public void release() {}
                });
    }

    /// What {@link #lookAt} opened.
    record Looking(Desk.Rooms rooms, List<ChannelKind> kinds, DeskClock clock)
            implements AutoCloseable {
        @Override
        public void close() {
            rooms.store().close();
        }
    }

    /// The words in the language of whoever sits at this machine, where the desk speaks it.
    static Words wordsOfThisMachine() {
        var book = words();
        var mine = new Language(Locale.getDefault().getLanguage());
        return book.in(book.speaks(mine) ? mine : LANGUAGES.getFirst());
    }

    /// The tags of those languages, as settings name them.
    static Set<String> spoken() {
        return LANGUAGES.stream().map(Language::tag).collect(Collectors.toSet());
    }

    /// The words of every room.
    public static WordBook words() {
        return WORDS;
    }

    /// Where there is data there must be a key: a new one could open none of it.
    private static Vault vault(DataDirectory directory, Surroundings around) {
        boolean hasData = Files.exists(directory.database());
        try (var key =
                hasData
                        ? WatchKey.read(directory.watchKey())
                        : WatchKey.readOrMake(directory.watchKey(), around.random())) {
            return new Vault(key, around.random(), GivingWay::here);
        }
    }

    private static Store store(DataDirectory directory, Surroundings around) {
        var engine = around.engine().apply(new SqliteEngine(directory.database()));
        var reserve = new FileReserve(directory.reserve(), Limits.RESERVE_BYTES);
        return Store.open(engine, around.reserve().apply(engine, reserve));
    }

    /// What can be rung over, with the keys of a desk or of a watcher.
    public static List<ChannelKind> kinds(Vault vault, DeskClock clock) {
        return kinds(vault.keyedHash(), vault.signer(), clock);
    }

    private static List<ChannelKind> kinds(KeyedHash hash, Signer signer, DeskClock clock) {
        return List.of(
                new MailKind(hash, clock),
                new SmsKind(hash, clock),
                new TelegramKind(clock),
                new WebhookKind(hash, signer, clock),
                new PaperKind());
    }

    /// What each kind of channel asks for, by its name.
    public static Map<String, List<ChannelKind.Setting>> channelSettings() {
        // What is asked for depends on no key.
        return kinds((_, value) -> value, (_, content) -> content, Surroundings.real().clock())
                .stream()
                .collect(Collectors.toMap(ChannelKind::name, ChannelKind::settings));
    }

    private static Site site(Settings settings, Surroundings around, WordBook book) {
        List<HostName> hosts =
                Stream.concat(
                                Stream.of(Entrances.host(settings, settings.staff())),
                                around.moreHosts().stream().map(host -> new HostName(host, false)))
                        .toList();
        return new Site(settings.name(), hosts, settings.zone(), book, settings.language());
    }

    static BackupStatus backups(Path directory, Settings settings, Surroundings around) {
        return new BackupStatus(BackupCommands.plan(directory, settings), around.clock());
    }

    static Optional<Outage> outage(Throwable failure) {
        if (!(failure instanceof StoreUnavailable store)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (store.why()) {
                    case DISK_FULL -> Outage.DISK_FULL;
                    case BUSY -> Outage.BUSY;
                    case CLOSED, BROKEN -> Outage.OTHER;
                });
    }

    private Wiring() {}
}
