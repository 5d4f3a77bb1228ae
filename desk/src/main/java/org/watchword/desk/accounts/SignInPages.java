package org.watchword.desk.accounts;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.Doors;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Signing in: name and passphrase, then a PIN for this shift.
final class SignInPages {
    private static final String CHOOSE = "/pin";
    private static final String PAGE = "accounts/sign_in.jte";
    private static final String CHOOSE_PAGE = "accounts/pin.jte";

    private final SignIn signIn;
    private final Sessions sessions;

    SignInPages(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Doors.SIGN_IN, new Gate.Open(), this::show),
                Route.post(Doors.SIGN_IN, new Gate.Open(), this::tried),
                Route.get(CHOOSE, new Gate.Session(), this::showChoose),
                Route.post(CHOOSE, new Gate.Session(), this::chosen));
    }

    /// Where a PIN is chosen, and where to go from there.
    static String choose(String to) {
        return Doors.with(CHOOSE, to);
    }

    private Answer show(Visit visit) {
        return switch (visit.caller()) {
            case Caller.Nobody _ -> page(new DoorView.SignIn("", List.of()), false);
            case Caller.Locked _ -> Answer.goTo(Doors.UNLOCK);
            case Caller.Present _ -> Answer.goTo("/");
        };
    }

    private static Answer page(DoorView.SignIn view, boolean again) {
        var title = Sentence.of("accounts.sign-in.title");
        return again ? Answer.again(PAGE, title, view) : Answer.page(PAGE, title, view);
    }

    private Answer tried(Visit visit) {
        var name = visit.form().line("name").orElse("");
        if (name.isEmpty() || name.length() > 4 * Limits.NAME_CHARACTERS) {
            return wrong("", "name", Sentence.of("accounts.sign-in.no-name"));
        }
        try (var passphrase = visit.form().secret("passphrase")) {
            if (passphrase.length() == 0) {
                return wrong(name, "passphrase", Sentence.of("accounts.no-passphrase"));
            }
            return switch (signIn.byName(name, passphrase, visit.source())) {
                case SignInTry.Right right -> in(right, visit);
                case SignInTry.RightSoFar right ->
                        in(sessions.start(right.person(), token(visit.caller())));
                case SignInTry.Wrong _ ->
                        wrong(name, "passphrase", Sentence.of("accounts.sign-in.wrong"));
                case SignInTry.TooSoon soon -> wrong(name, "passphrase", SignInPages.tooSoon(soon));
                case SignInTry.Busy _ -> wrong(name, "passphrase", Sentence.of("accounts.busy"));
            };
        }
    }

    private Answer in(SignInTry.Right right, Visit visit) {
        try (var unlocked = right.unlocked()) {
            return in(sessions.start(right.person(), token(visit.caller()), unlocked));
        }
    }

    private static Answer in(String cookie) {
        return new Answer.SignedIn(cookie, Limits.SESSION, CHOOSE);
    }

    static Sentence tooSoon(SignInTry.TooSoon soon) {
        return Sentence.of("accounts.too-soon", "seconds", soon.seconds());
    }

    private static Answer wrong(String name, String field, Sentence why) {
        return page(new DoorView.SignIn(name, List.of(new Wrong(field, why))), true);
    }

    static Optional<String> token(Caller caller) {
        return switch (caller) {
            case Caller.Nobody _ -> Optional.empty();
            case Caller.Locked locked -> Optional.of(locked.formToken());
            case Caller.Present present -> Optional.of(present.formToken());
        };
    }

    private Answer showChoose(Visit visit) {
        String to = Doors.ours(visit.query(Doors.TO).orElse("/"));
        var row = token(visit.caller()).flatMap(sessions::of);
        if (row.isEmpty() || row.get().hasPin() || row.get().needsPassphrase(visit.now())) {
            return Answer.goTo(Doors.with(Doors.UNLOCK, to));
        }
        var title = Sentence.of("accounts.pin.title");
        return Answer.page(CHOOSE_PAGE, title, new DoorView.Choose(to, List.of()));
    }

    private Answer chosen(Visit visit) {
        String to = Doors.ours(visit.form().text(Doors.TO).orElse("/"));
        try (var pin = visit.form().secret("pin")) {
            var flaw = Pin.flaw(pin);
            if (flaw.isPresent()) {
                var wrong = List.of(new Wrong("pin", flaw.get()));
                var title = Sentence.of("accounts.pin.title");
                return Answer.again(CHOOSE_PAGE, title, new DoorView.Choose(to, wrong));
            }
            boolean done = sessions.choosePin(token(visit.caller()).orElse(""), pin);
            return Answer.goTo(done ? to : Doors.with(Doors.UNLOCK, to));
        }
    }
}
