package org.watchword.desk.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.watchword.desk.accounts.OwnAccount.Remade;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.vault.SecondFactor;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Doors;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// One's own second factor: to set it up on a phone, and to take it away again. Whether somebody
/// has one is seen by nobody whose case files are not open.
final class FactorPages {
    static final String PATH = "/second-factor";

    private static final String PAGE = "accounts/factor.jte";
    private static final String NEW_PAGE = "accounts/factor_new.jte";

    private final OwnAccount own;
    private final Sessions sessions;
    private final SecureRandom random;

    FactorPages(OwnAccount own, Sessions sessions, SecureRandom random) {
        this.own = own;
        this.sessions = sessions;
        this.random = random;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, new Gate.FilesOpen(""), this::show),
                Route.post(PATH + "/new", new Gate.Freshly(""), this::drawn),
                Route.post(PATH, new Gate.Freshly(""), this::setUp),
                Route.post(PATH + "/remove", new Gate.FilesOpen(""), this::takeAway));
    }

    private Answer show(Visit visit) {
        return page(visit, List.of());
    }

    private Answer page(Visit visit, List<Wrong> wrong) {
        boolean has = sessions.hasSecondFactor(visit.present().formToken());
        var title = Sentence.of("accounts.factor.title");
        var view = new AccountView.Factor(has, wrong);
        return wrong.isEmpty() ? Answer.page(PAGE, title, view) : Answer.again(PAGE, title, view);
    }

    private Answer drawn(Visit visit) {
        try (var factor = SecondFactor.fresh(random)) {
            return newPage(visit, factor, List.of());
        }
    }

    /// Shown to whoever sets it up, while it is set up, and never again.
    private static Answer newPage(Visit visit, SecondFactor factor, List<Wrong> wrong) {
        String letters = factor.letters();
        String name =
                URLEncoder.encode(
                        visit.words().say("accounts.factor.in-app"), StandardCharsets.UTF_8);
        var qr = Qr.of("otpauth://totp/" + name.replace("+", "%20") + "?secret=" + letters);
        var view = new AccountView.NewFactor(qr, letters, wrong);
        var title = Sentence.of("accounts.factor.new.title");
        return wrong.isEmpty()
                ? Answer.page(NEW_PAGE, title, view)
                : Answer.again(NEW_PAGE, title, view);
    }

    private Answer setUp(Visit visit) {
        try (var letters = visit.form().secret("letters")) {
            return SecondFactor.read(letters)
                    .map(factor -> setUp(visit, factor))
                    .orElseGet(() -> Answer.goTo(PATH));
        }
    }

    private Answer setUp(Visit visit, SecondFactor read) {
        try (var factor = read;
                var passphrase = visit.form().secret("passphrase");
                var code = visit.form().secret("code")) {
            return switch (own.setUp(who(visit), passphrase, factor, code)) {
                case Remade.Done done -> in(done, visit);
                case Remade not -> newPage(visit, factor, List.of(wrong(not, visit)));
            };
        }
    }

    /// Where there is none, nothing is taken away, and the page shows so.
    private Answer takeAway(Visit visit) {
        if (!sessions.hasSecondFactor(visit.present().formToken())) {
            return Answer.goTo(PATH);
        }
        try (var passphrase = visit.form().secret("passphrase");
                var code = visit.form().secret("code")) {
            return switch (own.takeAway(who(visit), passphrase, code)) {
                case Remade.Done done -> in(done, visit);
                case Remade not -> page(visit, List.of(wrong(not, visit)));
            };
        }
    }

    /// Whatever was opened by less is shut; here it is open by what was just given.
    private Answer in(Remade.Done done, Visit visit) {
        try (var unlocked = done.unlocked()) {
            sessions.shutFiles(visit.present().person());
            return sessions.openFiles(visit.present().formToken(), unlocked)
                    .<Answer>map(now -> new Answer.SignedIn(now.cookie(), now.lasting(), PATH))
                    .orElseGet(() -> Answer.goTo(Doors.SIGN_IN));
        }
    }

    private static Sentence noCode(Visit visit) {
        return Sentence.of("accounts.factor.wrong", "clock", visit.times().second(visit.now()));
    }

    static OwnAccount.Who who(Visit visit) {
        var present = visit.present();
        return new OwnAccount.Who(present.person(), present.name(), visit.source());
    }

    static Wrong wrong(Remade not, Visit visit) {
        return switch (not) {
            case Remade.Done _ -> throw new IllegalArgumentException("nothing is wrong");
            case Remade.NotProven why -> new Wrong("passphrase", FilesPages.why(why.why(), visit));
            case Remade.NoCode _ -> new Wrong("code", noCode(visit));
            case Remade.Refused no -> new Wrong(no.field(), no.why());
        };
    }
}
