package org.watchword.desk.watch.silence;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.watch.silence.SilenceView.Choice;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Planning a watch, and changing its plan.
record PlanPage(SilencePages.Tools tools) {
    private static final String TEMPLATE = "watch/silence/plan.jte";
    private static final String NEW = SilencePages.PATH + "/new";
    private static final String CHANGE = SilencePages.PATH + "/{id}/change";
    private static final String FRESH = "0";

    List<Route> routes() {
        return List.of(
                Route.get(NEW, SilencePages.PLANS, this::fresh),
                Route.post(NEW, SilencePages.PLANS, this::add),
                Route.get(CHANGE, SilencePages.PLANS, this::one),
                Route.post(CHANGE, SilencePages.PLANS, this::change));
    }

    /// Of which watch, over which edition.
    private record Over(long id, String seen) {}

    private static Sentence title(long id) {
        return Sentence.of(id == 0 ? "silence.form.new" : "silence.form.change");
    }

    private Answer fresh(Visit visit) {
        var typed = TypedPlan.empty(visit.times().zone());
        var over = new Over(0, FRESH);
        return Answer.page(TEMPLATE, title(0), view(visit, over, typed, List.of()));
    }

    private Answer one(Visit visit) {
        OneWatch watch = tools.watch(visit);
        var over = new Over(watch.id().value(), "" + watch.edition());
        return Answer.page(
                TEMPLATE,
                title(over.id()),
                view(visit, over, TypedPlan.of(watch.plan()), List.of()));
    }

    private Answer add(Visit visit) {
        var typed = TypedPlan.from(visit.form());
        var over = new Over(0, FRESH);
        return switch (TypedPlan.read(typed, false)) {
            case TypedPlan.Unsound(List<Wrong> wrong) -> again(visit, over, typed, wrong);
            case TypedPlan.Sound(Plan plan) -> {
                PersonId by = visit.present().person();
                yield answer(visit, over, typed, tools.watches().add(plan, by));
            }
        };
    }

    private Answer change(Visit visit) {
        OneWatch watch = tools.watch(visit);
        var typed = TypedPlan.from(visit.form());
        long seen = SilencePages.seen(visit);
        // Typed over an older edition it is shown again over this one: then it may be saved.
        var over = new Over(watch.id().value(), "" + watch.edition());
        return switch (TypedPlan.read(typed, watch.plan().drill())) {
            case TypedPlan.Unsound(List<Wrong> wrong) ->
                    again(visit, new Over(watch.id().value(), "" + seen), typed, wrong);
            case TypedPlan.Sound(Plan plan) -> {
                PersonId by = visit.present().person();
                var wish = new WatchChanges.Over(watch.id(), seen, by);
                WatchChanges.Made made = tools.changes().change(wish, plan);
                yield made.waits()
                        ? Answer.goTo(ChangePages.PATH)
                        : answer(visit, over, typed, made.reply());
            }
        };
    }

    private Answer answer(Visit visit, Over over, SilenceView.Typed typed, WatchReply reply) {
        return switch (reply) {
            case WatchReply.Changed changed -> SilencePages.goTo(changed.id());
            case WatchReply.Refused(String field, Sentence why) ->
                    again(
                            visit,
                            over,
                            typed,
                            List.of(new Wrong(field.equals("watch") ? "label" : field, why)));
        };
    }

    private Answer again(Visit visit, Over over, SilenceView.Typed typed, List<Wrong> wrong) {
        return Answer.again(TEMPLATE, title(over.id()), view(visit, over, typed, wrong));
    }

    private SilenceView.Form view(
            Visit visit, Over over, SilenceView.Typed typed, List<Wrong> wrong) {
        var plans = tools.plans(visit);
        return new SilenceView.Form(
                over.id(),
                over.seen(),
                typed,
                plans.codenames().stream()
                        .map(one -> choice(one.id().value(), one.name(), typed.about()))
                        .toList(),
                ladders(plans, typed, visit),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> choice(day.getValue(), plans.day(day), typed.days()))
                        .toList(),
                wrong);
    }

    private static List<Choice> ladders(PlanInWords plans, SilenceView.Typed typed, Visit visit) {
        var chosen = Set.of(typed.ladder());
        var choices = new ArrayList<Choice>();
        choices.add(choice(0, visit.words().say("silence.form.own-ladder"), chosen));
        plans.ladders().forEach(one -> choices.add(choice(one.id().value(), one.label(), chosen)));
        return choices;
    }

    private static Choice choice(long value, String label, Set<String> chosen) {
        return new Choice("" + value, label, chosen.contains("" + value));
    }
}
