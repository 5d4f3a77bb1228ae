package org.watchword.desk.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// What came in and nobody recognised: on the board until somebody has read it, and all of it on a
/// page of its own.
final class HeardPages implements Places.Filler {
    private static final String PATH = "/heard";

    private final Store store;
    private final Delivery delivery;
    private final Names names;

    HeardPages(Store store, Delivery delivery, Names names) {
        this.store = store;
        this.delivery = delivery;
        this.names = names;
    }

    List<Route> routes() {
        var may = new Gate.May(DeliveryPages.ANSWER);
        return List.of(
                Route.get(PATH, may, this::show), Route.post(PATH + "/{id}/read", may, this::read));
    }

    @Override
    public String place() {
        return "board.heard";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        boolean may = visit.caller().mayDo(DeliveryPages.ANSWER);
        if (!may) {
            return Optional.empty();
        }
        HeardView.All view = view(visit, Limits.HEARD_ON_BOARD);
        return view.count() == 0
                ? Optional.empty()
                : Optional.of(new Places.Inside("delivery/heard_inside.jte", view));
    }

    private Answer show(Visit visit) {
        return Answer.page(
                "delivery/heard.jte",
                Sentence.of("delivery.heard.title"),
                view(visit, Limits.MESSAGES_LISTED));
    }

    private HeardView.All view(Visit visit, int most) {
        return store.read(handle ->
                new HeardView.All(
                        delivery.unrecognised(handle, most).stream()
                                .map(one -> heard(handle, one, visit.words()))
                                .toList(),
                        delivery.countUnrecognised(handle)));
    }

    private HeardView.Heard heard(Handle handle, InboundBox.Listed one, Words words) {
        return new HeardView.Heard(
                one.id(),
                from(handle, one, words),
                one.word().text(),
                one.word().receivedAt(),
                notes(one, words));
    }

    /// Who wrote it down, or what the gateway says and whose that address is. Of two who share one,
    /// both.
    private String from(Handle handle, InboundBox.Listed one, Words words) {
        String channel =
                delivery.channels()
                        .find(handle, one.channel())
                        .map(Channels.Setup::label)
                        .orElse("?");
        String who =
                delivery.whoMayBe(handle, one).stream()
                        .flatMap(id -> names.of(handle, id).stream())
                        .collect(Collectors.joining(", "));
        Optional<String> sender = one.word().sender();
        if (sender.isEmpty()) {
            String said = who.isEmpty() ? words.say("delivery.paper.somebody") : who;
            return words.say("delivery.heard.told", Map.of("who", said, "channel", channel));
        }
        Map<String, Object> gaps = Map.of("who", who, "channel", channel, "sender", sender.get());
        return words.say(who.isEmpty() ? "delivery.heard.stranger" : "delivery.heard.member", gaps);
    }

    private static List<String> notes(InboundBox.Listed one, Words words) {
        var notes = new ArrayList<String>();
        if (one.shortened()) {
            notes.add(words.say("delivery.inbound.shortened", "most", one.word().text().length()));
        }
        if (one.more() > 0) {
            notes.add(words.say("delivery.inbound.more", "count", one.more()));
        }
        return notes;
    }

    /// Read twice is read.
    private Answer read(Visit visit) {
        long id = visit.number("id");
        boolean _ =
                store.writer().write(Lane.ORDINARY, turn -> delivery.read(turn, id, visit.now()));
        return Answer.goTo(visit.form().text("back").filter("/"::equals).orElse(PATH));
    }
}
