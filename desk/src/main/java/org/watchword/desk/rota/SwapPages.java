package org.watchword.desk.rota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Swaps of shifts, for whoever has one: ask, accept, decline, withdraw.
final class SwapPages {
    static final String PATH = RotaPages.PATH + "/swaps";
    private static final Gate GATE = new Gate.May("");
    private static final Pattern OFFERED =
            Pattern.compile(
                    "([0-9]{1,18})(?:/([0-9]{1,15})/([0-9]{1,15})/([a-z][a-z0-9-]{0,30}))?");

    private final RotaTools tools;

    SwapPages(RotaTools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, GATE, visit -> page(visit, List.of())),
                Route.post(PATH, GATE, this::ask),
                Route.post(
                        PATH + "/{id}/accept",
                        GATE,
                        visit ->
                                answer(
                                        visit,
                                        tools.swaps()
                                                .accept(visit.number("id"), me(visit), visit.now()),
                                        true)),
                Route.post(
                        PATH + "/{id}/decline",
                        GATE,
                        visit ->
                                answer(
                                        visit,
                                        tools.swaps()
                                                .decline(
                                                        visit.number("id"), me(visit), visit.now()),
                                        true)),
                Route.post(
                        PATH + "/{id}/withdraw",
                        GATE,
                        visit ->
                                answer(
                                        visit,
                                        tools.swaps()
                                                .withdraw(
                                                        visit.number("id"), me(visit), visit.now()),
                                        true)));
    }

    private static PersonId me(Visit visit) {
        return visit.present().person();
    }

    /// Somebody's time in a role, or somebody without one: as a form carries it.
    private record Offer(PersonId person, Optional<Span> time, Optional<RoleId> role) {
        static String written(PersonId person, Span time, RoleId role) {
            return "%d/%d/%d/%s"
                    .formatted(
                            person.value(),
                            time.from().toEpochMilli(),
                            time.to().toEpochMilli(),
                            role.value());
        }

        static Optional<Offer> read(String text) {
            var found = OFFERED.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            var person = new PersonId(Long.parseLong(found.group(1)));
            if (found.group(2) == null) {
                return Optional.of(new Offer(person, Optional.empty(), Optional.empty()));
            }
            var role = Optional.of(new RoleId(found.group(4)));
            var from = Instant.ofEpochMilli(Long.parseLong(found.group(2)));
            var to = Instant.ofEpochMilli(Long.parseLong(found.group(3)));
            return from.isBefore(to)
                    ? Optional.of(new Offer(person, Optional.of(new Span(from, to)), role))
                    : Optional.empty();
        }
    }

    private Answer page(Visit visit, List<Wrong> wrong) {
        var view = tools.store().read(handle -> view(handle, visit, wrong));
        var title = Sentence.of("rota.swaps.title");
        return wrong.isEmpty()
                ? Answer.page("rota/swaps.jte", title, view)
                : Answer.again("rota/swaps.jte", title, view);
    }

    private RotaView.AllSwaps view(Handle handle, Visit visit, List<Wrong> wrong) {
        var me = me(visit);
        var names = tools.names(handle, visit.words());
        String gives = visit.form().text("gives").orElse("");
        String takes = visit.form().text("takes").orElse("");
        var mine = new ArrayList<RotaView.Choice>();
        var theirs = new ArrayList<RotaView.Choice>();
        tools.people().actingPeople(handle).stream()
                .filter(person -> !person.id().equals(me))
                .forEach(person ->
                        theirs.add(
                                RotaView.Choice.of(
                                        Long.toString(person.id().value()),
                                        visit.words()
                                                .say("rota.swaps.nothing", "who", person.name()),
                                        takes)));
        for (Role role : tools.people().roles(handle)) {
            for (Stretch one : coming(handle, role.id(), visit.now())) {
                String value = Offer.written(one.person(), one.time(), role.id());
                String label = role.label() + " · " + Spoken.span(one.time(), visit);
                if (one.person().equals(me)) {
                    mine.add(RotaView.Choice.of(value, label, gives));
                } else {
                    String who = RotaTools.name(names, one.person());
                    theirs.add(RotaView.Choice.of(value, who + " · " + label, takes));
                }
            }
        }
        return new RotaView.AllSwaps(open(handle, visit, names), mine, theirs, wrong);
    }

    private List<Stretch> coming(Handle handle, RoleId role, Instant now) {
        return tools.rota().standing(handle, role, new Span(now, now.plus(Swaps.AHEAD))).stream()
                .filter(one -> one.time().from().isAfter(now))
                .toList();
    }

    private List<RotaView.OneSwap> open(Handle handle, Visit visit, Map<PersonId, String> names) {
        var me = me(visit);
        var roles = tools.people().roles(handle);
        return tools.swaps().open(handle, me, visit.now()).stream()
                .map(swap -> {
                    boolean mine = swap.asker().equals(me);
                    return new RotaView.OneSwap(
                            swap.id(),
                            mine,
                            StandInPages.label(roles, swap.role()),
                            RotaTools.name(names, mine ? swap.other() : swap.asker()),
                            Spoken.span(swap.gives(), visit),
                            swap.takes().map(time -> Spoken.span(time, visit)).orElse(""));
                })
                .toList();
    }

    private Answer ask(Visit visit) {
        var gives = visit.form().text("gives").flatMap(Offer::read);
        if (gives.flatMap(Offer::time).isEmpty()) {
            return wrong(visit, "gives", Sentence.of("rota.refused.swap_not_yours"));
        }
        var takes = visit.form().text("takes").flatMap(Offer::read);
        if (takes.isEmpty()) {
            return wrong(visit, "takes", Sentence.of("rota.refused.no_person"));
        }
        var role = gives.get().role().orElseThrow();
        var time = takes.get().time();
        if (takes.get().role().filter(its -> !its.equals(role)).isPresent()) {
            return wrong(visit, "takes", Sentence.of("rota.refused.swap_other_role"));
        }
        var other = takes.get().person();
        boolean isThere = tools.store().read(tools.people()::acting).contains(other);
        if (!isThere) {
            return wrong(visit, "takes", Sentence.of("rota.refused.no_person"));
        }
        var span = gives.get().time().orElseThrow();
        var wish = new Swaps.Wish(role, me(visit), other, span, time);
        return answer(visit, tools.swaps().ask(wish, visit.now()), false);
    }

    private Answer answer(Visit visit, Planned planned, boolean ofPress) {
        return switch (planned) {
            case Planned.Done _ -> Answer.goTo(PATH);
            case Planned.Refused refused when ofPress ->
                    Answer.refused(Spoken.said(refused.why(), visit.times()), PATH);
            case Planned.Refused refused -> wrong(visit, refused.field(), refused.why());
        };
    }

    private Answer wrong(Visit visit, String field, Sentence why) {
        return page(visit, List.of(new Wrong(field, Spoken.said(why, visit.times()))));
    }
}
