package org.watchword.desk.casebook;

import java.util.List;
import java.util.stream.Stream;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.casebook.reminder.Reminders;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Frame.MenuItem;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;

/// The room's front: its pages. All that it shows it reads from the ledger, with the keys of
/// whoever looks.
public final class Casebook {
    private final Tools tools;

    /// @param hash what makes the addresses of pages
    public Casebook(
            Store store, Ledger ledger, People people, KeyedHash hash, Reminders reminders) {
        this.tools =
                new Tools(
                        ledger,
                        new Team(store, people),
                        new Addresses(hash),
                        Vocabulary.read(),
                        reminders);
    }

    public List<Route> routes() {
        return Stream.of(
                        new CasePages(tools).routes(),
                        new TimelinePages(tools).routes(),
                        new ReminderPages(tools).routes(),
                        new CompartmentPages(tools).routes(),
                        new ErasingPages(tools).routes())
                .flatMap(List::stream)
                .toList();
    }

    /// Fills `alarm.beside`.
    public List<Places.Filler> fillers() {
        return List.of(new ReminderBeside(tools));
    }

    public static List<MenuItem> menu() {
        return List.of(new MenuItem("casebook.menu", Tools.CASES, ""));
    }
}
