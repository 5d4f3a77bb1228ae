package org.watchword.desk.ledger.belonging;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Countersigning.Half;
import org.watchword.desk.ledger.Foundation;
import org.watchword.desk.ledger.KnownKeys.Known;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.CaseFiles;
import org.watchword.desk.web.Doors;
import org.watchword.desk.web.Visit;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Standing;
import org.watchword.formats.slot.AccountKeys;

/// What the pages of this room stand on, and what they see at one moment.
final class Desk {
    private final Store store;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Foundation foundation;
    private final Aloud aloud;

    Desk(Store store, Ledger ledger, Accounts accounts, List<Language> languages) {
        this.store = store;
        this.ledger = ledger;
        this.accounts = accounts;
        this.aloud = new Aloud(List.copyOf(languages));
        this.foundation =
                ledger.foundation(handle ->
                        accounts.invitations().founders(handle).stream()
                                .map(AtSignIn::number)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    Ledger ledger() {
        return ledger;
    }

    AtSignIn atSignIn() {
        return new AtSignIn(ledger, accounts.jobs());
    }

    boolean isShutOut(PersonId person) {
        return store.read(handle -> accounts.people().shutOut(handle).test(person));
    }

    Accounts accounts() {
        return accounts;
    }

    Foundation foundation() {
        return foundation;
    }

    Aloud aloud() {
        return aloud;
    }

    Optional<Membership> membership() {
        return ledger.standing() instanceof ChainStanding.Whole(Membership membership)
                ? Optional.of(membership)
                : Optional.empty();
    }

    /// Whether the desk has a key of its own, and so shuts somebody out for whoever may ask it to.
    boolean signs() {
        return membership().flatMap(Membership::deskKey).isPresent();
    }

    /// All that the rows hold about who belongs, in one look.
    ///
    /// @param outByRow who is shut out by his row, with who of two lifted it already
    record Seen(
            List<Person> people,
            Map<AccountNumber, Known> known,
            Set<AccountNumber> founders,
            Optional<Foundation.Proposal> proposal,
            List<Half> halves,
            Map<AccountNumber, Optional<AccountNumber>> outByRow) {
        String name(AccountNumber who) {
            return people.stream()
                    .filter(one -> AtSignIn.number(one.id()).equals(who))
                    .map(Person::name)
                    .findFirst()
                    .orElse("?");
        }

        Optional<Keys> known(AccountNumber who) {
            return Optional.ofNullable(known.get(who))
                    .flatMap(one ->
                            one instanceof Known.Here(Keys keys, _)
                                    ? Optional.of(keys)
                                    : Optional.empty());
        }

        /// Whether something lies in that account's row that is other than these keys.
        boolean hasOther(AccountNumber who, Keys keys) {
            return known.containsKey(who) && !known(who).equals(Optional.of(keys));
        }
    }

    Seen look() {
        return store.read(handle ->
                new Seen(
                        accounts.people().all(handle),
                        new HashMap<>(ledger.knownKeys().all(handle)),
                        foundation.founders(handle),
                        foundation.proposal(handle),
                        ledger.countersigning().all(handle),
                        outByRow(handle)));
    }

    private Map<AccountNumber, Optional<AccountNumber>> outByRow(Handle handle) {
        Map<AccountNumber, Optional<AccountNumber>> all = new HashMap<>();
        accounts.shutOutByRow()
                .all(handle)
                .forEach((who, by) -> all.put(AtSignIn.number(who), by.map(AtSignIn::number)));
        return all;
    }

    /// Who looks at a page.
    ///
    /// @param own his public keys, while his case files are open
    record Viewer(AccountNumber me, Optional<Keys> own, Optional<Standing> standing) {
        boolean filesOpen() {
            return own.isPresent();
        }

        /// Whether he belongs, by the chain and by the keys that he has.
        boolean isInForce() {
            return standing.filter(one ->
                            one instanceof Standing.Confirmed(Keys keys, _)
                                    && own.equals(Optional.of(keys)))
                    .isPresent();
        }

        boolean hasAuthority() {
            return isInForce()
                    && standing.filter(
                                    one -> one instanceof Standing.Confirmed(_, boolean has) && has)
                            .isPresent();
        }
    }

    Viewer viewer(Visit visit) {
        AccountNumber me = me(visit);
        return new Viewer(me, own(visit), membership().flatMap(one -> one.standing(me)));
    }

    static AccountNumber me(Visit visit) {
        return AtSignIn.number(visit.present().person());
    }

    private static Optional<Keys> own(Visit visit) {
        return switch (visit.present().files()) {
            case CaseFiles.Shut _ -> Optional.empty();
            case CaseFiles.Open open -> {
                try (AccountKeys keys = open.keys().open()) {
                    yield Optional.of(AtSignIn.publicKeys(keys));
                }
            }
        };
    }

    /// What is signed is wide: the passphrase was given in the last minutes, or is asked for.
    static Answer signing(Visit visit, String back, Function<AccountKeys, Answer> work) {
        if (!visit.present().fresh()) {
            String door = Doors.with(Doors.CONFIRM, back);
            return new Answer.Refused(403, Sentence.of("web.refused.stale"), door);
        }
        return withKeys(visit, work);
    }

    static Answer withKeys(Visit visit, Function<AccountKeys, Answer> work) {
        try (AccountKeys keys = visit.caseKeys().open()) {
            return work.apply(keys);
        }
    }

    /// Whether the chain has not let that account in, so that it cannot shut it out.
    boolean isOutside(AccountNumber who) {
        return membership()
                .filter(one -> one.standing(who).filter(Desk::wasLetIn).isEmpty())
                .isPresent();
    }

    private static boolean wasLetIn(Standing standing) {
        return switch (standing) {
            case Standing.Confirmed _, Standing.Suspended _ -> true;
            case Standing.Invited _, Standing.Named _, Standing.Accepted _ -> false;
        };
    }

    /// Shuts out whom the chain cannot, and does something else in the same turn.
    void shutOutByRow(AccountNumber who, Instant now, Consumer<Turn> also) {
        var _ =
                store.writer()
                        .write(
                                Lane.FIRST,
                                turn -> {
                                    accounts.shutOutByRow().shutOut(turn, person(who), now);
                                    also.accept(turn);
                                    return who;
                                });
    }

    /// Empty when that person belongs, and so may say that it is over.
    Optional<Sentence> liftByRow(AccountNumber who, AccountNumber by, Consumer<Turn> also) {
        return store.writer()
                .write(
                        Lane.FIRST,
                        turn -> {
                            Predicate<PersonId> belongs = belong(turn);
                            if (!belongs.test(person(by))) {
                                return Optional.of(Sentence.of("belonging.refused.unknown-signer"));
                            }
                            accounts.shutOutByRow().lift(turn, person(who), person(by), belongs);
                            also.accept(turn);
                            return Optional.empty();
                        });
    }

    private Predicate<PersonId> belong(Turn turn) {
        ChainStanding chain = ledger.standing(turn.handle());
        return one ->
                chain instanceof ChainStanding.Whole(Membership membership)
                        && membership
                                .standing(AtSignIn.number(one))
                                .filter(Standing.Confirmed.class::isInstance)
                                .isPresent();
    }

    static PersonId person(AccountNumber who) {
        return new PersonId(who.number());
    }
}
