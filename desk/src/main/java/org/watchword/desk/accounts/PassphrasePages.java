package org.watchword.desk.accounts;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import org.watchword.desk.accounts.OwnAccount.Remade;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.vault.PassphraseRules;
import org.watchword.desk.vault.PlainWords;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Another passphrase for oneself. Whoever lost his has no account any more: nobody can set one for
/// him, and this page says so.
final class PassphrasePages {
    static final String PATH = "/passphrase";

    private static final String PAGE = "accounts/passphrase.jte";

    private final OwnAccount own;
    private final Sessions sessions;
    private final SecureRandom random;

    PassphrasePages(OwnAccount own, Sessions sessions, SecureRandom random) {
        this.own = own;
        this.sessions = sessions;
        this.random = random;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, new Gate.May(""), this::show),
                Route.post(PATH, new Gate.May(""), this::change));
    }

    private Answer show(Visit visit) {
        return page(visit, List.of());
    }

    private Answer page(Visit visit, List<Wrong> wrong) {
        var words = PlainWords.in(visit.present().language(), random);
        var view =
                new AccountView.Passphrase(
                        words.draw(PlainWords.PASSPHRASE),
                        PassphraseRules.FEWEST_CHARACTERS,
                        wrong);
        var title = Sentence.of("accounts.own-passphrase.title");
        return wrong.isEmpty() ? Answer.page(PAGE, title, view) : Answer.again(PAGE, title, view);
    }

    private Answer change(Visit visit) {
        var form = visit.form();
        try (var passphrase = form.secret("passphrase");
                var code = form.secret("code");
                var next = form.secret("next");
                var again = form.secret("again")) {
            if (!MessageDigest.isEqual(next.bytes(), again.bytes())) {
                var differ = Sentence.of("accounts.passphrase.differ");
                return page(visit, List.of(new Wrong("again", differ)));
            }
            var who = FactorPages.who(visit);
            return switch (own.changePassphrase(who, passphrase, code, next)) {
                case Remade.Done done -> in(done, visit);
                case Remade not -> page(visit, List.of(FactorPages.wrong(not, visit)));
            };
        }
    }

    /// All sessions have ended, this one too: here a new one begins.
    private Answer in(Remade.Done done, Visit visit) {
        var person = visit.present().person();
        try (var unlocked = done.unlocked()) {
            var old = SignInPages.token(visit.caller());
            String cookie = sessions.start(person, old, unlocked);
            String to = SignInPages.choose(SessionPages.PATH);
            return new Answer.SignedIn(cookie, Limits.SESSION, to);
        }
    }
}
