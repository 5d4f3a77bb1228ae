package org.watchword.desk.delivery;

import java.util.ArrayList;
import java.util.List;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;

/// The pages of this room: channels, what is told by hand, what came in, and where a person can be
/// reached.
public final class DeliveryPages {
    /// What one must be allowed to set up channels.
    static final String CHANNELS = "channels";

    /// What one must be allowed to tell messages by hand.
    static final String ANSWER = "answer";

    /// What one must be allowed to change where people are reached.
    static final String PEOPLE = "people";

    private final List<Route> routes;
    private final List<Places.Filler> fillers;

    public DeliveryPages(Store store, Delivery delivery, Names names, Changes changes) {
        var spoken = new SpokenHealth();
        var channels = new ChannelPages(store, delivery, spoken, changes);
        var paper = new PaperPages(store, delivery, names);
        var addresses = new AddressPages(store, delivery, names, changes);
        var heard = new HeardPages(store, delivery, names);
        var mine = new OwnAddressPages(store, delivery);
        var all = new ArrayList<Route>();
        all.addAll(channels.routes());
        all.addAll(paper.routes());
        all.addAll(heard.routes());
        all.addAll(addresses.routes());
        all.addAll(mine.routes());
        all.addAll(new GatewayDoor(delivery).routes());
        routes = List.copyOf(all);
        fillers = List.of(new WaysOnBoard(delivery, spoken), heard, addresses.besidePerson());
    }

    public List<Route> routes() {
        return routes;
    }

    /// Fills `board.ways`, `board.heard` and `person.beside`.
    public List<Places.Filler> fillers() {
        return fillers;
    }

    public List<Frame.MenuItem> menu() {
        return List.of(
                new Frame.MenuItem("delivery.menu.paper", PaperPages.PATH, ANSWER),
                new Frame.MenuItem("delivery.menu.channels", ChannelPages.PATH, CHANNELS),
                new Frame.MenuItem("delivery.menu.mine", OwnAddressPages.PATH, ""));
    }
}
