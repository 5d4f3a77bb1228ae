package org.watchword.desk.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.Asked;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.delivery.ChannelKind.Look;
import org.watchword.desk.delivery.ChannelKind.Setting;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The pages on which the team sets up its channels.
final class ChannelPages {
    static final String PATH = "/channels";

    /// What stands before a setting's name in the form.
    static final String SETTING = "set-";

    private static final String LABEL = "label";
    private static final String KIND = "kind";

    private final Store store;
    private final Delivery delivery;
    private final SpokenHealth spoken;
    private final TestMessages tests;

    private final Changes changes;
    private final ChannelTurnedOff off;
    private final ChannelSetAnew anew;

    ChannelPages(Store store, Delivery delivery, SpokenHealth spoken, Changes changes) {
        this.changes = changes;
        this.off = new ChannelTurnedOff(delivery);
        this.anew = new ChannelSetAnew(delivery);
        changes.know(off);
        changes.know(anew);
        this.store = store;
        this.delivery = delivery;
        this.spoken = spoken;
        this.tests = new TestMessages(store, delivery);
    }

    List<Route> routes() {
        var may = new Gate.May(DeliveryPages.CHANNELS);
        var freshly = new Gate.Freshly(DeliveryPages.CHANNELS);
        return List.of(
                Route.get(PATH, may, this::list),
                Route.get(PATH + "/new/{kind}", freshly, this::blank),
                Route.post(PATH, freshly, this::add),
                Route.get(PATH + "/{id}", freshly, this::show),
                Route.post(PATH + "/{id}", freshly, this::change),
                Route.post(PATH + "/{id}/switch", freshly, this::switchTo),
                Route.post(PATH + "/{id}/test", may, tests::send));
    }

    private Answer list(Visit visit) {
        List<ChannelHealth> health = delivery.health();
        List<ChannelsView.Kind> kinds =
                delivery.kinds().stream()
                        .map(kind ->
                                new ChannelsView.Kind(kind.name(), visit.words().say(kind.label())))
                        .toList();
        Map<ChannelId, String> said = tests.newest(visit);
        List<ChannelsView.Shown> shown =
                store.read(handle ->
                        health.stream().map(one -> shown(handle, visit, one, said)).toList());
        return Answer.page(
                "delivery/channels.jte",
                Sentence.of("delivery.channels.title"),
                new ChannelsView.All(shown, kinds));
    }

    private ChannelsView.Shown shown(
            Handle handle, Visit visit, ChannelHealth health, Map<ChannelId, String> said) {
        boolean byHand = delivery.byHand(health.kind());
        boolean active = health.state() != ChannelHealth.State.OFF;
        return new ChannelsView.Shown(
                health.id().value(),
                health.label(),
                delivery.kind(health.kind())
                        .map(kind -> visit.words().say(kind.label()))
                        .orElse(health.kind()),
                spoken.say(health, byHand, visit.words(), visit.times()),
                spoken.late(health, byHand),
                active,
                said.getOrDefault(health.id(), ""),
                active && tests.address(handle, visit, health.id()).isPresent(),
                facts(handle, visit, health));
    }

    private List<String> facts(Handle handle, Visit visit, ChannelHealth health) {
        Optional<ChannelKind> kind = delivery.kind(health.kind());
        Optional<Channels.Setup> setup = delivery.channels().find(handle, health.id());
        return kind.isEmpty() || setup.isEmpty()
                ? List.of()
                : new ChannelFacts(handle, visit).of(health, kind.get(), setup.get());
    }

    private Answer blank(Visit visit) {
        ChannelKind kind = kind(visit.part(KIND));
        var presets = new HashMap<String, String>();
        kind.settings()
                .forEach(setting ->
                        setting.preset().ifPresent(preset -> presets.put(setting.name(), preset)));
        var view = view(visit, 0, kind, new Typed("", presets, List.of()));
        return Answer.page("delivery/channel.jte", Sentence.of("delivery.channel.new"), view);
    }

    private Answer show(Visit visit) {
        Channels.Setup setup = setup(visit);
        var view =
                view(
                        visit,
                        setup.id().value(),
                        kind(setup.kind()),
                        new Typed(setup.label(), setup.settings(), List.of()));
        return Answer.page("delivery/channel.jte", Sentence.of("delivery.channel.title"), view);
    }

