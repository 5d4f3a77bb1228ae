package org.watchword.desk.accounts;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Ticks;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.web.Callers;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;

/// The room's front: who belongs to the team, who is signed in, and the pages for both.
public final class Accounts implements AutoCloseable {
    private final Ground ground;
    private final People people;
    private final Jobs jobs;
    private final Founding founding;
    private final Invitations invitations;
    private final WrongCodes wrong;
    private final JoinPages.Ground joining;
    private final Sessions sessions;
    private final ShutOutByRow shutOutByRow;
    private final SignIn signIn;
    private final OwnAccount own;

    /// @param people asks, from now on, whom these accounts ask
    /// @param onDuty whose tries of a passphrase go first
    public Accounts(Ground ground, People people, Predicate<PersonId> onDuty) {
        Store store = ground.store();
        Vault vault = ground.vault();
        DeskClock clock = ground.clock();
        SecureRandom random = ground.random();
        this.ground = ground;
        this.people = people;
        var cases = new CaseSessions(clock, random);
        this.jobs = new Jobs(clock, ground.pace(), cases::isOpenFor);
        this.sessions = new Sessions(ground, people, cases, jobs);
        this.shutOutByRow = new ShutOutByRow(sessions);
        this.founding = new Founding(ground, people, sessions);
        this.invitations = new Invitations(ground, people, founding);
        this.wrong = new WrongCodes(store, vault.keyedHash(), clock);
        this.joining = new JoinPages.Ground(store, people, wrong, random);
        this.signIn = new SignIn(store, vault, clock, onDuty);
        this.own = new OwnAccount(ground, signIn, founding, sessions);
    }

    /// What the room stands on.
    ///
    /// @param pace what does the jobs
    public record Ground(
            Store store, Vault vault, DeskClock clock, SecureRandom random, Pace pace) {}

    public People people() {
        return people;
    }

    public Founding founding() {
        return founding;
    }

    /// Asks that room from now on who belongs.
    public void ask(Belonging belonging) {
        Belonging whole = shutOutByRow.beside(belonging);
        people.ask(whole);
        sessions.ask(whole);
        signIn.ask(whole);
    }

    /// Shuts out whom that room cannot.
    public ShutOutByRow shutOutByRow() {
        return shutOutByRow;
    }

    /// Ends every session of somebody, with the case files that are open in it, and his jobs.
    public void signOut(Turn turn, PersonId person) {
        sessions.endAll(turn, person);
    }

    /// Whoever of the team has that name, as somebody types it; empty when nobody has.
    public Optional<PersonId> named(String name) {
        return signIn.named(name);
    }

    /// Wrong single-use codes, whatever they were meant for.
    public WrongCodes wrongCodes() {
        return wrong;
    }

    /// Work that outlives its request.
    public Jobs jobs() {
        return jobs;
    }

    /// Ends every session with its PIN and every single-use code, as after a restore: whoever held
    /// one of before may be anybody.
    public void startAfresh(Turn turn) {
        SessionRows.endAll(turn.handle());
        invitations.endAll(turn);
    }

    public Invitations invitations() {
        return invitations;
    }

    /// Who is behind a cookie.
    public Callers callers() {
        return sessions;
    }

    /// The pages of this room.
    ///
    /// @param languages those the desk speaks
    /// @param afterUnlock what the unlock page offers in one press, beside unlocking
    public List<Route> routes(
            List<Language> languages, List<AfterUnlock> afterUnlock, Changes changes) {
        Store store = ground.store();
        SecureRandom random = ground.random();
        var staff = new StaffChanges(store, people, founding, sessions, changes);
        return Stream.of(
                        new SignInPages(signIn, sessions).routes(),
                        new UnlockPages(signIn, sessions, random, afterUnlock).routes(),
                        new FilesPages(signIn, sessions).routes(),
                        new SessionPages(sessions, jobs).routes(),
                        new JobPages(store, people, jobs).routes(),
                        new FactorPages(own, sessions, random).routes(),
                        new PassphrasePages(own, sessions, random).routes(),
                        new PeoplePages(store, people, invitations, languages, staff).routes(),
                        new InvitePages(store, people, invitations, languages).routes(),
                        new JoinPages(invitations, sessions, joining, languages).routes(),
                        new RolePages(store, people, founding, staff).routes())
                .flatMap(List::stream)
                .toList();
    }

    /// The page "Before the first night".
    ///
    /// @param ticks whoever has a line for it
    public List<Route> firstNight(List<Ticks> ticks) {
        return new FirstNightPages(ground.store(), ticks).routes();
    }

    /// Fills `board.beside` until every line of that page holds.
    public List<Places.Filler> fillers(List<Ticks> ticks) {
        return List.of(new FirstNightPages(ground.store(), ticks));
    }

    /// What this room puts into the menu.
    public static List<Frame.MenuItem> menu() {
        return List.of(
                new Frame.MenuItem("accounts.menu.people", PeoplePages.PATH, Capability.PEOPLE),
                new Frame.MenuItem("accounts.menu.sessions", SessionPages.PATH, ""));
    }

    /// Ends every job, and zeroes its keys.
    @Override
    public void close() {
        jobs.close();
    }

    Sessions sessions() {
        return sessions;
    }

    OwnAccount own() {
        return own;
    }

    SignIn signIn() {
        return signIn;
    }
}
