package org.watchword.desk.accounts;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The roles of the team and what they allow.
final class RolePages {
    private static final Gate GATE = new Gate.Freshly(Capability.PEOPLE);
    private static final int MOST_OF_ONE_NAME = 50;
    private static final int SLUG_CHARACTERS = 24;

    private final Store store;
    private final People people;
    private final Founding founding;

    private final StaffChanges changes;

    RolePages(Store store, People people, Founding founding, StaffChanges changes) {
        this.changes = changes;
        this.store = store;
        this.people = people;
        this.founding = founding;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/roles/new", GATE, this::fresh),
                Route.post("/roles/new", GATE, this::add),
                Route.get("/roles/{id}", GATE, this::one),
                Route.post("/roles/{id}", GATE, this::change));
    }

    /// What a role allows, in words.
    static String may(Role role, Words words) {
        return Capability.ALL.stream()
                .filter(role.capabilities()::contains)
                .map(capability -> words.say(labelKey(capability)))
                .collect(Collectors.joining(", "));
    }

    private static String labelKey(String capability) {
        return "accounts.may." + capability;
    }

    private Answer fresh(Visit visit) {
        return page("", "", Set.of(), Optional.empty(), visit);
    }

    private static Answer page(
            String id, String label, Set<String> may, Optional<Wrong> wrong, Visit visit) {
        var choices =
                Capability.ALL.stream()
                        .map(capability ->
                                new PeopleView.Choice(
                                        capability,
                                        visit.words().say(labelKey(capability)),
                                        may.contains(capability)))
                        .toList();
        var view = new PeopleView.OneRole(id, label, choices, wrong.stream().toList());
        var title = Sentence.of(id.isEmpty() ? "accounts.role.add" : "accounts.role.title");
        String template = "accounts/role.jte";
        return wrong.isEmpty()
                ? Answer.page(template, title, view)
                : Answer.again(template, title, view);
    }

    private static Set<String> may(Visit visit) {
        var may = new HashSet<>(visit.form().texts("may"));
        may.retainAll(Capability.ALL);
        return may;
    }

    private Answer add(Visit visit) {
        String label = visit.form().line("label").orElse("");
        String slug = slug(label);
        for (int i = 1; i <= MOST_OF_ONE_NAME; i++) {
            var id = new RoleId(i == 1 ? slug : slug + "-" + i);
            if (!(founding.addRole(new Role(id, label, may(visit)))
                    instanceof Changed.Refused refused)) {
                return Answer.goTo(PeoplePages.PATH);
            }
            if (!refused.field().equals("id")) {
                var wrong = new Wrong(refused.field(), refused.why());
                return page("", label, may(visit), Optional.of(wrong), visit);
            }
        }
        var wrong = new Wrong("label", Sentence.of("accounts.role.refused.taken"));
        return page("", label, may(visit), Optional.of(wrong), visit);
    }

    /// A short name made from the label; `role` when it has no Latin letters.
    private static String slug(String label) {
        String plain =
                label.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-+$", "");
        String cut = plain.substring(0, Math.min(SLUG_CHARACTERS, plain.length()));
        return cut.isEmpty() ? "role" : cut;
    }

    private Role asked(Visit visit) {
        return store.read(people::roles).stream()
                .filter(role -> role.id().value().equals(visit.part("id")))
                .findFirst()
                .orElseThrow(Route.NotHere::new);
    }

    private Answer one(Visit visit) {
        var role = asked(visit);
        return page(role.id().value(), role.label(), role.capabilities(), Optional.empty(), visit);
    }

    private Answer change(Visit visit) {
        var id = asked(visit).id();
        var role = new Role(id, visit.form().line("label").orElse(""), may(visit));
        var made = changes.role(visit.present().person(), role);
        return switch (made.changed()) {
            case Changed.Done _ -> Answer.goTo(made.waits() ? ChangePages.PATH : PeoplePages.PATH);
            case Changed.Refused refused -> {
                var wrong = new Wrong(refused.field(), refused.why());
                yield page(
                        id.value(), role.label(), role.capabilities(), Optional.of(wrong), visit);
            }
        };
    }
}
