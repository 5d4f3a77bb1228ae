package org.watchword.desk.casebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.casebook.reminder.Reminders;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.Together;
import org.watchword.desk.ledger.What;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Compartment;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Standing;

/// What the pages of this room stand on.
record Tools(
        Ledger ledger, Team team, Addresses addresses, Vocabulary vocabulary, Reminders reminders) {
    /// Whether somebody reads in a compartment says the membership chain, and no role.
    static final Gate READ = new Gate.FilesOpen("");

    /// The same for what cannot be undone, or changes who reads.
    static final Gate CHANGE = new Gate.FilesOpenFreshly("");

    /// Title of every page about one case.
    static final Sentence CASE = Sentence.of("casebook.case.title");

    static final String CASES = "/cases";

    <T> T reading(Visit visit, Function<Reading, T> page) {
        var me = new AccountNumber(visit.present().person().value());
        try (var keys = visit.caseKeys().open();
                var reading = new Reading(ledger, me, keys)) {
            return page.apply(reading);
        }
    }

    /// A page about a case in which its reader reads; for whoever does not, there is no such case.
    Answer reading(Visit visit, BiFunction<Reading, OneCase, Answer> page) {
        return reading(
                visit,
                reading ->
                        reading.at(visit.part("id"), addresses)
                                .map(of -> page.apply(reading, of))
                                .orElseThrow(Route.NotHere::new));
    }

    /// He reads in no compartment of it any more: what he wrote is his to copy.
    static Answer gone(String text) {
        if (text.isEmpty()) {
            throw new Route.NotHere();
        }
        var refused = new Answer.Refused(409, Sentence.of("casebook.note.gone"), CASES);
        return new Answer.Unkept(refused, text);
    }

    String path(OneCase of) {
        return CASES + "/" + addresses.of(of.id());
    }

    Optional<OwnCompartment> compartment(OneCase of, String address) {
        return of.compartments().stream()
                .filter(one -> addresses.of(one.place().compartment()).equals(address))
                .findFirst();
    }

    /// What a compartment is called on a page; empty when it has no name that opens.
    String name(OwnCompartment one, Words words) {
        return one.name().map(name -> vocabulary.say(name, words)).orElse("");
    }

    CaseView.Compartment shown(OwnCompartment one, Reading reading, Team.Names names, Words words) {
        Membership now = reading.membership().orElseThrow();
        Compartment compartment = one.standing().now();
        List<CaseView.Reader> readers =
                new TreeSet<>(compartment.members())
                        .stream()
                                .map(account ->
                                        new CaseView.Reader(
                                                account.number(),
                                                names.of(account),
                                                account.equals(reading.me()),
                                                now.keys(account).isEmpty(),
                                                mayGo(now, one.place(), account, reading.me())))
                                .toList();
        return new CaseView.Compartment(
                addresses.of(one.place().compartment()),
                name(one, words),
                one.standing().red(),
                one.standing().rekeyPending(),
                trouble(one.label()),
                one.label() instanceof Label.Unnamed,
                readers,
                List.of());
    }

    /// By who has authority, and never the last one who could open it.
    static boolean mayGo(
            Membership now, CaseCompartment place, AccountNumber who, AccountNumber by) {
        boolean hasAuthority = now.standing(by).filter(Tools::hasAuthority).isPresent();
        return hasAuthority
                && now.readers(place).keySet().stream().anyMatch(one -> !one.equals(who));
    }

    private static boolean hasAuthority(Standing standing) {
        return standing instanceof Standing.Confirmed(_, boolean hasAuthority) && hasAuthority;
    }

    private static Optional<Sentence> trouble(Label label) {
        return switch (label) {
            case Label.Opened _ -> Optional.empty();
            case Label.Unnamed _ -> Optional.of(Sentence.of("casebook.unnamed"));
            case Label.Spoilt(var why) -> Optional.of(Told.of(why));
            case Label.Shut(var why) -> Optional.of(Told.of(why));
        };
    }

    /// Those who were ticked, as accounts; whoever may not be chosen is refused by the chain.
    static Set<AccountNumber> ticked(Form form) {
        return form.texts("reader").stream()
                .filter(one -> one.matches("[0-9]{1,15}"))
                .map(one -> new AccountNumber(Long.parseLong(one)))
                .collect(Collectors.toSet());
    }

    /// Opens a compartment and writes down what it is called. When the second does not come to be,
    /// it stands there without a name, and any member gives it one. Empty when it is open, else why
    /// nothing was done.
    Optional<Sentence> opens(
            Reading reading,
            CaseCompartment place,
            Set<AccountNumber> others,
            Saying.CompartmentOpened says) {
        Optional<Sentence> refused =
                Told.of(reading.compartments().open(place, others, reading.keys()));
        if (refused.isEmpty()) {
            writes(reading, place, says);
        }
        return refused;
    }

    /// Writes into a compartment; empty when it is kept, else why it is not.
    Optional<Sentence> writes(Reading reading, CaseCompartment place, Saying what) {
        return writes(reading, place, what, Together.NOTHING);
    }

    /// The same, together with something else or not at all.
    Optional<Sentence> writes(
            Reading reading, CaseCompartment place, Saying what, Together together) {
        return switch (reading.enter(place)) {
            case Entered.Shut(var why) -> Optional.of(Told.of(why));
            case Entered.Open(OpenCompartment open) ->
                    Told.of(open.write(What.of(what.type(), what.body()), together));
        };
    }
}
