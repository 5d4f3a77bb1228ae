package org.watchword.desk.accounts;

import java.security.SecureRandom;
import java.util.Base64;
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

/// Back into a locked session, by PIN or, when that is used up, by passphrase; and the passphrase
/// once more before something wide.
final class UnlockPages {
    private static final String PAGE = "accounts/unlock.jte";
    private static final String CONFIRM_PAGE = "accounts/confirm.jte";
    private static final int PRESS_BYTES = 12;

    private final SignIn signIn;
    private final Sessions sessions;
    private final SecureRandom random;
    private final List<AfterUnlock> actions;

    UnlockPages(SignIn signIn, Sessions sessions, SecureRandom random, List<AfterUnlock> actions) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.random = random;
        this.actions = List.copyOf(actions);
    }

    List<Route> routes() {
        return List.of(
                Route.get(Doors.UNLOCK, new Gate.Session(), this::show),
                Route.post(Doors.UNLOCK, new Gate.Session(), this::unlock),
                Route.get(Doors.CONFIRM, new Gate.Session(), this::showConfirm),
                Route.post(Doors.CONFIRM, new Gate.Session(), this::confirm));
    }

    private Answer show(Visit visit) {
        String to = Doors.ours(visit.query(Doors.TO).orElse("/"));
        return switch (visit.caller()) {
            case Caller.Nobody _ -> Answer.goTo(Doors.SIGN_IN);
            case Caller.Present _ -> Answer.goTo(to);
            case Caller.Locked locked -> page(locked, to, Optional.empty(), visit);
        };
    }

    private Answer page(Caller.Locked locked, String to, Optional<Wrong> wrong, Visit visit) {
        var row = sessions.of(locked.formToken());
        boolean passphrase = row.map(r -> r.needsPassphrase(visit.now())).orElse(true);
        boolean choose = row.map(r -> !r.hasPin()).orElse(false);
        if (choose && !passphrase && wrong.isEmpty()) {
            return Answer.goTo(SignInPages.choose(to));
        }
        var view =
                new DoorView.Unlock(
                        locked.name(),
                        passphrase,
                        to,
                        press(),
                        buttons(locked),
                        wrong.stream().toList());
        var title = Sentence.of("accounts.unlock.title");
        return wrong.isPresent() ? Answer.again(PAGE, title, view) : Answer.page(PAGE, title, view);
    }

    private List<DoorView.Button> buttons(Caller.Locked locked) {
        var may = sessions.presentOf(locked.formToken()).map(Caller.Present::may);
        return actions.stream()
                .filter(action -> may.isPresent() && may.get().contains(action.may()))
                .map(action -> new DoorView.Button(action.name(), action.labelKey()))
                .toList();
    }

    private String press() {
        byte[] bytes = new byte[PRESS_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Answer unlock(Visit visit) {
        String to = Doors.ours(visit.form().text(Doors.TO).orElse("/"));
        return switch (visit.caller()) {
            case Caller.Nobody _ -> Answer.goTo(Doors.SIGN_IN);
            case Caller.Present present -> then(present, visit, to);
            case Caller.Locked locked ->
                    visit.form().has("passphrase")
                            ? byPassphrase(locked, visit, to)
                            : byPin(locked, visit, to);
        };
    }

    /// What the pressed button asks for; plain "Unlock" leads on to where the person wanted to go.
    private Answer then(Caller.Present present, Visit visit, String to) {
        return visit.form()
                .text("then")
                .flatMap(name -> actions.stream().filter(a -> a.name().equals(name)).findFirst())
                .filter(action -> present.may().contains(action.may()))
                .map(action -> action.act(present, visit))
                .orElseGet(() -> Answer.goTo(to));
    }

    private Answer byPin(Caller.Locked locked, Visit visit, String to) {
        try (var pin = visit.form().secret("pin")) {
            if (!Pin.isSixDigits(pin)) {
                var why = Sentence.of("accounts.pin.six-digits", "digits", Limits.PIN_DIGITS);
                return page(locked, to, Optional.of(new Wrong("pin", why)), visit);
            }
            return switch (sessions.tryPin(locked.formToken(), pin)) {
                case PinTry.Right right -> then(right.now(), visit, to);
                case PinTry.Wrong wrong -> {
                    var why = Sentence.of("accounts.unlock.wrong", "left", wrong.triesLeft());
                    yield page(locked, to, Optional.of(new Wrong("pin", why)), visit);
                }
                case PinTry.NeedsPassphrase _ -> {
                    var why = Sentence.of("accounts.unlock.used-up");
                    yield page(locked, to, Optional.of(new Wrong("passphrase", why)), visit);
                }
                case PinTry.NotHere _ -> Answer.goTo(Doors.with(Doors.UNLOCK, to));
            };
        }
    }

    private Answer byPassphrase(Caller.Locked locked, Visit visit, String to) {
        var refused = refused(locked, visit);
        if (refused.isPresent()) {
            var wrong = new Wrong("passphrase", refused.get());
            return page(locked, to, Optional.of(wrong), visit);
        }
        var renewed = sessions.renew(locked.formToken());
        var present = sessions.presentOf(locked.formToken());
        if (renewed.isEmpty() || present.isEmpty()) {
            return Answer.goTo(Doors.SIGN_IN);
        }
        String next = then(present.get(), visit, to) instanceof Answer.GoTo go ? go.path() : to;
        return new Answer.SignedIn(
                renewed.get().cookie(), renewed.get().lasting(), SignInPages.choose(next));
    }

    /// Tries the posted passphrase of whoever this session belongs to.
    private Optional<Sentence> refused(Caller caller, Visit visit) {
        try (var passphrase = visit.form().secret("passphrase")) {
            if (passphrase.length() == 0) {
                return Optional.of(Sentence.of("accounts.no-passphrase"));
            }
            var person =
                    switch (caller) {
                        case Caller.Nobody _ -> throw new IllegalStateException("no session");
                        case Caller.Locked locked -> locked.person();
                        case Caller.Present present -> present.person();
                    };
            return switch (signIn.again(person, passphrase, visit.source())) {
                case SignInTry.Right right -> {
                    right.unlocked().close();
                    yield Optional.empty();
                }
                case SignInTry.RightSoFar _ -> Optional.empty();
                case SignInTry.Wrong _ -> Optional.of(Sentence.of("accounts.confirm.wrong"));
                case SignInTry.TooSoon soon -> Optional.of(SignInPages.tooSoon(soon));
                case SignInTry.Busy _ -> Optional.of(Sentence.of("accounts.busy"));
            };
        }
    }

    private Answer showConfirm(Visit visit) {
        String to = Doors.ours(visit.query(Doors.TO).orElse("/"));
        return visit.caller() instanceof Caller.Present
                ? confirmPage(to, List.of())
                : Answer.goTo(Doors.with(Doors.UNLOCK, to));
    }

    private static Answer confirmPage(String to, List<Wrong> wrong) {
        var title = Sentence.of("accounts.confirm.title");
        var view = new DoorView.Confirm(to, wrong);
        return wrong.isEmpty()
                ? Answer.page(CONFIRM_PAGE, title, view)
                : Answer.again(CONFIRM_PAGE, title, view);
    }

    private Answer confirm(Visit visit) {
        String to = Doors.ours(visit.form().text(Doors.TO).orElse("/"));
        if (!(visit.caller() instanceof Caller.Present present)) {
            return Answer.goTo(Doors.with(Doors.UNLOCK, to));
        }
        var refused = refused(present, visit);
        if (refused.isPresent()) {
            return confirmPage(to, List.of(new Wrong("passphrase", refused.get())));
        }
        sessions.confirm(present.formToken());
        return Answer.goTo(to);
    }
}
