package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Where a person can be reached: beside the person's own page, and on a page of its own when
/// something typed was wrong.
final class AddressPages {
    private static final String CHANNEL = "channel";
    private static final String ADDRESS = "address";
    private static final String PAGE = "delivery/addresses.jte";

    private final Store store;
    private final Delivery delivery;
    private final Names names;
    private final ProofSending proofs;

    private final Changes changes;
    private final AddressRemoval removal;

    AddressPages(Store store, Delivery delivery, Names names, Changes changes) {
        this.changes = changes;
        this.removal = new AddressRemoval(delivery, names);
        changes.know(removal);
        this.store = store;
        this.delivery = delivery;
        this.names = names;
        this.proofs = new ProofSending(store, delivery);
    }

    List<Route> routes() {
        var freshly = new Gate.Freshly(DeliveryPages.PEOPLE);
        String path = "/people/{id}/addresses";
        return List.of(
                Route.get(path, freshly, this::show),
                Route.post(path, freshly, this::add),
                Route.post(path + "/{address}/remove", freshly, this::remove),
                Route.post(path + "/{address}/first", freshly, this::first),
                Route.post(path + "/{address}/proof", freshly, this::sendAgain));
    }

    Places.Filler besidePerson() {
        return new Places.Filler() {
            @Override
            public String place() {
                return "person.beside";
            }

            @Override
            public Optional<Places.Inside> fill(Visit visit) {
                return Optional.of(
                        new Places.Inside(
                                "delivery/beside_person.jte", view(visit, "", List.of())));
            }
        };
    }

    private static PersonId person(Visit visit) {
        return new PersonId(visit.number("id"));
    }

    private static AddressId address(Visit visit) {
        return new AddressId(visit.number("address"));
    }

    private Answer show(Visit visit) {
        return Answer.page(PAGE, title(), view(visit, "", List.of()));
    }

    private static Sentence title() {
        return Sentence.of("delivery.addresses.title");
    }

    private AddressesView.Of view(Visit visit, String typed, List<Wrong> wrong) {
        long chosen = chosenChannel(visit).map(ChannelId::value).orElse(0L);
        return store.read(handle -> {
            List<Channels.Setup> channels = delivery.channels().all(handle);
            return new AddressesView.Of(
                    person(visit).value(),
                    name(handle, person(visit)),
                    new AddressRows(delivery).of(handle, person(visit), visit),
                    choices(channels, chosen),
                    typed,
                    wrong);
        });
    }

    private String name(Handle handle, PersonId person) {
        return names.of(handle, person).orElseThrow(Route.NotHere::new);
    }

    private static List<AddressesView.Choice> choices(List<Channels.Setup> channels, long chosen) {
        List<Channels.Setup> active = channels.stream().filter(Channels.Setup::active).toList();
        long first = active.isEmpty() ? 0 : active.getFirst().id().value();
        long marked = chosen == 0 ? first : chosen;
        return active.stream()
                .map(one ->
                        new AddressesView.Choice(
                                one.id().value(), one.label(), one.id().value() == marked))
                .toList();
    }

    private static Optional<ChannelId> chosenChannel(Visit visit) {
        return visit.form()
                .text(CHANNEL)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> new ChannelId(Long.parseLong(text)));
    }

    private Answer add(Visit visit) {
        PersonId person = person(visit);
        store.read(handle -> name(handle, person));
        String typed = visit.form().text(ADDRESS).orElse("");
        Optional<ChannelKind> kind =
                chosenChannel(visit)
                        .flatMap(id -> store.read(handle -> delivery.channels().find(handle, id)))
                        .flatMap(setup -> delivery.kind(setup.kind()));
        if (kind.isEmpty()) {
            return again(visit, typed, CHANNEL, Sentence.of("delivery.addresses.choose"));
        }
        return switch (kind.get().address(typed)) {
            case ChannelKind.NotOne(Sentence why) -> again(visit, typed, ADDRESS, why);
            case ChannelKind.Kept(String kept) -> keep(visit, person, kept);
        };
    }

    private Answer keep(Visit visit, PersonId person, String address) {
        ChannelId channel = chosenChannel(visit).orElseThrow();
        Addresses.Added added =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> added(turn, visit, new Where(person, channel, address)));
        return switch (added) {
            case Addresses.Yes _ -> back(person);
            case Addresses.TooMany _ ->
                    again(
                            visit,
                            address,
                            ADDRESS,
                            Sentence.of(
                                    "delivery.addresses.many",
                                    "most",
                                    Limits.ADDRESSES_PER_PERSON));
        };
    }

    private record Where(PersonId person, ChannelId channel, String address) {}

    /// A new address is asked for its proof in the turn that keeps it.
    private Addresses.Added added(Turn turn, Visit visit, Where where) {
        Addresses.Added added =
                delivery.addresses().add(turn, where.person(), where.channel(), where.address());
        if (added instanceof Addresses.Yes(AddressId id)) {
            changes.added(turn);
            delivery.addresses()
                    .find(turn.handle(), id)
                    .ifPresent(one -> {
                        Language language = language(turn.handle(), visit, where.person());
                        Proofs.Asked _ = proofs.send(turn, one, language);
                    });
        }
        return added;
    }

    private Language language(Handle handle, Visit visit, PersonId person) {
        return names.language(handle, person).orElse(visit.words().language());
    }

    private Answer sendAgain(Visit visit) {
        PersonId person = person(visit);
        Language language = store.read(handle -> language(handle, visit, person));
        return proofs.send(language, person, address(visit), "/people/" + person.value());
    }

    private Answer again(Visit visit, String typed, String field, Sentence why) {
        return Answer.again(PAGE, title(), view(visit, typed, List.of(new Wrong(field, why))));
    }

    private Answer remove(Visit visit) {
        Asked asked =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        delivery
                                                .addresses()
                                                .of(turn.handle(), person(visit))
                                                .stream()
                                                .filter(one -> one.id().equals(address(visit)))
                                                .findFirst()
                                                .map(one -> removed(turn, visit, one))
                                                .orElseGet(Asked.Gone::new));
        return switch (asked) {
            case Asked.Counts() -> back(person(visit));
            case Asked.Waits _ -> Answer.goTo(ChangePages.PATH);
            case Asked.Gone() -> throw new Route.NotHere();
        };
    }

    /// One that rings nobody yet is gone at once.
    private Asked removed(Turn turn, Visit visit, Address one) {
        Map<String, String> what = AddressRemoval.of(one.person(), one.id());
        if (!one.proved()) {
            return removal.apply(turn, what) ? new Asked.Counts() : new Asked.Gone();
        }
        return changes.ask(turn, visit.present().person(), removal, what);
    }

    private Answer first(Visit visit) {
        return changed(
                visit, turn -> delivery.addresses().putFirst(turn, person(visit), address(visit)));
    }

    private Answer changed(Visit visit, Function<Turn, Boolean> change) {
        if (!store.writer().write(Lane.ORDINARY, change::apply)) {
            throw new Route.NotHere();
        }
        return back(person(visit));
    }

    private static Answer back(PersonId person) {
        return Answer.goTo("/people/" + person.value());
    }
}
