package org.watchword.desk.accounts;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.vault.PassphraseRules;
import org.watchword.desk.vault.PlainWords;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The page on which a single-use code becomes a member. The code goes in a form, never in an
/// address. Wrong codes from one place make the next wrong one wait; a right one is never kept
/// waiting, so that nobody can keep a founder out.
final class JoinPages {
    static final String PATH = "/join";

    private static final String PAGE = "accounts/join.jte";
    private static final int CODE_CHARACTERS = 400;

    private final Invitations invitations;
    private final Sessions sessions;
    private final Ground ground;
    private final List<Language> languages;

    JoinPages(Invitations invitations, Sessions sessions, Ground ground, List<Language> languages) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.ground = ground;
        this.languages = List.copyOf(languages);
    }

    /// What this page stands on.
    record Ground(Store store, People people, WrongCodes wrong, SecureRandom random) {}

    List<Route> routes() {
        return List.of(
                Route.get(PATH, new Gate.Open(), this::show),
                Route.post(PATH, new Gate.Open(), this::join));
    }

    private Answer show(Visit visit) {
        return visit.caller() instanceof Caller.Nobody
                ? page(new Typed("", "", visit.words().language()), List.of())
                : Answer.goTo("/");
    }

    private record Typed(String code, String name, Language language) {}

    private Answer page(Typed typed, List<Wrong> wrong) {
        var view =
                new DoorView.Join(
                        typed.code(),
                        typed.name(),
                        PeoplePages.choices(languages, typed.language()),
                        PlainWords.in(typed.language(), ground.random())
                                .draw(PlainWords.PASSPHRASE),
                        PassphraseRules.FEWEST_CHARACTERS,
                        wrong);
        var title = Sentence.of("accounts.join.title");
        return wrong.isEmpty() ? Answer.page(PAGE, title, view) : Answer.again(PAGE, title, view);
    }

    private Answer join(Visit visit) {
        var form = visit.form();
        String code = form.line("code").orElse("");
        var typed =
                new Typed(
                        code.substring(0, Math.min(code.length(), CODE_CHARACTERS)),
                        form.line("name").orElse(""),
                        language(form, visit));
        if (code.isEmpty()) {
            return page(typed, wrong("code", Sentence.of("accounts.join.no-code")));
        }
        try (var passphrase = form.secret("passphrase");
                var again = form.secret("again")) {
            if (!MessageDigest.isEqual(passphrase.bytes(), again.bytes())) {
                return page(typed, wrong("again", Sentence.of("accounts.passphrase.differ")));
            }
            var joined = invitations.join(typed.code(), typed.name(), typed.language(), passphrase);
            return switch (joined) {
                case Joined.Done done -> in(done.id(), visit);
                case Joined.NoCode _ -> page(typed, wrong("code", noCode(visit)));
                case Joined.Refused no -> page(typed, wrong(no.field(), no.why()));
            };
        }
    }

    private static List<Wrong> wrong(String field, Sentence why) {
        return List.of(new Wrong(field, why));
    }

    private Language language(Form form, Visit visit) {
        var asked = form.text("language").orElse("");
        return languages.stream()
                .filter(language -> language.tag().equals(asked))
                .findFirst()
                .orElse(visit.words().language());
    }

    /// Whoever keeps the team sees next what is still to be done.
    private Answer in(PersonId person, Visit visit) {
        String cookie = sessions.start(person, SignInPages.token(visit.caller()));
        var may = ground.store().read(handle -> ground.people().capabilities(handle, person));
        String to = may.contains(Capability.PEOPLE) ? FirstNightPages.PATH : "/";
        return new Answer.SignedIn(cookie, Limits.SESSION, SignInPages.choose(to));
    }

    private Sentence noCode(Visit visit) {
        return ground.wrong().counted(visit.source(), Sentence.of("accounts.join.wrong"));
    }
}
