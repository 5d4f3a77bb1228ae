package org.watchword.desk.accounts;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.store.Store;
import org.watchword.desk.vault.PassphraseRules;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The team: everybody, one person, somebody new.
final class PeoplePages {
    static final String PATH = "/people";

    private static final Gate GATE = new Gate.Freshly(Capability.PEOPLE);

    private final Store store;
    private final People people;
    private final Founding founding;
    private final Invitations invitations;
    private final List<Language> languages;
    private final StaffChanges changes;

    PeoplePages(
            Store store,
            People people,
            Invitations invitations,
            List<Language> languages,
            StaffChanges changes) {
        this.invitations = invitations;
        this.changes = changes;
        this.store = store;
        this.people = people;
        this.founding = changes.founding();
        this.languages = List.copyOf(languages);
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, GATE, this::all),
                Route.get(PATH + "/new", GATE, this::fresh),
                Route.post(PATH + "/new", GATE, this::add),
                Route.get(PATH + "/{id}", GATE, this::one),
                Route.post(PATH + "/{id}", GATE, this::change));
    }

    private Answer all(Visit visit) {
        var everybody = store.read(people::all);
        var roles = store.read(people::roles);
        Map<RoleId, String> labels =
                roles.stream().collect(Collectors.toMap(Role::id, Role::label));
        var lines = everybody.stream().map(person -> line(person, labels)).toList();
        var roleLines =
                roles.stream()
                        .map(role ->
                                new PeopleView.RoleLine(
                                        role.id().value(),
                                        role.label(),
                                        RolePages.may(role, visit.words()),
                                        holders(role, everybody)))
                        .toList();
        return Answer.page(
                "accounts/people.jte",
                Sentence.of("accounts.people.title"),
                new PeopleView.All(
                        lines,
                        roleLines,
                        store.read(
                                handle -> InvitePages.lines(handle, invitations, people, visit))));
    }

    private static int holders(Role role, List<Person> everybody) {
        return (int)
                everybody.stream().filter(p -> p.active() && p.roles().contains(role.id())).count();
    }

    private static PeopleView.Line line(Person person, Map<RoleId, String> labels) {
        String roles =
                person.roles().stream()
                        .map(role -> labels.getOrDefault(role, role.value()))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return new PeopleView.Line(
                person.id().value(),
                person.name(),
                roles,
                inItself(person.language()),
                person.active());
    }

    /// A language's name in that language.
    static String inItself(Language language) {
        var locale = ULocale.forLanguageTag(language.tag());
        var names =
                LocaleDisplayNames.getInstance(
                        locale, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU);
        return names.localeDisplayName(locale);
    }

    private Answer fresh(Visit visit) {
        return newPage("", visit.words().language(), Set.of(), List.of());
    }

    private Answer newPage(String name, Language language, Set<RoleId> roles, List<Wrong> wrong) {
        var view =
                new PeopleView.New(
                        name,
                        languageChoices(language),
                        roleChoices(roles),
                        PassphraseRules.FEWEST_CHARACTERS,
                        wrong);
        var title = Sentence.of("accounts.person.add");
        String template = "accounts/person_new.jte";
        return wrong.isEmpty()
                ? Answer.page(template, title, view)
                : Answer.again(template, title, view);
    }

    private List<PeopleView.Choice> languageChoices(Language chosen) {
        return choices(languages, chosen);
    }

    static List<PeopleView.Choice> choices(List<Language> languages, Language chosen) {
        return languages.stream()
                .map(l -> new PeopleView.Choice(l.tag(), inItself(l), l.equals(chosen)))
                .toList();
    }

    private List<PeopleView.Choice> roleChoices(Set<RoleId> chosen) {
        return store.read(people::roles).stream()
                .map(role ->
                        new PeopleView.Choice(
                                role.id().value(), role.label(), chosen.contains(role.id())))
                .toList();
    }

    private Answer add(Visit visit) {
        var form = visit.form();
        String name = form.line("name").orElse("");
        var language = language(form, visit);
        var roles = roles(form);
        try (var passphrase = form.secret("passphrase");
                var again = form.secret("again")) {
            if (!sameBytes(passphrase, again)) {
                var why = Sentence.of("accounts.passphrase.differ");
                return newPage(name, language, roles, List.of(new Wrong("again", why)));
            }
            var added = founding.addPerson(new NewPerson(name, language, roles, passphrase));
            return switch (added) {
                case Added.Done done -> Answer.goTo(PATH + "/" + done.id().value());
                case Added.Refused refused -> {
                    var wrong = List.of(new Wrong(refused.field(), refused.why()));
                    yield newPage(name, language, roles, wrong);
                }
            };
        }
    }

    private static boolean sameBytes(Secret one, Secret other) {
        return MessageDigest.isEqual(one.bytes(), other.bytes());
    }

    private Language language(Form form, Visit visit) {
        var asked = form.text("language").orElse("");
        return languages.stream()
                .filter(language -> language.tag().equals(asked))
                .findFirst()
                .orElse(visit.words().language());
    }

    /// The roles that were ticked; one that is no more is left out.
    private Set<RoleId> roles(Form form) {
        var ticked = new HashSet<>(form.texts("roles"));
        return store.read(people::roles).stream()
                .map(Role::id)
                .filter(id -> ticked.contains(id.value()))
                .collect(Collectors.toSet());
    }

    private Person asked(Visit visit) {
        var id = new PersonId(visit.number("id"));
        return store.read(handle -> people.find(handle, id)).orElseThrow(Route.NotHere::new);
    }

    private Answer one(Visit visit) {
        var person = asked(visit);
        return onePage(person, person.version(), Optional.empty());
    }

    private Answer onePage(Person person, String seen, Optional<Wrong> wrong) {
        var view =
                new PeopleView.One(
                        person.id().value(),
                        person.name(),
                        languageChoices(person.language()),
                        roleChoices(person.roles()),
                        person.active(),
                        seen,
                        wrong.stream().toList());
        var title = Sentence.of("accounts.person.title");
        String template = "accounts/person.jte";
        return wrong.isEmpty()
                ? Answer.page(template, title, view)
                : Answer.again(template, title, view);
    }

    private Answer change(Visit visit) {
        var before = asked(visit);
        var form = visit.form();
        var person =
                new Person(
                        before.id(),
                        form.line("name").orElse(""),
                        language(form, visit),
                        roles(form),
                        form.has("active"));
        String seen = form.text("seen").orElse("");
        var made = changes.person(visit.present().person(), seen, person);
        return switch (made.changed()) {
            case Changed.Done _ -> Answer.goTo(made.waits() ? ChangePages.PATH : PATH);
            case Changed.Refused refused ->
                    onePage(
                            person,
                            before.version(),
                            Optional.of(new Wrong(refused.field(), refused.why())));
        };
    }
}
