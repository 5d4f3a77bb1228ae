package org.watchword.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.accounts.People;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Ticks;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.casebook.Casebook;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.backup.BackupPages;
import org.watchword.desk.cli.backup.BackupStatus;
import org.watchword.desk.delivery.DeliveryPages;
import org.watchword.desk.delivery.Names;
import org.watchword.desk.forgetting.Forgetting;
import org.watchword.desk.ledger.belonging.BelongingPages;
import org.watchword.desk.partner.PartnerPages;
import org.watchword.desk.rota.RotaPages;
import org.watchword.desk.rota.RotaTools;
import org.watchword.desk.rota.SheetCodes;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.watch.OnLadders;
import org.watchword.desk.watch.PageTools;
import org.watchword.desk.watch.WatchPages;
import org.watchword.desk.watch.drill.DrillPages;
import org.watchword.desk.watch.drill.Drills;
import org.watchword.desk.watch.month.MonthPages;
import org.watchword.desk.watch.silence.SilencePages;
import org.watchword.desk.watch.silence.WatchChanges;
import org.watchword.desk.watch.word.WordPages;
import org.watchword.desk.web.Frame.MenuItem;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Rooms;
import org.watchword.desk.web.Route;

/// Puts the pages of all rooms together: their addresses, what they put into each other's places,
/// and the menu.
final class WiredPages {
    static Rooms of(
            Desk.Rooms rooms,
            Vault vault,
            Settings settings,
            Surroundings around,
            BackupStatus backups) {
        var rota = new RotaPages(rotaTools(rooms, vault.fieldSeal(), around));
        var watch = watch(rooms, around);
        var delivery = deliveryPages(rooms);
        var watches = watches(rooms, settings);
        var routes = new ArrayList<Route>(watch.routes());
        routes.addAll(watches.routes());
        routes.addAll(delivery.routes());
        routes.addAll(accounts(rooms, watch));
        var changes = changes(rooms);
        routes.addAll(changes.routes());
        var partner = partner(rooms);
        routes.addAll(partner.routes());
        routes.addAll(rota.routes());
        var belonging = belonging(rooms, vault);
        routes.addAll(ofTheDesk(rooms, belonging));
        var words = words(rooms);
        routes.addAll(words.routes());
        routes.addAll(drillPages(rooms, drills(rooms, settings, around)).routes());
        var ticks = ticks(rooms, settings, around, backups);
        routes.addAll(rooms.accounts().firstNight(ticks));
        routes.addAll(around.moreRoutes().apply(rooms));
        var backup = new BackupPages(backups);
        routes.addAll(backup.routes());
        var fillers = new ArrayList<Places.Filler>(List.of(backup, changes, partner));
        fillers.addAll(rota.fillers());
        fillers.addAll(delivery.fillers());
        fillers.addAll(watch.fillers());
        fillers.addAll(watches.fillers());
        fillers.addAll(words.fillers());
        fillers.addAll(ofTheDesk(rooms, belonging, ticks));
        var menu = menu(watch, delivery, words);
        return new Rooms(routes, rooms.accounts().callers(), fillers, menu, Wiring::outage);
    }

    private static ChangePages changes(Desk.Rooms rooms) {
        return new ChangePages(rooms.store(), rooms.changes(), rooms.accounts().people()::name);
    }

    private static BelongingPages belonging(Desk.Rooms rooms, Vault vault) {
        return new BelongingPages(
                new BelongingPages.Ground(
                        rooms.store(), rooms.ledger(), rooms.accounts(), Wiring.LANGUAGES),
                new SheetCodes(rooms.store(), vault.keyedHash()),
                new BelongingPages.Heard(
                        rooms.watch().alarms()::tell, rooms.watch().alarms()::desk));
    }

    private static PartnerPages partner(Desk.Rooms rooms) {
        return new PartnerPages(
                rooms.store(), rooms.delivery(), Wiring.words(), rooms.partner(), rooms.changes());
    }

    /// Pages that nothing else is put together with.
    private static List<Route> ofTheDesk(Desk.Rooms rooms, BelongingPages belonging) {
        var routes = new ArrayList<Route>(rooms.forgetting().routes());
        routes.addAll(rooms.casebook().routes());
        routes.addAll(new MonthPages(rooms.store(), rooms.delivery()).routes());
        routes.addAll(belonging.routes());
        routes.addAll(rooms.envelopes().routes());
        return routes;
    }

