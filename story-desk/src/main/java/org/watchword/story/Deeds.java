package org.watchword.story;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.watchword.story.script.AlarmRef;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Lets people do what a story says, each over the form that stands on the screen for it.
final class Deeds {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /// Somebody in a hurry fills in no more than these, and none is required.
    private static final int FIELDS = 6;

    private final AlarmsSeen alarms;
    private final ZoneId zone;

    Deeds(AlarmsSeen alarms, ZoneId zone) {
        this.alarms = alarms;
        this.zone = zone;
    }

    /// The page that the person is left with.
    Page does(Visitor who, Verb.OnScreen verb) {
        return switch (verb) {
            case Verb.SignIn s -> s.rightly() ? who.signIn() : who.signInWrongly();
            case Verb.RaiseNow r -> raised(who, form(who.open("/"), "/raise"), NOTHING_KNOWN);
            case Verb.LogCall l -> logCall(who, l.call());
            case Verb.AddToCall a -> addToCall(who, a);
            case Verb.Acknowledge a -> press(who, a.alarm(), "/acknowledge");
            case Verb.StillOnIt s -> press(who, s.alarm(), "/still");
            case Verb.Note n -> who.send(room(who, n.alarm(), "/notes").with("note", n.text()));
            case Verb.PassOn p -> who.send(room(who, p.alarm(), "/pass").choosing("to", p.to()));
            case Verb.EndAlarm e -> end(who, e);
            case Verb.TakeShift t -> takeShift(who, t);
            case Verb.Confirm c -> confirm(who, c);
        };
    }

    private static final Verb.Call NOTHING_KNOWN =
            new Verb.Call(java.util.Optional.empty(), false, Map.of(), java.util.Optional.empty());

    private Page raised(Visitor who, PageForm form, Verb.Call call) {
        Page page = who.send(form);
        if (!page.refused()) {
            alarms.raised(call, page);
        }
        return page;
    }

    private Page logCall(Visitor who, Verb.Call call) {
        PageForm form = form(who.open("/call"), "/call");
        if (form.fieldsToFill() > FIELDS) {
            throw new NoSuchThing("a call form with at most " + FIELDS + " fields");
        }
        values(call).forEach(form::with);
        if (call.notKnown()) {
            form.with("not-known", "yes");
        }
        return raised(who, form.pressing("raise", "top"), call);
    }

    /// What is typed, by the name of the field.
    private Map<String, String> values(Verb.Call call) {
        var values = new java.util.LinkedHashMap<String, String>();
        call.about().ifPresent(name -> values.put("who", name));
        call.texts().forEach((name, text) -> values.put(name.replace('_', '-'), text));
        call.heardAt().ifPresent(at -> values.put("heard-at", CLOCK.withZone(zone).format(at)));
        return values;
    }

    /// One field after the other, each saved by its own button.
    private Page addToCall(Visitor who, Verb.AddToCall add) {
        long id = alarms.id(add.alarm());
        Page page = who.open("/alarms/" + id);
        Map<String, String> values = values(add.call());
        for (Map.Entry<String, String> field : values.entrySet()) {
            PageForm form =
                    page.formsUnder("/alarms/" + id + "/calls/").stream()
                            .findFirst()
                            .orElseThrow(() -> missing("/calls/", id));
            page =
                    who.send(
                            form.with(field.getKey(), field.getValue())
                                    .pressing("save", field.getKey()));
            if (page.refused()) {
                return page;
            }
        }
        alarms.named(add.call(), id);
        return page;
    }

    private Page press(Visitor who, AlarmRef alarm, String what) {
        return who.send(room(who, alarm, what));
    }

    private Page end(Visitor who, Verb.EndAlarm end) {
        long id = alarms.id(end.alarm());
        PageForm form = form(who.open("/alarms/" + id + "/end"), "/alarms/" + id + "/end");
        if (form.has("way")) {
            form.with("way", end.seen());
        }
        return who.send(form.with("how", end.how()));
    }

    /// Says that an answer without a session was really that person's.
    private Page confirm(Visitor who, Verb.Confirm confirm) {
        long id = alarms.id(confirm.alarm());
        String action = "/alarms/" + id + "/confirm";
        return who.open("/alarms/" + id).formsUnder(action).stream()
                .filter(form -> form.words().contains(confirm.whose()))
                .findFirst()
                .map(who::send)
                .orElseThrow(() -> new NoSuchThing("no answer to confirm of " + confirm.whose()));
    }

    private Page takeShift(Visitor who, Verb.TakeShift take) {
        String role = take.role().value();
        PageForm form =
                who.open("/rota").formsUnder("/rota/take-over").stream()
                        .filter(f -> f.value("role").equals(role))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchThing("no way to take over " + role));
        take.lasting().ifPresent(hours -> form.with("hours", "" + hours.toHours()));
        return who.send(form);
    }

    private PageForm room(Visitor who, AlarmRef alarm, String what) {
        long id = alarms.id(alarm);
        return form(who.open("/alarms/" + id), "/alarms/" + id + what);
    }

    private static PageForm form(Page page, String action) {
        return page.form(action)
                .orElseThrow(() ->
                        new NoSuchThing(
                                "no form "
                                        + action
                                        + " on "
                                        + page.path()
                                        + " ("
                                        + page.status()
                                        + ")"));
    }

    private static NoSuchThing missing(String what, long id) {
        return new NoSuchThing("no form " + what + " in the room of alarm " + id);
    }
}
