package org.watchword.desk.delivery;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Visit;

/// Fills the board's place for the ways to reach people.
final class WaysOnBoard implements Places.Filler {
    private final Delivery delivery;
    private final SpokenHealth spoken;

    WaysOnBoard(Delivery delivery, SpokenHealth spoken) {
        this.delivery = delivery;
        this.spoken = spoken;
    }

    @Override
    public String place() {
        return "board.ways";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        List<WaysView.Way> ways =
                delivery.health().stream()
                        .filter(health ->
                                health.state() != ChannelHealth.State.OFF || health.waiting() > 0)
                        .map(health -> way(visit, health))
                        .toList();
        boolean mayMend = visit.caller().mayDo(DeliveryPages.CHANNELS);
        return Optional.of(
                new Places.Inside(
                        "delivery/ways.jte",
                        new WaysView.Ways(ways, mayMend ? ChannelPages.PATH : "")));
    }

    private WaysView.Way way(Visit visit, ChannelHealth health) {
        boolean byHand = delivery.byHand(health.kind());
        return new WaysView.Way(
                health.label(),
                spoken.say(health, byHand, visit.words(), visit.times()),
                spoken.late(health, byHand),
                byHand && health.waiting() > 0 ? PaperPages.PATH : "");
    }
}
