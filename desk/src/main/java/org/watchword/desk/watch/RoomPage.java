package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The room of an alarm: whom, since when, who is coming?
final class RoomPage {
    private static final Gate GATE = new Gate.May(Capability.ANSWER);
    private static final String TEMPLATE = "watch/alarm.jte";
    private static final Sentence TITLE = Sentence.of("watch.alarm.title");

    private final PageTools tools;

    RoomPage(PageTools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/alarms/{id}", GATE, this::page),
                Route.part("/alarms/{id}/live", GATE, this::inside),
                Route.post("/alarms/{id}/acknowledge", GATE, this::acknowledge),
                Route.post("/alarms/{id}/still", GATE, this::still),
                Route.post("/alarms/{id}/confirm", GATE, this::confirm),
                Route.post("/alarms/{id}/looked", GATE, this::looked),
                Route.post("/alarms/{id}/notes", GATE, this::note),
                Route.post("/alarms/{id}/pass", GATE, this::pass),
                Route.post("/alarms/{id}/end-drill", GATE, this::endDrill));
    }

    private Answer page(Visit visit) {
        AlarmId alarm = alarm(visit);
        return Answer.page(TEMPLATE, TITLE, view(visit, alarm, Unkept.NOTHING));
    }

    private Answer inside(Visit visit) {
        return new Answer.Part("watch/alarm_inside.jte", now(visit, room(alarm(visit))));
    }

    /// The room again, with what was typed into a call and could not be kept.
    Answer again(Visit visit, AlarmId alarm, CallId call, TypedCall typed) {
        var unkept = new Unkept("", typed.wrong(call), Optional.of(call), Optional.of(typed));
        return Answer.again(TEMPLATE, TITLE, view(visit, alarm, unkept));
    }

    private Answer acknowledge(Visit visit) {
        AlarmId alarm = alarm(visit);
        return GoingOn.to(alarm, tools.watch().acknowledge(alarm, visit.present().person()));
    }

    private Answer still(Visit visit) {
        AlarmId alarm = alarm(visit);
        return GoingOn.to(alarm, tools.watch().stillOnIt(alarm, visit.present().person()));
    }

    private Answer confirm(Visit visit) {
        AlarmId alarm = alarm(visit);
        var person = new PersonId(GoingOn.number(visit.form().cleaned("person")));
        return switch (tools.watch().confirm(alarm, person, visit.present().person())) {
            case Reply.OnIt _ -> Answer.goTo(GoingOn.room(alarm));
            case Reply.NothingToConfirm _ -> refused(alarm, "watch.alarm.nothing-to-confirm");
            case Reply.AlreadyClosed _ -> GoingOn.over(alarm);
            case Reply.NoSuchAlarm _ -> throw new Route.NotHere();
        };
    }

    private Answer looked(Visit visit) {
        AlarmId alarm = alarm(visit);
        return GoingOn.to(alarm, tools.watch().lookedAt(alarm, visit.present().person()));
    }

    private Answer note(Visit visit) {
        AlarmId alarm = alarm(visit);
        String text = visit.form().cleaned("note").orElse("");
        if (text.isEmpty()) {
            return again(visit, alarm, text, Sentence.of("watch.alarm.note-empty"));
        }
        if (text.length() > Limits.TEXT_CHARACTERS) {
            var why = Sentence.of("watch.call.too-long", "most", Limits.TEXT_CHARACTERS);
            return again(visit, alarm, text, why);
        }
        return GoingOn.to(alarm, tools.watch().note(alarm, visit.present().person(), text));
    }

    /// Any officer does, at once.
    private Answer endDrill(Visit visit) {
        AlarmId alarm = alarm(visit);
        PersonId me = visit.present().person();
        var drilling = tools.watch().alarms().drilling();
        Reply.ToDrill reply =
                tools.store().writer().write(Lane.FIRST, turn -> drilling.end(turn, alarm, me));
        return switch (reply) {
            case Reply.Kept _ -> Answer.goTo(GoingOn.room(alarm));
            case Reply.NoDrill _ -> refused(alarm, "watch.drill.no-drill");
            case Reply.AlreadyClosed _ -> GoingOn.over(alarm);
            case Reply.NoSuchAlarm _ -> throw new Route.NotHere();
        };
    }

    private Answer again(Visit visit, AlarmId alarm, String note, Sentence why) {
        var wrong = List.of(new Wrong("note", why));
        var unkept = new Unkept(note, wrong, Optional.empty(), Optional.empty());
        return Answer.again(TEMPLATE, TITLE, view(visit, alarm, unkept));
    }

    private Answer pass(Visit visit) {
        AlarmId alarm = alarm(visit);
        var to = new PersonId(GoingOn.number(visit.form().cleaned("to")));
        return switch (tools.watch().passOn(alarm, visit.present().person(), to)) {
            case Reply.PassedOn _ -> Answer.goTo(GoingOn.room(alarm));
            case Reply.NotOnIt _ -> refused(alarm, "watch.alarm.not-on-it");
            case Reply.NotToYourself _ -> refused(alarm, "watch.alarm.not-to-yourself");
            case Reply.CannotBeRung _ -> refused(alarm, "watch.alarm.cannot-be-rung");
            case Reply.AlreadyClosed _ -> GoingOn.over(alarm);
            case Reply.NoSuchAlarm _ -> throw new Route.NotHere();
        };
    }

    private static Answer refused(AlarmId alarm, String key) {
        return Answer.refused(Sentence.of(key), GoingOn.room(alarm));
    }

    private static AlarmId alarm(Visit visit) {
        return new AlarmId(visit.number("id"));
    }

    private AlarmRoom room(AlarmId alarm) {
        return tools.watch().room(alarm).orElseThrow(Route.NotHere::new);
    }

    private AlarmView.Now now(Visit visit, AlarmRoom room) {
        var say = Sayings.on(visit, tools.directory(visit.words()));
        return new AlarmShown(say, visit.present().person(), room).now();
    }

    /// What was typed and could not be kept.
    private record Unkept(
            String note, List<Wrong> wrong, Optional<CallId> call, Optional<TypedCall> typed) {
        static final Unkept NOTHING = new Unkept("", List.of(), Optional.empty(), Optional.empty());
    }

    private AlarmView.Room view(Visit visit, AlarmId alarm, Unkept unkept) {
        AlarmRoom room = room(alarm);
        var codenames = tools.ladders().realCodenames().stream().map(Codename::name).toList();
        var calls =
                room.calls().reversed().stream()
                        .map(call -> fields(visit, alarm.value(), call, codenames, unkept))
                        .toList();
        var wrong =
                Stream.concat(
                                unkept.wrong().stream(),
                                calls.stream().flatMap(call -> call.wrong().stream()))
                        .distinct()
                        .toList();
        return new AlarmView.Room(
                now(visit, room),
                room.plan().orElse(""),
                calls,
                colleagues(visit),
                unkept.note(),
                room.closedAt().isPresent() ? List.of() : wrong);
    }

    private static CallView.Fields fields(
            Visit visit, long alarm, AlarmRoom.Call call, List<String> codenames, Unkept unkept) {
        var kept = kept(call);
        boolean here = unkept.call().equals(Optional.of(call.id()));
        var heard = here ? unkept.typed().map(typed -> typed.over(kept)).orElse(kept) : kept;
        var wrong = new ArrayList<>(unkept.wrong());
        if (!here && isUnreadable(kept.heardAt(), visit)) {
            String field = CallField.HEARD_AT.word() + "-" + call.id().value();
            wrong.add(new Wrong(field, Sentence.of("watch.call.heard-at-wrong")));
        }
        return new CallView.Fields(alarm, call.id().value(), heard, codenames, wrong);
    }

    /// Whether a time was typed that is none: it was kept with the call all the same, and the field
    /// says so until somebody mends it.
    private static boolean isUnreadable(String heardAt, Visit visit) {
        return !heardAt.isEmpty()
                && Stream.of(Locale.ENGLISH, visit.words().language().locale())
                        .allMatch(locale ->
                                HeardAt.read(heardAt, visit.times().zone(), locale, visit.now())
                                        .isEmpty());
    }

    private static CallView.Heard kept(AlarmRoom.Call call) {
        return new CallView.Heard(
                text(call, CallField.WHO),
                false,
                text(call, CallField.WORDS),
                text(call, CallField.SOUNDS),
                text(call, CallField.CALL_BACK),
                text(call, CallField.WHERE),
                text(call, CallField.HEARD_AT));
    }

    private static String text(AlarmRoom.Call call, CallField field) {
        return call.field(field).map(AlarmRoom.Field::text).orElse("");
    }

    private List<AlarmView.Colleague> colleagues(Visit visit) {
        var names = tools.directory(visit.words());
        PersonId me = visit.present().person();
        return names.team().stream()
                .filter(person -> !person.id().equals(me))
                .map(person ->
                        new AlarmView.Colleague(
                                person.id().value(), person.name(), names.rolesOf(person)))
                .toList();
    }
}
