package org.watchword.desk.accounts;

import java.util.List;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Doors;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The door before case files: the passphrase, and the code of whoever has a second factor. The
/// page never says who has one, nor which of the two was wrong.
final class FilesPages {
    private static final String PAGE = "accounts/files.jte";

    private final SignIn signIn;
    private final Sessions sessions;

    FilesPages(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Doors.FILES, new Gate.May(""), this::show),
                Route.post(Doors.FILES, new Gate.May(""), this::open));
    }

    private Answer show(Visit visit) {
        return page(Doors.ours(visit.query(Doors.TO).orElse("/")), List.of());
    }

    private static Answer page(String to, List<Wrong> wrong) {
        var title = Sentence.of("accounts.files.title");
        var view = new DoorView.Confirm(to, wrong);
        return wrong.isEmpty() ? Answer.page(PAGE, title, view) : Answer.again(PAGE, title, view);
    }

    private Answer open(Visit visit) {
        String to = Doors.ours(visit.form().text(Doors.TO).orElse("/"));
        try (var passphrase = visit.form().secret("passphrase");
                var code = visit.form().secret("code")) {
            if (passphrase.length() == 0) {
                var why = Sentence.of("accounts.no-passphrase");
                return page(to, List.of(new Wrong("passphrase", why)));
            }
            var person = visit.present().person();
            return switch (signIn.whole(person, passphrase, code, visit.source())) {
                case SignInTry.Right right -> in(right, visit, to);
                case SignInTry other ->
                        page(to, List.of(new Wrong("passphrase", why(other, visit))));
            };
        }
    }

    private Answer in(SignInTry.Right right, Visit visit, String to) {
        try (var unlocked = right.unlocked()) {
            return sessions.openFiles(visit.present().formToken(), unlocked)
                    .<Answer>map(now -> new Answer.SignedIn(now.cookie(), now.lasting(), to))
                    .orElseGet(() -> Answer.goTo(Doors.SIGN_IN));
        }
    }

    /// Why a passphrase with a code was not taken. The time stands there for whoever's phone goes
    /// wrong, and it stands there for everybody.
    static Sentence why(SignInTry refused, Visit visit) {
        return switch (refused) {
            case SignInTry.TooSoon soon -> SignInPages.tooSoon(soon);
            case SignInTry.Busy _ -> Sentence.of("accounts.busy");
            case SignInTry.Wrong _, SignInTry.RightSoFar _, SignInTry.Right _ ->
                    Sentence.of("accounts.files.wrong", "clock", visit.times().second(visit.now()));
        };
    }
}
