package org.watchword.desk.delivery;

import java.util.List;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// Where gateways report what came in and what became of messages: one address per channel. The
/// channel itself looks for its secret; the same "nothing here" is answered whether the channel
/// does not exist, is switched off, does not listen or was given the wrong secret.
final class GatewayDoor {
    private static final String PATH = "/in/{channel}";

    private final Delivery delivery;

    GatewayDoor(Delivery delivery) {
        this.delivery = delivery;
    }

    List<Route> routes() {
        var machine = new Gate.Machine();
        return List.of(
                Route.get(PATH, machine, visit -> take(visit, false)),
                Route.post(PATH, machine, visit -> take(visit, true)));
    }

    private Answer take(Visit visit, boolean post) {
        var channel = new ChannelId(visit.number("channel"));
        var what = new Posted(post, visit.headers(), visit.queries(), visit.body());
        Channel.Reply reply = delivery.posted(channel, what);
        return new Answer.Plain(reply.status(), reply.text());
    }
}
