package org.watchword.desk.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Where the caller is rung, and the proof that it reaches him: whoever keeps the list of people
/// cannot give it for him.
final class OwnAddressPages {
    static final String PATH = "/addresses";

    /// What the name of an address's code field begins with.
    static final String CODE = "code";

    private static final String PAGE = "delivery/own_addresses.jte";

    private final Store store;
    private final Delivery delivery;

    OwnAddressPages(Store store, Delivery delivery) {
        this.store = store;
        this.delivery = delivery;
    }

    List<Route> routes() {
        var anybody = new Gate.May("");
        return List.of(
                Route.get(PATH, anybody, this::show),
                Route.post(PATH + "/{address}/prove", anybody, this::prove),
                Route.post(PATH + "/{address}/proof", anybody, this::sendAgain),
                Route.post(PATH + "/codes/{channel}", anybody, this::askForCode));
    }

    private static PersonId me(Visit visit) {
        return visit.present().person();
    }

    private Answer show(Visit visit) {
        return Answer.page(PAGE, title(), view(visit, "", List.of()));
    }

    private static Sentence title() {
        return Sentence.of("delivery.own.title");
    }

    private AddressesView.Own view(Visit visit, String typed, List<Wrong> wrong) {
        return store.read(handle ->
                new AddressesView.Own(
                        new AddressRows(delivery).of(handle, me(visit), visit),
                        byCode(handle, visit),
                        typed,
                        wrong));
    }

    private List<AddressesView.ByCode> byCode(Handle handle, Visit visit) {
        List<AddressRequests.Open> open = delivery.requests().of(handle, me(visit));
        var channels = new ArrayList<AddressesView.ByCode>();
        for (Channels.Setup channel : delivery.channels().all(handle)) {
            if (channel.active() && addsByCode(channel)) {
                channels.add(
                        open.stream()
                                .filter(one -> one.channel().equals(channel.id()))
                                .findFirst()
                                .map(one -> shown(visit, channel, one))
                                .orElseGet(() -> shown(channel)));
            }
        }
        return channels;
    }

    private boolean addsByCode(Channels.Setup channel) {
        return delivery.kind(channel.kind()).map(ChannelKind::addsByCode).orElse(false);
    }

    private static AddressesView.ByCode shown(Channels.Setup channel) {
        return new AddressesView.ByCode(channel.id().value(), channel.label(), "", "");
    }

    private static AddressesView.ByCode shown(
            Visit visit, Channels.Setup channel, AddressRequests.Open open) {
        return new AddressesView.ByCode(
                channel.id().value(),
                channel.label(),
                open.code(),
                visit.words()
                        .say(
                                "delivery.own.send-code",
                                Map.of(
                                        "channel",
                                        channel.label(),
                                        "time",
                                        visit.times().minute(open.until()))));
    }

    private Answer prove(Visit visit) {
        var address = new AddressId(visit.number("address"));
        String field = CODE + "-" + address.value();
        String typed = visit.form().line(field).orElse("");
        Proofs.Tried tried =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> delivery.proofs().typed(turn, me(visit), address, typed));
        return switch (tried) {
            case PROVED -> Answer.goTo(PATH);
            case WRONG -> again(visit, typed, field, "delivery.own.code-wrong");
            case ASK_AGAIN -> again(visit, "", field, "delivery.own.code-old");
            case NOT_HERS -> throw new Route.NotHere();
        };
    }

    private Answer again(Visit visit, String typed, String field, String why) {
        return Answer.again(
                PAGE, title(), view(visit, typed, List.of(new Wrong(field, Sentence.of(why)))));
    }

    private Answer sendAgain(Visit visit) {
        var id = new AddressId(visit.number("address"));
        return new ProofSending(store, delivery)
                .send(visit.words().language(), me(visit), id, PATH);
    }

    private Answer askForCode(Visit visit) {
        var id = new ChannelId(visit.number("channel"));
        Optional<Channels.Setup> channel =
                store.read(handle -> delivery.channels().find(handle, id))
                        .filter(one -> one.active() && addsByCode(one));
        if (channel.isEmpty()) {
            throw new Route.NotHere();
        }
        boolean asked =
                store.writer()
                        .write(Lane.ORDINARY, turn -> delivery.requests().ask(turn, me(visit), id));
        return asked
                ? Answer.goTo(PATH)
                : Answer.refused(
                        Sentence.of("delivery.addresses.many", "most", Limits.ADDRESSES_PER_PERSON),
                        PATH);
    }
}
