package org.watchword.story;

import java.util.List;
import org.jsoup.nodes.Element;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Lets people do what a story says about cases and their compartments.
final class CaseFilesDeeds {
    private static final String CASES = "/cases";

    private final StoryWorld world;
    private final BelongingDeeds belonging;
    private final SheetDeeds sheet;
    private final EnvelopeDeeds envelope;

    CaseFilesDeeds(StoryWorld world, AlarmsSeen alarms) {
        this.world = world;
        this.belonging = new BelongingDeeds(world);
        this.sheet = new SheetDeeds(world);
        this.envelope = new EnvelopeDeeds(alarms);
    }

    /// The page that the person is left with.
    Page does(Visitor who, Verb.WithCaseFiles verb) {
        return switch (verb) {
            case Verb.OpenFiles o -> who.openFiles();
            case Verb.Found f -> belonging.found(who, f.with());
            case Verb.Sign s -> belonging.sign(who);
            case Verb.Invite i -> belonging.invite(who, i.whom());
            case Verb.LetIn l -> belonging.letIn(who, l.whom());
            case Verb.Remove r -> belonging.remove(who, r.whom());
            case Verb.PrintSheet p -> sheet.print(who);
            case Verb.ShutOut s -> belonging.shutOut(who, s.whom());
            case Verb.ShutOutByCode s -> sheet.shutOut(s.whom());
            case Verb.Lift l -> belonging.lift(who, l.whom());
            case Verb.OpenCase o -> open(who, o);
            case Verb.OpenCompartment o -> open(who, o);
            case Verb.TakeOut t -> takeOut(who, t);
            case Verb.Write w -> write(who, w);
            case Verb.Look l -> look(who, l.at());
            case Verb.Remind r -> remind(who, r);
            case Verb.EndReminder e -> endReminder(who, e.of());
            case Verb.FillEnvelope f -> envelope.fill(who, f);
            case Verb.OpenEnvelope o -> envelope.open(who, o);
            case Verb.AgreeEnvelope a -> envelope.agree(who, a.about());
            case Verb.ShowEnvelope s -> envelope.show(who, s.about());
        };
    }

    private static Page open(Visitor who, Verb.OpenCase open) {
        PageForm form = Deeds.form(who.open(CASES + "/new"), CASES);
        return who.send(readBy(form.with("name", open.name()), open.readers()));
    }

    /// With nobody ticked somebody says that he knows what he does.
    private static PageForm readBy(PageForm form, List<String> readers) {
        return readers.isEmpty() ? form.with("alone", "yes") : form.tickingAll("reader", readers);
    }

    private static Page look(Visitor who, String at) {
        return SilenceDeeds.linked(who, who.open(CASES), "a[href^=/cases/]", at);
    }

    private static Page compartments(Visitor who, String of) {
        return who.open(look(who, of).path() + "/compartments");
    }

    private static Page open(Visitor who, Verb.OpenCompartment open) {
        Page page = compartments(who, open.of());
        PageForm form = Deeds.form(page, page.path()).with("own", open.name());
        return who.send(readBy(form, open.readers()));
    }

    private static Page takeOut(Visitor who, Verb.TakeOut out) {
        Page page = compartments(who, out.of());
        Element compartment =
                page.all("section.card").stream()
                        .filter(one -> one.select("h2").text().equals(out.from()))
                        .findFirst()
                        .orElseThrow(() -> new NoSuchThing("a compartment " + out.from()));
        return compartment.select("form[action$=/remove]").stream()
                .filter(one -> one.text().contains(out.whom()))
                .findFirst()
                .map(one -> who.send(Deeds.form(page, one.attr("action"))))
                .orElseThrow(() -> new NoSuchThing("a way to take out " + out.whom()));
    }

    private Page remind(Visitor who, Verb.Remind remind) {
        String ofCase = look(who, remind.of()).path();
        PageForm form =
                Deeds.form(who.open(ofCase + "/reminders/new"), ofCase + "/reminders")
                        .with("text", remind.text())
                        .with(
                                "at",
                                SilenceDeeds.field(
                                        world.desk().clock().instant().plus(remind.in()),
                                        world.story()));
        remind.into().ifPresent(name -> form.choosing("compartment", name));
        return who.send(form);
    }

    private static Page endReminder(Visitor who, String of) {
        Page page = look(who, of);
        return page.all("form[action$=/end]").stream()
                .findFirst()
                .map(end -> who.send(Deeds.form(page, end.attr("action"))))
                .orElseThrow(() -> new NoSuchThing("a reminder in " + of));
    }

    private static Page write(Visitor who, Verb.Write write) {
        Page page = look(who, write.of());
        PageForm form = Deeds.form(page, page.path() + "/notes").with("text", write.text());
        write.into().ifPresent(name -> form.choosing("compartment", name));
        return who.send(form);
    }
}
