package org.watchword.desk.watch;

import java.util.List;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// Log a call: six fields, none required, and people are rung by the same press that keeps them.
final class CallPage {
    private static final Gate GATE = new Gate.May(Capability.ANSWER);

    private final PageTools tools;
    private final RoomPage room;

    CallPage(PageTools tools, RoomPage room) {
        this.tools = tools;
        this.room = room;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/call", GATE, this::page),
                Route.post("/call", GATE, this::log),
                Route.post("/alarms/{id}/calls/{call}", GATE, this::save));
    }

    private Answer page(Visit visit) {
        var names = tools.ladders().realCodenames().stream().map(Codename::name).toList();
        return Answer.page(
                "watch/call.jte",
                Sentence.of("watch.call.title"),
                new CallView.Call(tools.formId(), CallView.Heard.NOTHING, names));
    }

    private Answer log(Visit visit) {
        var typed = new TypedCall(visit.form());
        String form = tools.formId(visit.form(), "form");
        PersonId me = visit.present().person();
        RaiseReply reply = tools.watch().logCall(form, me, typed.sound());
        return switch (reply) {
            case RaiseReply.Raised raised -> shown(visit, raised.alarm(), raised.call(), typed);
            case RaiseReply.Joined joined -> shown(visit, joined.alarm(), joined.call(), typed);
            case RaiseReply.AlreadyRaised again -> {
                keep(visit, again.alarm(), again.call(), typed);
                yield shown(visit, again.alarm(), again.call(), typed);
            }
        };
    }

    private Answer save(Visit visit) {
        var alarm = new AlarmId(visit.number("id"));
        var call = new CallId(visit.number("call"));
        var typed = new TypedCall(visit.form());
        Reply.ToNote last = keep(visit, alarm, call, typed);
        if (!(last instanceof Reply.Kept || last instanceof Reply.NotATime)) {
            return GoingOn.to(alarm, last);
        }
        if (!typed.isSound()) {
            return room.again(visit, alarm, call, typed);
        }
        String saved = visit.form().cleaned("save").orElse("");
        return Answer.goTo(GoingOn.room(alarm) + "#" + after(saved) + "-" + call.value());
    }

    /// Saves what is new among the fields.
    private Reply.ToNote keep(Visit visit, AlarmId alarm, CallId call, TypedCall typed) {
        Reply.ToNote last = new Reply.Kept();
        AlarmRoom before = tools.watch().room(alarm).orElseThrow(Route.NotHere::new);
        PersonId me = visit.present().person();
        for (var field : typed.sound().fields().entrySet()) {
            if (isKept(before, call, field.getKey(), field.getValue())) {
                continue;
            }
            last = tools.watch().addToCall(alarm, call, field.getKey(), field.getValue(), me);
            if (last instanceof Reply.NotATime) {
                typed.timeUnread();
            }
            if (last instanceof Reply.StaysADrill) {
                return last;
            }
        }
        return last;
    }

    private static boolean isKept(AlarmRoom room, CallId call, CallField field, String text) {
        return room.calls().stream()
                .filter(known -> known.id().equals(call))
                .flatMap(known -> known.field(field).stream())
                .anyMatch(kept -> kept.text().equals(text));
    }

    private Answer shown(Visit visit, AlarmId alarm, CallId call, TypedCall typed) {
        return typed.isSound()
                ? Answer.goTo(GoingOn.room(alarm))
                : room.again(visit, alarm, call, typed);
    }

    /// The field after the one that was saved; the last one stays.
    private static String after(String saved) {
        List<String> fields = List.of(CallField.values()).stream().map(CallField::word).toList();
        int at = fields.indexOf(saved);
        return fields.get(Math.min(at + 1, fields.size() - 1));
    }
}