    private Answer add(Visit visit) {
        ChannelKind kind = kind(visit.form().text(KIND).orElse(""));
        Typed typed = typed(visit.form(), kind, Map.of());
        if (typed.wrong().isEmpty()
                && store.read(delivery.channels()::all).size() >= Limits.CHANNELS) {
            return Answer.refused(
                    Sentence.of("delivery.channels.many", "most", Limits.CHANNELS), PATH);
        }
        if (!typed.wrong().isEmpty()) {
            return again(visit, 0, kind, typed);
        }
        store.writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            changes.added(turn);
                            return delivery.channels()
                                    .add(turn, typed.label(), kind.name(), typed.settings());
                        });
        return Answer.goTo(PATH);
    }

    private Answer change(Visit visit) {
        Channels.Setup setup = setup(visit);
        ChannelKind kind = kind(setup.kind());
        Typed typed = typed(visit.form(), kind, setup.settings());
        if (!typed.wrong().isEmpty()) {
            return again(visit, setup.id().value(), kind, typed);
        }
        return after(store.writer().write(Lane.ORDINARY, turn -> changed(turn, visit, typed)));
    }

    private Asked changed(Turn turn, Visit visit, Typed typed) {
        Channels.Setup now =
                delivery.channels()
                        .find(turn.handle(), new ChannelId(visit.number("id")))
                        .orElseThrow(Route.NotHere::new);
        if (ChannelSetAnew.could(now, typed.settings())) {
            return changes.ask(
                    turn,
                    visit.present().person(),
                    anew,
                    ChannelSetAnew.of(now, typed.label(), typed.settings()));
        }
        ChannelId _ = delivery.channels().change(turn, now.id(), typed.label(), typed.settings());
        return new Asked.Counts();
    }

    private static Answer after(Asked asked) {
        return asked instanceof Asked.Waits ? Answer.goTo(ChangePages.PATH) : Answer.goTo(PATH);
    }

    private Answer switchTo(Visit visit) {
        Channels.Setup setup = setup(visit);
        boolean on = visit.form().text("to").filter("on"::equals).isPresent();
        return after(
                store.writer().write(Lane.ORDINARY, turn -> switched(turn, visit, setup.id(), on)));
    }

    private Asked switched(Turn turn, Visit visit, ChannelId id, boolean on) {
        if (!on) {
            PersonId by = visit.present().person();
            return changes.ask(turn, by, off, ChannelTurnedOff.of(id));
        }
        ChannelId _ = delivery.channels().switchTo(turn, id, true);
        changes.added(turn);
        return new Asked.Counts();
    }

    private Answer again(Visit visit, long id, ChannelKind kind, Typed typed) {
        String title = id == 0 ? "delivery.channel.new" : "delivery.channel.title";
        return Answer.again(
                "delivery/channel.jte", Sentence.of(title), view(visit, id, kind, typed));
    }

    private static ChannelsView.One view(Visit visit, long id, ChannelKind kind, Typed typed) {
        var shown = new TreeMap<>(typed.settings());
        kind.settings().stream()
                .filter(setting -> setting.look() == Look.SECRET)
                .forEach(setting -> shown.remove(setting.name()));
        return new ChannelsView.One(
                id,
                kind.name(),
                visit.words().say(kind.label()),
                typed.label(),
                kind.settings(),
                shown,
                typed.wrong());
    }

    /// What was typed, and what is wrong with it.
    private record Typed(String label, Map<String, String> settings, List<Wrong> wrong) {}

    /// A secret left empty keeps what it was, unless the rest makes sense only without it.
    private static Typed typed(Form form, ChannelKind kind, Map<String, String> before) {
        var bare = new TreeMap<String, String>();
        var kept = new TreeMap<String, String>();
        for (Setting setting : kind.settings()) {
            String typed = form.text(SETTING + setting.name()).orElse("");
            bare.put(setting.name(), typed);
            boolean keep = setting.look() == Look.SECRET && typed.isEmpty();
            kept.put(setting.name(), keep ? before.getOrDefault(setting.name(), "") : typed);
        }
        boolean onlyWithout = !kind.wrongWith(kept).isEmpty() && kind.wrongWith(bare).isEmpty();
        Map<String, String> settings = onlyWithout ? bare : kept;
        String label = form.line(LABEL).orElse("");
        var wrong = new ArrayList<Wrong>();
        if (label.isEmpty() || label.length() > Limits.NAME_CHARACTERS) {
            wrong.add(
                    new Wrong(
                            LABEL,
                            Sentence.of(
                                    "delivery.channel.label-wrong",
                                    "most",
                                    Limits.NAME_CHARACTERS)));
        }
        Map<String, Sentence> wrongSettings = kind.wrongWith(settings);
        for (Setting setting : kind.settings()) {
            Optional.ofNullable(wrongSettings.get(setting.name()))
                    .ifPresent(why -> wrong.add(new Wrong(SETTING + setting.name(), why)));
        }
        return new Typed(label, settings, wrong);
    }

    private ChannelKind kind(String name) {
        return delivery.kind(name).orElseThrow(Route.NotHere::new);
    }

    private Channels.Setup setup(Visit visit) {
        var id = new ChannelId(visit.number("id"));
        return store.read(handle -> delivery.channels().find(handle, id))
                .orElseThrow(Route.NotHere::new);
    }
}
