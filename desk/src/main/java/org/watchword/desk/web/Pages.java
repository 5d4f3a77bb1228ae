package org.watchword.desk.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;

/// Makes pages from compiled templates, and the frame around each.
final class Pages {
    private static final String TEMPLATES = "org.watchword.desk.templates";

    private final Site site;
    private final Rooms rooms;
    private final DeskClock clock;
    private final LiveScript script = LiveScript.read();
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);

    Pages(Site site, Rooms rooms, DeskClock clock) {
        this.site = site;
        this.rooms = rooms;
        this.clock = clock;
    }

    /// The frame for this caller, as yet without a title and with no place filled.
    Frame frame(Caller caller, String here) {
        return new Frame(
                site.deskName(),
                "",
                caller,
                Guard.tokenOf(caller),
                site.words().in(caller.language()),
                new TimeWords(site.zone(), caller.language()),
                clock.instant(),
                menuFor(caller),
                here,
                "",
                place -> List.of());
    }

    private List<Frame.MenuItem> menuFor(Caller caller) {
        return switch (caller) {
            case Caller.Nobody nobody -> List.of();
            case Caller.Locked locked -> List.of();
            case Caller.Present present ->
                    rooms.menu().stream()
                            .filter(item -> item.may().isEmpty() || may(present, item))
                            .toList();
        };
    }

    private static boolean may(Caller.Present present, Frame.MenuItem item) {
        return present.may().contains(item.may());
    }

    String scriptHash() {
        return script.hash();
    }

    /// A whole page. Its places are filled for this visit while it is made.
    String whole(String template, Sentence title, Object view, Visit visit) {
        boolean live = view instanceof LiveView;
        Frame frame =
                visit.frame()
                        .of(visit.words().say(title), live ? script.text() : "", filled(visit));
        return render(template, frame, view);
    }

    /// The inside of a page.
    String part(String template, Object view, Visit visit) {
        return render(template, visit.frame().of("", "", filled(visit)), view);
    }

    /// The page that says why not.
    String refused(Frame frame, RefusedPage.View view) {
        Frame titled = frame.of(view.heading(), "", place -> List.of());
        return render("web/refused.jte", titled, view);
    }

    private Places.Filled filled(Visit visit) {
        return place ->
                rooms.fillers().stream()
                        .filter(filler -> filler.place().equals(place))
                        .flatMap(filler -> filler.fill(visit).stream())
                        .map(inside -> content(inside, visit))
                        .toList();
    }

    private Content content(Places.Inside inside, Visit visit) {
        String html = part(inside.template(), inside.view(), visit);
        return output -> output.writeContent(html);
    }

    private String render(String template, Frame frame, Object view) {
        var output = new StringOutput();
        engine.render(template, Map.of("frame", frame, "view", view), output);
        return output.toString();
    }
}
