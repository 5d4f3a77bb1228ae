package org.watchword.story;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.watchword.story.script.AlarmRef;
import org.watchword.story.script.Story;
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
    private final Story story;
    private final SilenceDeeds silence;
    private final BeginningDeeds beginning;
    private final CaseFilesDeeds files;

    Deeds(AlarmsSeen alarms, StoryWorld world, SilenceDeeds silence) {
        this.alarms = alarms;
        this.story = world.story();
        this.silence = silence;
        this.beginning = new BeginningDeeds(world);
        this.files = new CaseFilesDeeds(world, alarms);
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
            case Verb.Pause p -> silence.pause(who, p);
            case Verb.ResumeWatch r -> silence.resume(who, r.watch());
            case Verb.EndWatch e -> silence.end(who, e.watch());
            case Verb.MakeCard m -> silence.make(who, m.about());
            case Verb.Join j -> beginning.join(who);
            case Verb.AddChannel a -> beginning.channel(who, a.channel());
            case Verb.AddAddress a -> beginning.address(who, a);
            case Verb.ProveAddress p -> beginning.prove(who, p.channel());
            case Verb.AddCodename a -> beginning.codename(who, a.name());
            case Verb.BurnCard b -> silence.burn(who, b.about());
            case Verb.SetWatcher w -> beginning.watcher(who, w);
            case Verb.BeginDrill b -> beginDrill(who, b);
            case Verb.EndDrill e -> endDrill(who);
            case Verb.WithCaseFiles w -> files.does(who, w);
        };
    }

    private static final Verb.Call NOTHING_KNOWN =
            new Verb.Call(Optional.empty(), false, Map.of(), Optional.empty());

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
        call.heardAt()
                .ifPresent(at ->
                        values.put("heard-at", CLOCK.withZone(story.place().zone()).format(at)));
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
        Page page = who.open("/alarms/" + id + "/end");
        if (end.proof() != Verb.Proof.NONE) {
            return who.send(asked(page, end));
        }
        PageForm form = form(page, "/alarms/" + id + "/end");
        if (form.has("way")) {
            form.with("way", end.seen());
        }
        if (form.has("about")) {
            form.with("about", "all");
        }
        return who.send(form.with("how", end.how()));
    }

    /// Asks what the page gives to ask, and writes down what was answered.
    private PageForm asked(Page page, Verb.EndAlarm end) {
        for (PageForm form : page.formsUnder("/alarms/")) {
            Optional<Story.Question> question =
                    story.watchkeeping().codenames().stream()
                            .flatMap(c -> c.questions().stream())
                            .filter(q -> form.has("answer") && form.words().contains(q.asks()))
                            .findFirst();
            if (question.isPresent()) {
                boolean right = end.proof() == Verb.Proof.RIGHT;
                return form.with("way", end.seen())
                        .with("answer", right ? question.get().answer() : "I do not remember.");
            }
        }
        throw new NoSuchThing("a question to ask on " + page.path());
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

    private static Page beginDrill(Visitor who, Verb.BeginDrill drill) {
        return who.send(
                form(who.open(LiveDrill.PATH), LiveDrill.PATH)
                        .with("about", drill.about())
                        .with("what", drill.what()));
    }

    private static Page endDrill(Visitor who) {
        return who.open(LiveDrill.PATH).formsUnder(LiveDrill.PATH + "/").stream()
                .findFirst()
                .map(who::send)
                .orElseThrow(() -> new NoSuchThing("no drill to end"));
    }

    private PageForm room(Visitor who, AlarmRef alarm, String what) {
        long id = alarms.id(alarm);
        return form(who.open("/alarms/" + id), "/alarms/" + id + what);
    }

    static PageForm form(Page page, String action) {
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
