package org.watchword.story;

import java.util.List;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.visit.Card;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.QuietDoor;
import org.watchword.story.visit.Visitor;

/// Goes through the forms of a desk and types into each field something that stands nowhere else.
final class FieldsFilled {
    private final StoryWorld world;
    private final Typed typed;
    private final CaseFilesFilled files;
    private final Typist wren;

    FieldsFilled(StoryWorld world, Typed typed) {
        this.world = world;
        this.typed = typed;
        this.files = new CaseFilesFilled(world, typed);
        this.wren = new Typist(world.visitor("Wrenfield"));
    }

    void everywhere() {
        files.filled();
        watch();
        card();
        door();
        rota();
        people();
        partner();
        alarm();
        waiting();
    }

    private String needle(String what) {
        return typed.needle(what);
    }

    private Page sent(PageForm form) {
        return wren.sent(form);
    }

    private PageForm form(String path, String action) {
        return wren.form(path, action);
    }

    private void watch() {
        Page draft =
                sent(
                        form("/watches/new", "/watches/new")
                                .with("label", needle("ferry"))
                                .ticking("about", "ALDERWOOD")
                                .with("times", "09:00")
                                .with("reminder", "10")
                                .with("grace", "20"));
        Page armed = sent(Typist.under(draft, "/arm"));
        sent(
                Typist.under(armed, "/pause")
                        .with("until", "2021-02-05T12:00")
                        .choosing("second", "Heronsgate")
                        .with("why", needle("underground")));
    }

    private void card() {
        Page page =
                sent(
                        form("/codenames/1/words", "/card")
                                .with("help", "harvest wagon")
                                .with("duress", "copper lantern"));
        Card card = Card.on(page);
        card.secrets().forEach(typed::add);
        var place = new Visitor.Place(DeskProcess.DOOR, world.desk().doorPort());
        new QuietDoor(place).type(card.callSign(), needle("unknown"));
    }

    private void door() {
        PageForm words = form("/door", "/door");
        for (String field :
                List.of("title", "lead", "first", "second", "button", "taken", "again", "later")) {
            words.with(field, needle(field));
        }
        sent(words);
        PageForm back = form("/door", "/door/texts");
        for (String field : List.of("received-en", "reminder-en", "subject-en", "received-ru")) {
            back.with(field, needle(field));
        }
        sent(back);
    }

    private void rota() {
        sent(form("/rota", "/rota/note").with("note", needle("hand-over")));
        sent(form("/rota/sheets", "/rota/sheets"));
    }

    private void people() {
        Page invited =
                sent(
                        form("/people/invite", "/people/invite")
                                .with("label", needle("invited"))
                                .ticking("roles", "Whoever answers"));
        invited.all(".lead b").forEach(code -> typed.add(code.text()));
        sent(form("/roles/new", "/roles/new").with("label", needle("role")));
    }

    /// Nobody is there: its heartbeats go to a port of this machine on which nothing listens.
    private void partner() {
        String number = "kestrel" + typed.all().size() + "@quay.example";
        typed.add(number);
        sent(
                form("/partner/set", "/partner/set")
                        .with("kind", "desk")
                        .with("name", needle("partner"))
                        .with("address", "http://127.0.0.1:9")
                        .with("key", "desk-" + "A".repeat(43))
                        .choosing("channel", "post-box-of-quay")
                        .with("number", number));
    }

    private void alarm() {
        Page room =
                sent(
                        form("/call", "/call")
                                .with("who", "ALDERWOOD")
                                .with("words", needle("words"))
                                .with("sounds", needle("sounds"))
                                .with("where", needle("where")));
        sent(Typist.under(wren.open(room.path()), "/acknowledge"));
        sent(Typist.under(wren.open(room.path()), "/notes").with("note", needle("note")));
        files.openedIn(room.path());
        sent(
                Typist.under(wren.open(room.path() + "/end"), "/end")
                        .ticking("way", "Face to face")
                        .with("how", needle("seen")));
    }

    /// A text that another agrees to, and one that still waits.
    private void waiting() {
        ask("/texts/alarm/en");
        Visitor heron = world.visitor("Heronsgate");
        Page waits = heron.open("/changes");
        heron.send(Typist.under(waits, "/agree"));
        ask("/texts/alarm/ru");
    }

    private void ask(String path) {
        PageForm form = form(path, path);
        sent(
                form.with("subject", needle("subject"))
                        .with("text", form.value("text") + " " + needle("text")));
    }
}
