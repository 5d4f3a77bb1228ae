package org.watchword.desk.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// One step of a ladder: who is rung, over what, how long, and who must answer.
final class StepPage {
    private static final String TEMPLATE = "watch/ladder_step.jte";
    private static final Sentence TITLE = Sentence.of("watch.ladders.title-step");
    private static final Pattern LASTS = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Duration USUAL = Duration.ofMinutes(2);

    private final PageTools tools;

    private final LadderChanges changes;

    StepPage(PageTools tools, LadderChanges changes) {
        this.changes = changes;
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/ladders/{id}/steps/new", LadderPages.GATE, visit -> page(visit, 0)),
                Route.post("/ladders/{id}/steps/new", LadderPages.GATE, visit -> save(visit, 0)),
                Route.get(
                        "/ladders/{id}/steps/{step}",
                        LadderPages.GATE,
                        visit -> page(visit, visit.number("step"))),
                Route.post(
                        "/ladders/{id}/steps/{step}",
                        LadderPages.GATE,
                        visit -> save(visit, visit.number("step"))));
    }

    /// What stands in the form.
    private record Typed(List<Duty> targets, List<ChannelId> channels, String lasts, boolean all) {}

    private Ladder ladder(Visit visit) {
        return tools.ladders()
                .ladder(new LadderId(visit.number("id")))
                .orElseThrow(Route.NotHere::new);
    }

    private Answer page(Visit visit, long number) {
        Ladder ladder = ladder(visit);
        Typed typed = number == 0 ? fresh(visit) : typed(visit, stepOf(ladder, number));
        return Answer.page(TEMPLATE, TITLE, view(visit, ladder, number, typed, List.of()));
    }

    private static Typed fresh(Visit visit) {
        return new Typed(List.of(), List.of(), visit.times().lasting(USUAL), false);
    }

    private static Typed typed(Visit visit, Ladder.Step step) {
        return new Typed(
                step.targets(), step.channels(), visit.times().lasting(step.lasts()), step.all());
    }

    private static Ladder.Step stepOf(Ladder ladder, long number) {
        if (number < 1 || number > ladder.steps().size()) {
            throw new Route.NotHere();
        }
        return ladder.steps().get((int) number - 1);
    }

    private Answer save(Visit visit, long number) {
        Ladder ladder = ladder(visit);
        if (LadderPages.isOther(visit, ladder)) {
            return LadderPages.after(ladder, Ladder.CHANGED);
        }
        if (number != 0) {
            stepOf(ladder, number);
        }
        Typed typed = typed(visit.form());
        Optional<Duration> lasts = duration(typed.lasts());
        var wrong = new ArrayList<Wrong>();
        if (typed.targets().isEmpty()) {
            wrong.add(new Wrong("targets", Sentence.of("watch.ladders.whom-missing")));
        }
        if (lasts.isEmpty()) {
            wrong.add(new Wrong("lasts", Sentence.of("watch.ladders.lasts-wrong")));
        }
        if (wrong.isEmpty()) {
            var step =
                    new Ladder.Step(
                            typed.targets(), typed.channels(), lasts.orElseThrow(), typed.all());
            var made =
                    changes.change(
                            visit.present().person(),
                            ladder,
                            ladder.label(),
                            with(ladder, number, step));
            switch (made.saved()) {
                case Ladder.Done _ -> {
                    return LadderPages.after(ladder, made);
                }
                case Ladder.Refused refused -> wrong.add(new Wrong("targets", refused.why()));
            }
        }
        return Answer.again(TEMPLATE, TITLE, view(visit, ladder, number, typed, wrong));
    }

    private static List<Ladder.Step> with(Ladder ladder, long number, Ladder.Step step) {
        var steps = new ArrayList<>(ladder.steps());
        if (number == 0) {
            steps.add(step);
        } else {
            steps.set((int) number - 1, step);
        }
        return steps;
    }

    private static Typed typed(Form form) {
        var targets = new ArrayList<Duty>();
        form.texts("role").stream()
                .filter(role -> role.matches("[a-z][a-z0-9-]{0,30}"))
                .forEach(role -> targets.add(new Duty.OfRole(new RoleId(role))));
        numbers(form, "person").forEach(id -> targets.add(new Duty.OfPerson(new PersonId(id))));
        var channels = numbers(form, "channel").stream().map(ChannelId::new).toList();
        return new Typed(targets, channels, form.text("lasts").orElse(""), form.has("all"));
    }

    private static List<Long> numbers(Form form, String field) {
        return form.texts(field).stream()
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .toList();
    }

    /// Minutes, or minutes and seconds; empty when it is neither or out of bounds.
    static Optional<Duration> duration(String typed) {
        Matcher parts = LASTS.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long seconds = parts.group(2) == null ? 0 : Long.parseLong(parts.group(2));
        var lasts = Duration.ofMinutes(Long.parseLong(parts.group(1))).plusSeconds(seconds);
        boolean good =
                seconds < 60
                        && lasts.compareTo(Policy.SHORTEST_WAIT) >= 0
                        && lasts.compareTo(LONGEST) <= 0;
        return good ? Optional.of(lasts) : Optional.empty();
    }

    private LaddersView.EditStep view(
            Visit visit, Ladder ladder, long number, Typed typed, List<Wrong> wrong) {
        Directory names = tools.directory(visit.words());
        return new LaddersView.EditStep(
                ladder.id().value(),
                ladder.label(),
                ladder.version(),
                (int) number,
                names.roles().stream()
                        .map(role ->
                                new LaddersView.Choice(
                                        role.id().value(),
                                        role.label(),
                                        typed.targets().contains(new Duty.OfRole(role.id()))))
                        .toList(),
                names.team().stream()
                        .map(person ->
                                new LaddersView.Choice(
                                        String.valueOf(person.id().value()),
                                        person.name(),
                                        typed.targets().contains(new Duty.OfPerson(person.id()))))
                        .toList(),
                names.channels().stream()
                        .map(channel ->
                                new LaddersView.Choice(
                                        String.valueOf(channel.id().value()),
                                        channel.label(),
                                        typed.channels().contains(channel.id())))
                        .toList(),
                typed.lasts(),
                typed.all(),
                wrong);
    }
}
