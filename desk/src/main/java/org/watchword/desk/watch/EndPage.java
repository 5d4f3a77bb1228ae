package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The page that ends an alarm, by its rules and in plain words.
final class EndPage {
    private static final Gate GATE = new Gate.May(Capability.ANSWER);
    private static final String TEMPLATE = "watch/end.jte";
    private static final Sentence TITLE = Sentence.of("watch.end-the-alarm");
    private static final List<Seen> WAYS =
            List.of(Seen.FACE_TO_FACE, Seen.VIDEO, Seen.OTHER_LINE, Seen.SAME_LINE);

    private final PageTools tools;

    EndPage(PageTools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/alarms/{id}/end", GATE, this::page),
                Route.post("/alarms/{id}/end", GATE, this::say));
    }

    private Answer page(Visit visit) {
        var alarm = new AlarmId(visit.number("id"));
        AlarmRoom room = room(alarm);
        return room.closedAt().isPresent()
                ? GoingOn.over(alarm)
                : Answer.page(TEMPLATE, TITLE, view(visit, room, "", "", List.of()));
    }

    private Answer say(Visit visit) {
        var alarm = new AlarmId(visit.number("id"));
        AlarmRoom room = room(alarm);
        String way = visit.form().cleaned("way").orElse("");
        String how = visit.form().cleaned("how").orElse("");
        boolean two = room.needed() > 1;
        Optional<Seen> seen =
                two
                        ? WAYS.stream().filter(one -> one.word().equals(way)).findFirst()
                        : Optional.of(Seen.NOBODY);
        Optional<Wrong> wrong = wrong(seen, how);
        if (wrong.isPresent()) {
            return again(visit, room, way, how, wrong.get());
        }
        PersonId me = visit.present().person();
        return switch (tools.watch().sayEnding(alarm, me, seen.orElseThrow(), how)) {
            case Reply.Ended _ -> Answer.goTo(GoingOn.room(alarm));
            case Reply.SecondPersonNeeded _, Reply.SaidBefore _ ->
                    Answer.goTo(GoingOn.room(alarm) + "/end");
            case Reply.SameWay _ ->
                    again(visit, room, way, how, wrong("way", "watch.end.same-way"));
            case Reply.SayHow _ ->
                    again(visit, room, way, how, wrong("way", "watch.end.way-missing"));
            case Reply.LeadFirst _ ->
                    again(visit, room, way, how, wrong("way", "watch.end.lead-first"));
            case Reply.ProvedNothing _, Reply.NotAsked _ ->
                    Answer.goTo(GoingOn.room(alarm) + "/end");
            case Reply.AlreadyClosed _ -> GoingOn.over(alarm);
            case Reply.NoSuchAlarm _ -> throw new Route.NotHere();
        };
    }

    private static Optional<Wrong> wrong(Optional<Seen> seen, String how) {
        if (seen.isEmpty()) {
            return Optional.of(wrong("way", "watch.end.way-missing"));
        }
        if (how.isEmpty()) {
            return Optional.of(wrong("how", "watch.end.how-missing"));
        }
        return how.length() > Limits.TEXT_CHARACTERS
                ? Optional.of(
                        new Wrong(
                                "how",
                                Sentence.of("watch.call.too-long", "most", Limits.TEXT_CHARACTERS)))
                : Optional.empty();
    }

    private static Wrong wrong(String field, String key) {
        return new Wrong(field, Sentence.of(key));
    }

    private Answer again(Visit visit, AlarmRoom room, String way, String how, Wrong wrong) {
        return Answer.again(TEMPLATE, TITLE, view(visit, room, way, how, List.of(wrong)));
    }

    private AlarmRoom room(AlarmId alarm) {
        return tools.watch().room(alarm).orElseThrow(Route.NotHere::new);
    }

    private AlarmView.End view(
            Visit visit, AlarmRoom room, String way, String how, List<Wrong> wrong) {
        var say = Sayings.on(visit, tools.directory(visit.words()));
        PersonId me = visit.present().person();
        return new AlarmView.End(
                room.head().id().value(),
                say.whom(room.head().who()),
                room.needed() > 1,
                new AlarmShown(say, me, room).said(),
                room.said().stream().anyMatch(said -> said.by().equals(me)),
                WAYS.stream().map(Seen::word).toList(),
                way,
                how,
                wrong);
    }
}
