package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.watch.Answering.Shown;
import org.watchword.desk.watch.Answering.Stand;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// Where the link in a message leads: one button and a field for two digits, in the message's
/// language, and not a word about what it is for.
final class AnswerPage {
    private static final Gate GATE = new Gate.Open();
    private static final String PATH = AnswerWays.PATH + "{token}";
    private static final Sentence TITLE = Sentence.of("watch.answer.title");

    private final PageTools tools;

    AnswerPage(PageTools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, GATE, this::page), Route.post(PATH, GATE, this::answer));
    }

    private Answer page(Visit visit) {
        return shown(visit, tools.watch().answering().look(visit.part("token")));
    }

    private Answer answer(Visit visit) {
        String token = visit.part("token");
        String digits = visit.form().cleaned("digits").orElse("");
        Shown shown = tools.watch().answering().answer(token, digits);
        return switch (shown.stand()) {
            case NOTED, ON_IT -> Answer.goTo(AnswerWays.PATH + token);
            default -> shown(visit, shown);
        };
    }

    private Answer shown(Visit visit, Shown shown) {
        Language language =
                shown.language()
                        .filter(tools.book()::speaks)
                        .orElseGet(() -> visit.words().language());
        Words words = tools.book().in(language);
        var times = new TimeWords(visit.times().zone(), language);
        boolean asks =
                switch (shown.stand()) {
                    case READY, NOT_DIGITS, WRONG -> true;
                    default -> false;
                };
        String why = asks && shown.stand() != Stand.READY ? sentence(shown, words, times) : "";
        var view =
                new AnswerView(
                        language.tag(),
                        words.say("watch.answer.title"),
                        shown.drill() ? words.say("watch.answer.drill") : "",
                        asks ? words.say("watch.answer.ready") : sentence(shown, words, times),
                        asks ? Optional.of(form(visit, words, why)) : Optional.empty(),
                        words.say("watch.answer.desk"));
        return new Answer.Page(status(shown.stand()), "watch/answer.jte", TITLE, view);
    }

    private AnswerView.Form form(Visit visit, Words words, String wrong) {
        return new AnswerView.Form(
                AnswerWays.PATH + visit.part("token"),
                words.say("watch.answer.digits"),
                words.say(
                        "watch.answer.hint",
                        "minutes",
                        tools.watch().answering().spared().toMinutes()),
                words.say("watch.on-it"),
                wrong);
    }

    private static String sentence(Shown shown, Words words, TimeWords times) {
        String time = shown.at().map(times::minute).orElse("");
        return switch (shown.stand()) {
            case UNKNOWN -> words.say("watch.answer.unknown");
            case READY -> words.say("watch.answer.ready");
            case NOT_DIGITS -> words.say("watch.answer.not-digits");
            case WRONG -> words.say("watch.answer.wrong");
            case DEAD -> words.say("watch.answer.dead");
            case EXPIRED ->
                    words.say("watch.answer.expired", "minutes", Limits.ANSWER_LINK.toMinutes());
            case OVER -> words.say("watch.answer.over", "time", time);
            case NOTED -> words.say("watch.answer.noted", "time", time);
            case ON_IT -> words.say("watch.answer.on-it", "time", time);
            case RAN_OUT -> words.say("watch.answer.ran-out");
            case USED -> words.say("watch.answer.used");
        };
    }

    private static int status(Stand stand) {
        return switch (stand) {
            case UNKNOWN -> 404;
            case NOT_DIGITS, WRONG -> 422;
            case DEAD, EXPIRED, USED -> 410;
            case READY, OVER, NOTED, ON_IT, RAN_OUT -> 200;
        };
    }
}
