package org.watchword.desk;

import java.util.function.Predicate;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.casebook.Casebook;
import org.watchword.desk.casebook.envelope.Envelopes;
import org.watchword.desk.casebook.reminder.Reminders;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.forgetting.Forgetting;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.belonging.AtSignIn;
import org.watchword.desk.partner.Partner;
import org.watchword.desk.rota.Rota;
import org.watchword.desk.store.Store;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.watch.Policy;
import org.watchword.desk.watch.Team;
import org.watchword.desk.watch.Watch;
import org.watchword.desk.watch.silence.FirstArmed;
import org.watchword.desk.watch.silence.SilencePolicy;
import org.watchword.desk.watch.silence.Watches;
import org.watchword.desk.watch.timer.PlantedTimers;
import org.watchword.desk.watch.word.PeoplesWords;

/// Puts the rooms of a desk together, each with what it may know of the others.
final class WiredRooms {
    /// The rooms of a desk over its store, not started.
    static Desk.Rooms of(Store store, Parts parts) {
        DeskClock clock = parts.clock();
        Vault vault = parts.vault();
        var people = new People(vault.fieldSeal());
        var rota = new Rota(people, parts.zone());
        var accounts = accounts(store, people, rota, parts);
        var ground = new Delivery.Ground(clock, vault.fieldSeal(), vault.keyedHash(), parts.pace());
        var delivery = new Delivery(store, ground, Wiring.words(), parts.kinds(), parts.patience());
        var team = new Team(people, rota, delivery.addresses(), delivery.channels());
        var watch = new Watch(store, ground, delivery, team, manner(parts));
        var peoplesWords = peoplesWords(store, ground, delivery, watch, parts);
        var ledger = ledger(store, accounts, parts);
        var envelopes = envelopes(store, parts, ledger, watch, accounts);
        var timers = new PlantedTimers(store, watch, clock);
        var forgetting = new Forgetting(store, clock, Kept.by(peoplesWords, envelopes));
        var watches =
                new Watches(
                        store,
                        ground,
                        Watches.Team.of(people, watch),
                        SilencePolicy.DEFAULT,
                        parts.watches());
        return new Desk.Rooms(
                store,
                accounts,
                rota,
                delivery,
                watch,
                watches,
                timers,
                peoplesWords,
                forgetting,
                new Changes(store, vault.fieldSeal(), clock, FirstArmed::ever),
                partner(store, ground, delivery, parts),
                ledger,
                casebook(store, parts, ledger, accounts, reminders(store, parts, watch, timers)),
                envelopes);
    }

    private static Accounts accounts(Store store, People people, Rota rota, Parts parts) {
        DeskClock clock = parts.clock();
        Predicate<PersonId> onDuty =
                person -> store.read(handle -> rota.isOnDuty(handle, person, clock.instant()));
        var ground = new Accounts.Ground(store, parts.vault(), clock, parts.random(), parts.pace());
        return new Accounts(ground, people, onDuty);
    }

    private static PeoplesWords peoplesWords(
            Store store, Delivery.Ground ground, Delivery delivery, Watch watch, Parts parts) {
        return new PeoplesWords(
                store,
                ground,
                delivery,
                new PeoplesWords.Team(watch.ladders(), watch, watch.alarms()),
                new PeoplesWords.Manner(Wiring.words(), parts.spare(), parts.random()));
    }

    private static Ledger ledger(Store store, Accounts accounts, Parts parts) {
        var ledger = new Ledger(store, parts.vault(), parts.clock(), parts.random());
        accounts.ask(
                new ReadyToRead(
                        new AtSignIn(ledger, accounts.jobs()), parts.clock(), parts.random()));
        return ledger;
    }

    private static Envelopes envelopes(
            Store store, Parts parts, Ledger ledger, Watch watch, Accounts accounts) {
        return new Envelopes(
                new Envelopes.Ground(
                        store,
                        parts.vault().fieldSeal(),
                        ledger,
                        watch,
                        accounts.people(),
                        parts.clock()));
    }

    private static Reminders reminders(
            Store store, Parts parts, Watch watch, PlantedTimers timers) {
        return new Reminders(
                new Reminders.Ground(
                        store, parts.vault().fieldSeal(), timers, watch.ladders(), parts.random()));
    }

    private static Casebook casebook(
            Store store, Parts parts, Ledger ledger, Accounts accounts, Reminders reminders) {
        return new Casebook(store, ledger, accounts.people(), parts.vault().keyedHash(), reminders);
    }

    private static Partner partner(
            Store store, Delivery.Ground ground, Delivery delivery, Parts parts) {
        var manner = new Partner.Manner(Wiring.words(), parts.zone());
        return new Partner(store, ground, delivery, parts.vault().ownKey(), manner);
    }

    private static Watch.Manner manner(Parts parts) {
        return new Watch.Manner(
                Wiring.words(),
                parts.zone(),
                parts.spare(),
                Policy.DEFAULT,
                parts.alarms(),
                new Watch.Links(parts.link(), parts.random()));
    }

    private WiredRooms() {}
}
