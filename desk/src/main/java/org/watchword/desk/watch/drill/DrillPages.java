package org.watchword.desk.watch.drill;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.Store;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.Drilling;
import org.watchword.desk.watch.Ladders;
import org.watchword.desk.watch.Reply;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The page of the drills: begin one, see who answers, end it, and how the last ones went.
public final class DrillPages {
    static final String PATH = "/drills";

    private static final String TEMPLATE = "watch/drill/drills.jte";
    private static final Sentence TITLE = Sentence.of("drill.title");
    private static final Gate GATE = new Gate.May(Capability.LADDERS);

    private final Drills drills;
    private final Desk desk;

    /// What the page reads besides.
    public record Desk(Store store, Ladders ladders, People people, Delivery delivery) {}

    public DrillPages(Drills drills, Desk desk) {
        this.drills = drills;
        this.desk = desk;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, GATE, this::page),
                Route.post(PATH, GATE, this::begin),
                Route.post(PATH + "/{id}/end", GATE, this::end));
    }

    /// What this room puts into the menu.
    public static List<Frame.MenuItem> menu() {
        return List.of(new Frame.MenuItem("drill.menu", PATH, Capability.LADDERS));
    }

    private Answer page(Visit visit) {
        var fresh = new DrillView.Typed("", word(Drilling.What.CALL));
        return Answer.page(TEMPLATE, TITLE, view(visit, fresh, List.of()));
    }

    private Answer begin(Visit visit) {
        String about = visit.form().cleaned("about").orElse("");
        String chosen = visit.form().cleaned("what").orElse("");
        var typed = new DrillView.Typed(about, chosen);
        Optional<Sentence> hindrance = drills.hindrance();
        if (hindrance.isPresent()) {
            return Answer.refused(hindrance.get(), PATH);
        }
        Optional<Drilling.What> what = what(chosen);
        if (what.isEmpty()) {
            return again(visit, typed, "what", "drill.refused.what");
        }
        Words words = visit.words();
        var wish =
                new Drilling.Wish(
                        about,
                        what.get(),
                        visit.present().person(),
                        name -> words.say("drill.twin", "name", name));
        return switch (drills.begin(wish)) {
            case Drilling.Begun.Rings _ -> Answer.goTo(PATH);
            case Drilling.Begun.SomethingReal _ -> Answer.refused(Drills.SOMETHING_REAL, PATH);
            case Drilling.Begun.AnotherRuns _ -> Answer.refused(Drills.ANOTHER_RUNS, PATH);
            case Drilling.Begun.NoName _ -> again(visit, typed, "about", "drill.refused.about");
        };
    }

    private Answer again(Visit visit, DrillView.Typed typed, String field, String why) {
        var wrong = List.of(new Wrong(field, Sentence.of(why)));
        return Answer.again(TEMPLATE, TITLE, view(visit, typed, wrong));
    }

    private static Optional<Drilling.What> what(String word) {
        return List.of(Drilling.What.values()).stream()
                .filter(one -> word(one).equals(word))
                .findFirst();
    }

    private static String word(Drilling.What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    private Answer end(Visit visit) {
        return switch (drills.end(new AlarmId(visit.number("id")), visit.present().person())) {
            case Reply.Kept _, Reply.AlreadyClosed _ -> Answer.goTo(PATH);
            case Reply.NoDrill _ -> Answer.refused(Sentence.of("drill.refused.none"), PATH);
            case Reply.NoSuchAlarm _ -> throw new Route.NotHere();
        };
    }

    private DrillView.Page view(Visit visit, DrillView.Typed typed, List<Wrong> wrong) {
        var shown = new DrillShown(visit, names(visit.words()));
        var all =
                drills.listed().stream()
                        .map(shown::one)
                        .sorted(Comparator.comparing(one -> !one.running()))
                        .toList();
        return new DrillView.Page(
                drills.hindrance().map(why -> visit.words().say(why)).orElse(""),
                desk.ladders().realCodenames().stream().map(Codename::name).toList(),
                typed,
                all,
                twins(visit),
                wrong);
    }

    private List<DrillView.Twin> twins(Visit visit) {
        return visit.present().may().contains(Capability.LEAD)
                ? desk.ladders().twins().stream()
                        .map(twin -> new DrillView.Twin(twin.id().value(), twin.name()))
                        .toList()
                : List.of();
    }

    private DrillShown.Names names(Words words) {
        return desk.store()
                .read(handle -> {
                    Map<PersonId, String> people = new HashMap<>();
                    desk.people().all(handle).forEach(one -> people.put(one.id(), one.name()));
                    Map<ChannelId, String> channels = new HashMap<>();
                    desk.delivery()
                            .channels()
                            .all(handle)
                            .forEach(one -> channels.put(one.id(), one.label()));
                    return new DrillShown.Names(people, channels, words);
                });
    }
}
