package org.watchword.desk.casebook;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.accounts.People;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.store.Store;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Membership;

/// Who could read somewhere, and what they are called: an account in the chain is the number of a
/// person.
final class Team {
    private final Store store;
    private final People people;

    Team(Store store, People people) {
        this.store = store;
        this.people = people;
    }

    /// What people are called, as it was when it was asked for.
    record Names(Map<AccountNumber, Person> people) {
        private static final String UNKNOWN = "?";

        String of(AccountNumber account) {
            Person person = people.get(account);
            return person == null ? UNKNOWN : person.name();
        }

        boolean isActive(AccountNumber account) {
            Person person = people.get(account);
            return person != null && person.active();
        }
    }

    Names names() {
        return new Names(
                store.read(people::all).stream()
                        .collect(
                                Collectors.toMap(
                                        person -> new AccountNumber(person.id().value()),
                                        person -> person)));
    }

    /// Who is in force and in the team, but for some, by name.
    ///
    /// @param chosen by their numbers, as a form names them
    static List<CaseView.Choice> choices(
            Membership now, Names names, Set<AccountNumber> without, Collection<String> chosen) {
        return now.accounts().stream()
                .filter(account -> now.keys(account).isPresent() && names.isActive(account))
                .filter(account -> !without.contains(account))
                .sorted(
                        Comparator.<AccountNumber, String>comparing(names::of)
                                .thenComparing(Comparator.naturalOrder()))
                .map(account -> choice(account, names, chosen))
                .toList();
    }

    private static CaseView.Choice choice(
            AccountNumber account, Names names, Collection<String> chosen) {
        String number = String.valueOf(account.number());
        return new CaseView.Choice(number, names.of(account), chosen.contains(number));
    }
}
