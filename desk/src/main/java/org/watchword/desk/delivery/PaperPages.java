package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// The page of messages that somebody tells by hand.
final class PaperPages {
    static final String PATH = "/paper";
    private static final String ANSWER = "answer";

    private final Store store;
    private final Delivery delivery;
    private final Names names;

    PaperPages(Store store, Delivery delivery, Names names) {
        this.store = store;
        this.delivery = delivery;
        this.names = names;
    }

    List<Route> routes() {
        var may = new Gate.May(DeliveryPages.ANSWER);
        return List.of(
                Route.get(PATH, may, this::show), Route.post(PATH + "/{id}/told", may, this::told));
    }

    private Answer show(Visit visit) {
        return Answer.page(
                "delivery/paper.jte",
                Sentence.of("delivery.paper.title"),
                store.read(handle -> view(handle, visit.words())));
    }

    private PaperView.All view(Handle handle, Words words) {
        return new PaperView.All(
                delivery.toTell(handle).stream().map(one -> toTell(handle, one, words)).toList());
    }

    private PaperView.ToTell toTell(Handle handle, MessageRows.ToTell one, Words words) {
        MessageText.Filled text = one.text().labelled("");
        return new PaperView.ToTell(
                one.message().id().value(),
                who(handle, Optional.of(one.message().person()), words),
                delivery.addresses()
                        .find(handle, one.message().address())
                        .map(Address::value)
                        .orElse(""),
                text.subject(),
                text.text(),
                one.message().createdAt());
    }

    private String who(Handle handle, Optional<PersonId> person, Words words) {
        return person.flatMap(id -> names.of(handle, id))
                .orElseGet(() -> words.say("delivery.paper.somebody"));
    }

    private Answer told(Visit visit) {
        var id = new MessageId(visit.number("id"));
        Optional<String> answer = visit.form().text(ANSWER);
        if (answer.filter(text -> text.length() > Limits.TEXT_CHARACTERS).isPresent()) {
            return Answer.refused(
                    new Sentence(
                            "delivery.paper.answer-long", Map.of("most", Limits.TEXT_CHARACTERS)),
                    PATH);
        }
        Optional<Outcomes.About> told =
                store.writer().write(Lane.FIRST, turn -> delivery.told(turn, id));
        if (told.isEmpty()) {
            return Answer.refused(Sentence.of("delivery.paper.gone"), PATH);
        }
        Outcomes.About about = told.get();
        answer.ifPresent(text ->
                delivery.inbound()
                        .keep(
                                about.channel(),
                                new Inbound.Word(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(about.person()),
                                        text,
                                        visit.now())));
        return Answer.goTo(PATH);
    }
}
