package org.watchword.desk.watch.word;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// Words nobody recognised: on the board until somebody has read them, and all of them on a page of
/// their own.
final class UnknownWordPages implements Places.Filler {
    private static final String PATH = "/heard/words";

    private final WordPages.Tools tools;

    UnknownWordPages(WordPages.Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        var may = new Gate.May(Capability.ANSWER);
        return List.of(
                Route.get(PATH, may, this::show),
                Route.post(PATH + "/{word}/read", may, this::read));
    }

    @Override
    public String place() {
        return "board.heard";
    }

    @Override
    public Optional<Places.Inside> fill(Visit visit) {
        boolean may = visit.caller().mayDo(Capability.ANSWER);
        if (!may) {
            return Optional.empty();
        }
        WordsView.Unknown view = view(visit, Limits.HEARD_ON_BOARD);
        return view.count() == 0
                ? Optional.empty()
                : Optional.of(new Places.Inside("watch/word/unknown_inside.jte", view));
    }

    private Answer show(Visit visit) {
        return Answer.page(
                "watch/word/unknown.jte",
                Sentence.of("word.unknown.title"),
                view(visit, Limits.MESSAGES_LISTED));
    }

    private WordsView.Unknown view(Visit visit, int most) {
        var found = tools.store().read(handle -> tools.words().rows().unread(handle, most));
        int count = tools.store().read(tools.words().rows()::countUnread);
        return new WordsView.Unknown(found.stream().map(one -> shown(visit, one)).toList(), count);
    }

    private WordsView.One shown(Visit visit, CheckInRows.CheckIn one) {
        String who =
                one.outcome()
                        .who()
                        .flatMap(id ->
                                tools.store().read(handle -> tools.ladders().codename(handle, id)))
                        .map(Codename::name)
                        .orElse("");
        return new WordsView.One(
                one.id(),
                one.at(),
                tools.way(one.over(), visit.words()),
                who,
                CleanText.onOneLine(one.said().text()));
    }

    /// Read twice is read.
    private Answer read(Visit visit) {
        long id = visit.number("word");
        var _ =
                tools.store()
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> {
                                    tools.words().rows().read(turn.handle(), id, visit.now());
                                    return id;
                                });
        return Answer.goTo(visit.form().text("back").filter("/"::equals).orElse(PATH));
    }
}
