package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.watch.silence.OneWatch.Armed;
import org.watchword.desk.watch.silence.OneWatch.Draft;
import org.watchword.desk.watch.silence.OneWatch.Ended;
import org.watchword.desk.watch.silence.OneWatch.Paused;
import org.watchword.desk.watch.silence.SilenceView.Choice;
import org.watchword.desk.watch.silence.SilenceView.Deed;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// One watch: how it stands, what was planned, who was heard, and what may be done.
record OneWatchPage(SilencePages.Tools tools) {
    private static final String PATH = SilencePages.PATH + "/{id}";
    private static final Sentence TITLE = Sentence.of("silence.title-one");
    private static final int NEXT_SHOWN = 5;
    private static final int LINES_SHOWN = 20;

    List<Route> routes() {
        return List.of(
                Route.get(PATH, SilencePages.SEES, this::show),
                Route.post(PATH + "/pause", SilencePages.SEES, this::pause),
                Route.post(PATH + "/resume", SilencePages.SEES, this::resume),
                Route.post(PATH + "/arm", SilencePages.PLANS, this::arm),
                Route.post(PATH + "/end", SilencePages.PLANS, this::end));
    }

    private Answer show(Visit visit) {
        var pause = new Typed("", "", "");
        return Answer.page(
                "watch/silence/watch.jte",
                TITLE,
                view(visit, tools.watch(visit), pause, List.of()));
    }

    /// What stands in the form of a pause.
    private record Typed(String until, String second, String why) {}

    private Answer pause(Visit visit) {
        OneWatch watch = tools.watch(visit);
        var form = visit.form();
        var typed =
                new Typed(
                        form.line("until").orElse(""),
                        form.line("second").orElse(""),
                        form.line("why").orElse(""));
        Optional<Instant> until = TypedPlan.instant(typed.until(), visit.times().zone());
        if (until.isEmpty()) {
            var wrong = new Wrong("until", Sentence.of("silence.form.until-wrong"));
            return again(visit, watch, typed, wrong);
        }
        var second =
                new PersonId(
                        typed.second().matches("[0-9]{1,18}") ? Long.parseLong(typed.second()) : 0);
        var pause = new Pause(until.get(), visit.present().person(), second, typed.why());
        return switch (tools.changes().pause(over(visit, watch.id()), pause)) {
            case WatchReply.Changed(WatchId id) -> SilencePages.goTo(id);
            case WatchReply.Refused(String field, Sentence why) ->
                    field.equals("watch")
                            ? Answer.refused(why, SilencePages.path(watch.id()))
                            : again(visit, watch, typed, new Wrong(field, why));
        };
    }

    private Answer again(Visit visit, OneWatch watch, Typed typed, Wrong wrong) {
        return Answer.again(
                "watch/silence/watch.jte", TITLE, view(visit, watch, typed, List.of(wrong)));
    }

    private Answer resume(Visit visit) {
        WatchId id = tools.watch(visit).id();
        PersonId by = visit.present().person();
        return done(id, tools.watches().resume(id, SilencePages.seen(visit), by));
    }

    private Answer arm(Visit visit) {
        WatchId id = tools.watch(visit).id();
        PersonId by = visit.present().person();
        return done(id, tools.watches().arm(id, SilencePages.seen(visit), by));
    }

    private Answer end(Visit visit) {
        WatchId id = tools.watch(visit).id();
        WatchChanges.Made made = tools.changes().end(over(visit, id));
        return made.waits() ? Answer.goTo(ChangePages.PATH) : done(id, made.reply());
    }

    private static WatchChanges.Over over(Visit visit, WatchId id) {
        return new WatchChanges.Over(id, SilencePages.seen(visit), visit.present().person());
    }

    private static Answer done(WatchId id, WatchReply reply) {
        return switch (reply) {
            case WatchReply.Changed _ -> SilencePages.goTo(id);
            case WatchReply.Refused refused -> Answer.refused(refused.why(), SilencePages.path(id));
        };
    }

    private SilenceView.One view(Visit visit, OneWatch watch, Typed pause, List<Wrong> wrong) {
        var plans = tools.plans(visit);
        var state = new StateInWords(visit.words(), visit.times(), visit.now());
        List<Person> people = tools.store().read(tools.people()::all);
        return new SilenceView.One(
                watch.id().value(),
                "" + watch.edition(),
                watch.plan().label(),
                watch.plan().drill(),
                state.of(watch),
                plans.of(watch.plan()),
                next(watch, plans, visit.now()),
                watch.ears().stream()
                        .map(ear -> state.heard(watch, ear, plans.name(ear.who())))
                        .toList(),
                log(visit, watch, people),
                ringing(watch, visit.now()),
                new SilenceView.PauseForm(
                        pause.until(), pause.why(), others(visit, pause.second())),
                deeds(watch, visit.present().may(), visit.now()),
                wrong);
    }

