package org.watchword.story;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;

/// Fills the case files of a desk over their pages: two found the chain and let a third in, a case
/// gets a compartment with a name of its own, notes, one of which is erased, a reminder and an
/// envelope.
final class CaseFilesFilled {
    private static final String HERON = "Heronsgate";
    private static final String TERN = "Ternwater";

    /// Of the only code-name.
    private static final String ENVELOPE = "/envelope/1";

    private final Typed typed;
    private final Typist wren;
    private final Typist heron;
    private final Typist tern;
    private String address = "";

    CaseFilesFilled(StoryWorld world, Typed typed) {
        this.typed = typed;
        this.wren = new Typist(world.visitor("Wrenfield"));
        this.heron = new Typist(world.visitor(HERON));
        this.tern = new Typist(world.visitor(TERN));
    }

    void filled() {
        founded();
        String ternsPage = letIn();
        written();
        envelope();
        // Waits for a second signature, until some other statement is made.
        wren.sent(wren.form(ternsPage, "/authority"));
    }

    private void founded() {
        new Founders(wren, heron).found();
        for (Typist one : List.of(wren, heron)) {
            PageForm paper = one.form(Founders.BELONGING, "/paper");
            typed.addBytes("the fingerprint", paper.value("seen"));
            one.sent(paper);
        }
    }

    private String letIn() {
        Page all = wren.open(Founders.BELONGING);
        String path =
                Founders.first(all, "a[href^=/belonging/]:contains(" + TERN + ")").attr("href");
        wren.sent(wren.form(path, "/invite"));
        tern.open(Founders.BELONGING);
        heron.sent(Founders.compared(heron.form(path, "/confirm")));
        return path;
    }

    private void written() {
        String name = typed.needleOfACase("case");
        String ofCase =
                wren.sent(
                                wren.form("/cases/new", "/cases")
                                        .with("name", name)
                                        .ticking("reader", HERON))
                        .path();
        String rooms = ofCase + "/compartments";
        String compartment = typed.needleOfACase("compartment");
        wren.sent(
                wren.form(rooms, "/compartments").with("own", compartment).ticking("reader", TERN));
        wren.sent(wren.form(rooms, "/readers").ticking("reader", TERN));
        note(ofCase, "Core", typed.needleOfACase("note of a case"));
        note(ofCase, compartment, typed.needleOfACase("note elsewhere"));
        reminder(ofCase, typed.needleOfACase("reminder"));
        String erased = typed.needleOfACase("erased");
        note(ofCase, "Core", erased);
        String entry = Founders.first(wren.open(ofCase), "a[href*=/entries/]").attr("href");
        wren.sent(wren.form(entry, "/erase"));
        if (wren.open(ofCase).says(erased) || !tern.open(ofCase).says(name)) {
            throw new NoSuchThing("a case with one note erased, in which a third reads");
        }
    }

    private void note(String ofCase, String into, String text) {
        wren.sent(wren.form(ofCase, "/notes").choosing("compartment", into).with("text", text));
    }

    private void reminder(String ofCase, String text) {
        Page page =
                wren.sent(
                        wren.form(ofCase + "/reminders/new", "/reminders")
                                .choosing("compartment", "Core")
                                .with("text", text)
                                .with("at", "2024-02-05T12:00"));
        if (!page.says(text)) {
            throw new NoSuchThing("a reminder that was set");
        }
    }

    private void envelope() {
        PageForm form = wren.form("/codenames/1/envelope", "/envelope");
        address = typed.needleOfACase("hidden at");
        for (String field : List.of("name", "health", "authority")) {
            form.with(field, typed.needleOfACase(field));
        }
        wren.sent(
                form.with("address", address)
                        .attaching("paper", paper(typed.needleOfACase("paper")))
                        .ticking("holder", HERON)
                        .with("place", Founders.first(form.page(), "[name=place]").val()));
    }

    private static byte[] paper(String says) {
        return ("%PDF-1.4\n" + says + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /// The holder opens it in an alarm, for a reason.
    void openedIn(String alarm) {
        Page shown =
                heron.sent(
                        heron.form(alarm + ENVELOPE, ENVELOPE)
                                .with("reason", typed.needle("reason")));
        if (!shown.says(address)) {
            throw new NoSuchThing("the address in an envelope that was opened");
        }
    }
}
