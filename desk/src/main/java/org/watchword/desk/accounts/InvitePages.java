package org.watchword.desk.accounts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Inviting somebody: a code is made, shown once, and can be taken back until it is used.
final class InvitePages {
    static final String PATH = PeoplePages.PATH + "/invite";

    private static final Gate GATE = new Gate.Freshly(Capability.PEOPLE);

    private final Store store;
    private final People people;
    private final Invitations invitations;
    private final List<Language> languages;

    InvitePages(Store store, People people, Invitations invitations, List<Language> languages) {
        this.store = store;
        this.people = people;
        this.invitations = invitations;
        this.languages = List.copyOf(languages);
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, GATE, this::show),
                Route.post(PATH, GATE, this::invite),
                Route.post(PATH + "/{id}/revoke", GATE, this::revoke));
    }

    private Answer show(Visit visit) {
        return page("", Set.of(), visit.words().language(), List.of());
    }

    private Answer page(String label, Set<String> ticked, Language language, List<Wrong> wrong) {
        var roles =
                store.read(people::roles).stream()
                        .map(role ->
                                new PeopleView.Choice(
                                        role.id().value(),
                                        role.label(),
                                        ticked.contains(role.id().value())))
                        .toList();
        var view =
                new PeopleView.Invite(
                        label, PeoplePages.choices(languages, language), roles, wrong);
        var title = Sentence.of("accounts.invite.title");
        String template = "accounts/invite.jte";
        return wrong.isEmpty()
                ? Answer.page(template, title, view)
                : Answer.again(template, title, view);
    }

    private Answer invite(Visit visit) {
        var form = visit.form();
        String label = form.line("label").orElse("");
        var ticked = new HashSet<>(form.texts("roles"));
        var asked = form.text("language").orElse("");
        Language language =
                languages.stream()
                        .filter(one -> one.tag().equals(asked))
                        .findFirst()
                        .orElse(visit.words().language());
        Set<RoleId> roles =
                store.read(people::roles).stream()
                        .map(Role::id)
                        .filter(id -> ticked.contains(id.value()))
                        .collect(Collectors.toSet());
        return switch (invitations.invite(visit.present().person(), label, roles, language)) {
            case Invitations.Asked.Yes yes -> code(yes.made(), visit);
            case Invitations.Asked.No no ->
                    page(label, ticked, language, List.of(new Wrong(no.field(), no.why())));
        };
    }

    /// Not a place to come back to: what is shown here nobody can read again.
    private static Answer code(Invitations.Made made, Visit visit) {
        var view =
                new PeopleView.Code(
                        made.code(), visit.times().dayAndMinute(made.ends()), JoinPages.PATH);
        return Answer.page("accounts/invited.jte", Sentence.of("accounts.invite.made"), view);
    }

    private Answer revoke(Visit visit) {
        invitations.revoke(visit.number("id"));
        return Answer.goTo(PeoplePages.PATH);
    }

    /// The codes in the list of people: what became of each.
    static List<PeopleView.Invited> lines(
            Handle handle, Invitations invitations, People people, Visit visit) {
        Map<PersonId, String> names =
                people.all(handle).stream().collect(Collectors.toMap(Person::id, Person::name));
        return invitations.all(handle).stream().map(one -> line(one, names, visit)).toList();
    }

    private static PeopleView.Invited line(
            Invitation one, Map<PersonId, String> names, Visit visit) {
        var state = one.state(visit.now());
        String who = one.joined().map(id -> names.getOrDefault(id, "?")).orElse("");
        return new PeopleView.Invited(
                one.id(),
                one.label(),
                who,
                one.joined().map(PersonId::value).orElse(0L),
                one.by().map(id -> names.getOrDefault(id, "?")).orElse(""),
                stateKey(state),
                visit.times().dayAndMinute(one.ends()),
                state == Invitation.State.INVITED);
    }

    private static String stateKey(Invitation.State state) {
        return switch (state) {
            case INVITED -> "accounts.invite.state.invited";
            case ACCEPTED -> "accounts.invite.state.accepted";
            case RUN_OUT -> "accounts.invite.state.run-out";
            case REVOKED -> "accounts.invite.state.revoked";
        };
    }
}