    private SilenceView.Ringing ringing(OneWatch watch, Instant now) {
        var firings = tools.watches().firings();
        long alarm =
                watch.isLate()
                        ? tools.store().read(handle -> firings.of(handle, watch.id(), 1)).stream()
                                .mapToLong(firing -> firing.alarm().value())
                                .findFirst()
                                .orElse(0)
                        : 0;
        return new SilenceView.Ringing(watch.isAwaited(now), alarm);
    }

    /// The next due times, whether it is armed or will be; none where it is over.
    private static List<SilenceView.Next> next(OneWatch watch, PlanInWords plans, Instant now) {
        var next = new ArrayList<SilenceView.Next>();
        if (watch.phase() instanceof Ended) {
            return next;
        }
        var schedule = watch.plan().schedule();
        Instant from = watch.phase() instanceof Paused(Instant until) ? until : now;
        if (watch.phase() instanceof Armed(Optional<Instant> due)) {
            from = due.map(at -> at.minusMillis(1)).orElse(now);
        }
        Optional<Instant> at = schedule.after(from);
        while (at.isPresent() && next.size() < NEXT_SHOWN) {
            next.add(new SilenceView.Next(at.get(), plans.there(schedule.zone(), at.get())));
            at = schedule.after(at.get());
        }
        return next;
    }

    private List<SilenceView.Said> log(Visit visit, OneWatch watch, List<Person> people) {
        var firings = tools.watches().firings();
        return tools.store().read(handle -> firings.log(handle, watch.id(), LINES_SHOWN)).stream()
                .map(line -> said(visit, line, people))
                .toList();
    }

    private static SilenceView.Said said(Visit visit, FiringRows.Line line, List<Person> people) {
        String who =
                line.by()
                        .map(id -> name(id, people, visit))
                        .orElseGet(() -> visit.words().say("silence.the-desk"));
        var late =
                line.until()
                        .map(at -> Duration.between(at, line.at()))
                        .filter(by -> by.compareTo(SilencePolicy.LATE_FROM) > 0);
        if (line.kind() == WatchEffect.Kind.MISSED && late.isPresent()) {
            String by = visit.times().lasting(late.get());
            return new SilenceView.Said(
                    line.at(), visit.words().say("silence.log.missed-late", "late", by), "");
        }
        String what =
                line.kind() == WatchEffect.Kind.PAUSED
                        ? visit.words()
                                .say(
                                        "silence.log.paused",
                                        Map.of(
                                                "who",
                                                who,
                                                "second",
                                                line.second()
                                                        .map(id -> name(id, people, visit))
                                                        .orElse(who),
                                                "until",
                                                line.until()
                                                        .map(visit.times()::dayAndMinute)
                                                        .orElse("")))
                        : visit.words().say("silence.log." + line.kind().word(), "who", who);
        return new SilenceView.Said(line.at(), what, line.why());
    }

    private static String name(PersonId id, List<Person> people, Visit visit) {
        return people.stream()
                .filter(person -> person.id().equals(id))
                .map(Person::name)
                .findFirst()
                .orElseGet(() -> visit.words().say("silence.somebody"));
    }

    private List<Choice> others(Visit visit, String chosen) {
        PersonId me = visit.present().person();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", visit.words().say("silence.pause.choose"), chosen.isEmpty()));
        tools.store().read(tools.people()::actingPeople).stream()
                .filter(person -> !person.id().equals(me))
                .forEach(person ->
                        choices.add(
                                new Choice(
                                        "" + person.id().value(),
                                        person.name(),
                                        chosen.equals("" + person.id().value()))));
        return choices;
    }

    private static Set<Deed> deeds(OneWatch watch, Set<String> may, Instant now) {
        var deeds = EnumSet.noneOf(Deed.class);
        switch (watch.phase()) {
            case Draft _ -> deeds.addAll(EnumSet.of(Deed.ARM, Deed.END, Deed.CHANGE));
            case Paused _ -> deeds.addAll(EnumSet.of(Deed.RESUME, Deed.END, Deed.CHANGE));
            case Armed _ -> {
                if (!watch.isAwaited(now)) {
                    deeds.addAll(EnumSet.of(Deed.PAUSE, Deed.END, Deed.CHANGE));
                }
            }
            case Ended _ -> {}
        }
        if (!may.contains(Capability.LADDERS)) {
            deeds.removeAll(EnumSet.of(Deed.ARM, Deed.END, Deed.CHANGE));
        }
        return deeds;
    }
}