    private static List<Places.Filler> ofTheDesk(
            Desk.Rooms rooms, BelongingPages belonging, List<Ticks> ticks) {
        var fillers = new ArrayList<Places.Filler>(rooms.accounts().fillers(ticks));
        fillers.addAll(belonging.fillers());
        fillers.addAll(rooms.envelopes().fillers());
        fillers.addAll(rooms.casebook().fillers());
        return fillers;
    }

    private static List<Route> accounts(Desk.Rooms rooms, WatchPages watch) {
        return rooms.accounts()
                .routes(Wiring.LANGUAGES, List.of(watch.raiseAfterUnlock()), rooms.changes());
    }

    private static WatchPages watch(Desk.Rooms rooms, Surroundings around) {
        return new WatchPages(
                new PageTools(
                        rooms.watch(),
                        rooms.watch().ladders(),
                        rooms.store(),
                        rooms.accounts().people(),
                        rooms.delivery(),
                        Wiring.words(),
                        around.random(),
                        rooms.changes()));
    }

    private static DeliveryPages deliveryPages(Desk.Rooms rooms) {
        var names = names(rooms.accounts().people());
        return new DeliveryPages(rooms.store(), rooms.delivery(), names, rooms.changes());
    }

    private static SilencePages watches(Desk.Rooms rooms, Settings settings) {
        return new SilencePages(
                rooms.watches(),
                rooms.store(),
                rooms.accounts().people(),
                rooms.watch().ladders(),
                new WatchChanges(rooms.watches(), rooms.changes(), settings.zone()));
    }

    private static WordPages words(Desk.Rooms rooms) {
        return new WordPages(
                new WordPages.Tools(
                        rooms.words(),
                        rooms.store(),
                        rooms.watch().ladders(),
                        rooms.accounts().people(),
                        rooms.delivery(),
                        Wiring.words(),
                        rooms.changes()));
    }

    private static RotaTools rotaTools(Desk.Rooms rooms, FieldSeal seal, Surroundings around) {
        var delivery = rooms.delivery();
        return new RotaTools(
                rooms.store(),
                rooms.accounts().people(),
                rooms.rota(),
                new OnLadders(),
                new RotaTools.Reach(delivery.addresses(), delivery.channels()),
                seal,
                rooms.watch(),
                rooms.changes(),
                around.clock());
    }

    private static Drills drills(Desk.Rooms rooms, Settings settings, Surroundings around) {
        return new Drills(rooms.store(), rooms.watch(), around.clock(), times(settings));
    }

    private static DrillPages drillPages(Desk.Rooms rooms, Drills drills) {
        return new DrillPages(
                drills,
                new DrillPages.Desk(
                        rooms.store(),
                        rooms.watch().ladders(),
                        rooms.accounts().people(),
                        rooms.delivery()));
    }

    private static TimeWords times(Settings settings) {
        return new TimeWords(settings.zone(), settings.language());
    }

    /// Whoever has a line for "Before the first night".
    private static List<Ticks> ticks(
            Desk.Rooms rooms, Settings settings, Surroundings around, BackupStatus backups) {
        var times = times(settings);
        return List.of(
                new NightTicks(rooms, around.clock()),
                rooms.watches(),
                drills(rooms, settings, around),
                handle -> List.of(backups.tick(times)));
    }

    private static Names names(People people) {
        return new Names() {
            @Override
            public Optional<String> of(Handle handle, PersonId person) {
                return people.name(handle, person);
            }

            @Override
            public Optional<Language> language(Handle handle, PersonId person) {
                return people.find(handle, person).map(Person::language);
            }
        };
    }

    private static List<MenuItem> menu(WatchPages watch, DeliveryPages delivery, WordPages words) {
        return Stream.of(
                        watch.menuFirst(),
                        SilencePages.menu(),
                        Casebook.menu(),
                        RotaPages.menu(),
                        MonthPages.menu(),
                        DrillPages.menu(),
                        delivery.menu(),
                        Accounts.menu(),
                        BelongingPages.menu(),
                        Forgetting.menu(),
                        PartnerPages.menu(),
                        watch.menuLast(),
                        words.menu())
                .flatMap(List::stream)
                .toList();
    }

    private WiredPages() {}
}
