package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The page that ends an alarm, by its rules and in plain words.
final class EndPage {
    private static final Gate GATE = new Gate.May(Capability.ANSWER);
    private static final String TEMPLATE = "watch/end.jte";
    private static final Sentence TITLE = Sentence.of("watch.end-the-alarm");

    /// In the place of a code-name's number: all whom the alarm is about.
    static final String ALL = "all";

    private final PageTools tools;

    EndPage(PageTools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/alarms/{id}/end", GATE, this::page),
                Route.post("/alarms/{id}/end", GATE, this::say),
                Route.post("/alarms/{id}/asked", GATE, this::asked));
    }

    /// What stands in the form.
    ///
    /// @param about numbers of code-names, as they were posted
    record Typed(String way, String how, List<String> about, boolean falseAlarm) {
        static final Typed NOTHING = new Typed("", "", List.of(), false);

        static Typed read(Form form) {
            return new Typed(
                    form.cleaned("way").orElse(""),
                    form.cleaned("how").orElse(""),
                    form.texts("about"),
                    form.has("false"));
        }
    }

    private Answer page(Visit visit) {
        var alarm = new AlarmId(visit.number("id"));
        AlarmRoom room = room(alarm);
        return room.closedAt().isPresent()
                ? GoingOn.over(alarm)
                : Answer.page(TEMPLATE, TITLE, view(visit, room, Typed.NOTHING, List.of()));
    }

    private Answer say(Visit visit) {
        var alarm = new AlarmId(visit.number("id"));
        AlarmRoom room = room(alarm);
        var typed = Typed.read(visit.form());
        Optional<Seen> seen =
                room.needed() > 1 ? EndShown.seen(typed.way()) : Optional.of(Seen.NOBODY);
        Optional<Wrong> wrong = wrong(room, seen, typed);
        if (wrong.isPresent()) {
            return again(visit, room, typed, wrong.get());
        }
        var word =
                new Closing.Word(
                        alarm,
                        visit.present().person(),
                        seen.orElseThrow(),
                        about(room, typed),
                        typed.how(),
                        typed.falseAlarm());
        return switch (tools.watch().closing().say(word)) {
            case Reply.Ended _ -> Answer.goTo(GoingOn.room(alarm));
            case Reply.SecondPersonNeeded _,
                    Reply.SaidBefore _,
                    Reply.ProvedNothing _,
                    Reply.NotAsked _ ->
                    Answer.goTo(GoingOn.room(alarm) + "/end");
            case Reply.SameWay _ -> again(visit, room, typed, wrong("way", "watch.end.same-way"));
            case Reply.SayHow _ -> again(visit, room, typed, wrong("way", "watch.end.way-missing"));
            case Reply.LeadFirst _ -> leadFirst(alarm);
            case Reply.AlreadyClosed _ -> GoingOn.over(alarm);
            case Reply.NoSuchAlarm _ -> throw new Route.NotHere();
        };
    }

    private static Answer leadFirst(AlarmId alarm) {
        return Answer.refused(Sentence.of("watch.end.lead-first"), GoingOn.room(alarm));
    }

    /// Empty for all whom it is about.
    private static List<CodenameId> about(AlarmRoom room, Typed typed) {
        return typed.about().contains(ALL)
                ? List.of()
                : room.about().stream()
                        .map(one -> one.about().who())
                        .filter(who -> typed.about().contains(String.valueOf(who.value())))
                        .toList();
    }

    private static Optional<Wrong> wrong(AlarmRoom room, Optional<Seen> seen, Typed typed) {
        if (EndShown.asksOfWhom(room)
                && about(room, typed).isEmpty()
                && !typed.about().contains(ALL)) {
            return Optional.of(wrong("about", "watch.end.about-missing"));
        }
        if (seen.isEmpty()) {
            return Optional.of(wrong("way", "watch.end.way-missing"));
        }
        if (typed.how().isEmpty()) {
            return Optional.of(wrong("how", "watch.end.how-missing"));
        }
        return typed.how().length() > Limits.TEXT_CHARACTERS
                ? Optional.of(
                        new Wrong(
                                "how",
                                Sentence.of("watch.call.too-long", "most", Limits.TEXT_CHARACTERS)))
                : Optional.empty();
    }

    private static Wrong wrong(String field, String key) {
        return new Wrong(field, Sentence.of(key));
    }

    private Answer asked(Visit visit) {
        var alarm = new AlarmId(visit.number("id"));
        var form = visit.form();
        String answer = form.cleaned("answer").orElse("");
        Optional<Seen> seen = EndShown.seen(form.cleaned("way").orElse(""));
        if (seen.isEmpty()) {
            return refused(alarm, "watch.end.way-missing");
        }
        if (answer.isEmpty()) {
            return refused(alarm, "watch.end.answer-missing");
        }
        var heard =
                new Closing.Heard(
                        alarm,
                        visit.present().person(),
                        seen.get(),
                        new CodenameId(GoingOn.number(form.cleaned("codename"))),
                        GoingOn.number(form.cleaned("question")),
                        answer);
        return switch (tools.watch().closing().asked(heard)) {
            case Reply.Ended _ -> Answer.goTo(GoingOn.room(alarm));
            case Reply.SecondPersonNeeded _, Reply.SaidBefore _ ->
                    Answer.goTo(GoingOn.room(alarm) + "/end");
            case Reply.ProvedNothing _ -> refused(alarm, "watch.end.proved-nothing");
            case Reply.NotAsked _ -> refused(alarm, "watch.end.not-asked");
            case Reply.SameWay _ -> refused(alarm, "watch.end.same-way");
            case Reply.SayHow _ -> refused(alarm, "watch.end.way-missing");
            case Reply.LeadFirst _ -> leadFirst(alarm);
            case Reply.AlreadyClosed _ -> GoingOn.over(alarm);
            case Reply.NoSuchAlarm _ -> throw new Route.NotHere();
        };
    }

    private static Answer refused(AlarmId alarm, String key) {
        return Answer.refused(Sentence.of(key), GoingOn.room(alarm) + "/end");
    }

    private Answer again(Visit visit, AlarmRoom room, Typed typed, Wrong wrong) {
        return Answer.again(TEMPLATE, TITLE, view(visit, room, typed, List.of(wrong)));
    }

    private AlarmRoom room(AlarmId alarm) {
        return tools.watch().room(alarm).orElseThrow(Route.NotHere::new);
    }

    private AlarmView.End view(Visit visit, AlarmRoom room, Typed typed, List<Wrong> wrong) {
        var say = Sayings.on(visit, tools.directory(visit.words()));
        PersonId me = visit.present().person();
        return new EndShown(say, me, room).view(typed, wrong);
    }
}
