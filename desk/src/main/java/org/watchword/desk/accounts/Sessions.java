package org.watchword.desk.accounts;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.accounts.SessionRows.Row;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.Unlocked;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.Callers;
import org.watchword.desk.web.CaseFiles;

/// The shift sessions: durable rows without keys. Whoever steals the rows can sign in nowhere; a
/// restart ends none of them. A case session ({@link CaseSessions}) stands beside one of them, and
/// ends whenever that one ends, locks or gets another cookie.
///
/// They are written in the first lane: on a full disk an officer must still get in to answer.
final class Sessions implements Callers {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /// A sign of life is written down at most so often.
    private static final Duration SEEN_AGAIN = Duration.ofSeconds(20);

    private static final String COOKIE = "[A-Za-z0-9_-]{43}";

    private final Store store;
    private final People people;
    private final KeyedHash hash;
    private final DeskClock clock;
    private final SecureRandom random;
    private final CaseSessions cases;
    private final Jobs jobs;
    private volatile Belonging belonging = Belonging.NOT_KNOWN;

    Sessions(Accounts.Ground ground, People people, CaseSessions cases, Jobs jobs) {
        this.store = ground.store();
        this.people = people;
        this.hash = ground.vault().keyedHash();
        this.clock = ground.clock();
        this.random = ground.random();
        this.cases = cases;
        this.jobs = jobs;
    }

    void ask(Belonging other) {
        belonging = other;
    }

    /// Somebody, while he is let in.
    private Optional<Person> whoComesIn(Handle handle, PersonId id) {
        return people.find(handle, id)
                .filter(Person::active)
                .filter(person -> !belonging.shutOut(handle).test(person.id()));
    }

    /// Whatever follows from open case files, it keeps nobody from the desk: people must be rung
    /// and answered whatever lies in the rows of cases.
    private void tell(PersonId person, Unlocked unlocked) {
        try (var keys = unlocked.keys()) {
            belonging.opened(person, keys);
        } catch (RuntimeException e) {
            LOG.error("what follows from open case files was not done: {}", e.getClass().getName());
        }
    }

    @Override
    public Caller behind(Optional<String> cookie, Language asked, boolean deliberate) {
        Instant now = clock.instant();
        var brought = cookie.filter(c -> c.matches(COOKIE));
        if (brought.isEmpty()) {
            return new Caller.Nobody(asked);
        }
        return store.read(handle -> caller(handle, brought.get(), now, deliberate))
                .orElseGet(() -> new Caller.Nobody(asked));
    }

    private Optional<Caller> caller(Handle handle, String cookie, Instant now, boolean deliberate) {
        byte[] hashed = SessionSecrets.cookieHash(hash, cookie);
        var found = SessionRows.byCookie(handle, hashed).filter(f -> !f.row().isOver(now));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var row = found.get().row();
        String token = SessionSecrets.token(hash, found.get().tokenSeed());
        var person = whoComesIn(handle, row.person());
        if (person.isPresent() && !row.isLocked(now) && deliberate) {
            noteLife(row, now);
        }
        if (row.hasPin() && row.isLocked(now)) {
            cases.end(row.id());
        }
        return person.map(p ->
                row.isLocked(now)
                        ? new Caller.Locked(p.id(), p.name(), p.language(), token)
                        : present(handle, p, token, row.isFresh(now))
                                .with(cases.files(row.id(), cookie, deliberate)));
    }

    /// Somebody whose case files are shut.
    private Caller.Present present(Handle handle, Person person, String token, boolean fresh) {
        return new Caller.Present(
                person.id(),
                person.name(),
                person.language(),
                token,
                people.capabilities(handle, person.id()),
                fresh,
                new CaseFiles.Shut());
    }

    private void noteLife(Row row, Instant now) {
        if (Duration.between(row.deliberate(), now).abs().compareTo(SEEN_AGAIN) >= 0) {
            var _ =
                    store.writer()
                            .submit(
                                    Lane.ORDINARY,
                                    turn -> {
                                        SessionRows.seen(turn.handle(), row.id(), now);
                                        return true;
                                    });
        }
    }

    /// Starts a session for somebody whose passphrase was right, and ends the one that this device
    /// had before.
    ///
    /// @return its cookie
    String start(PersonId person, Optional<String> oldToken) {
        return started(person, oldToken).cookie();
    }

    /// The same, with the case files open.
    String start(PersonId person, Optional<String> oldToken, Unlocked unlocked) {
        var started = started(person, oldToken);
        cases.open(started.session(), person, started.cookie(), unlocked);
        tell(person, unlocked);
        return started.cookie();
    }

    private record Started(long session, String cookie) {}

    private Started started(PersonId person, Optional<String> oldToken) {
        var secrets = SessionSecrets.fresh(hash, random);
        Instant now = clock.instant();
        return write(turn -> {
            var handle = turn.handle();
            SessionRows.forgetOver(handle, now);
            oldToken.ifPresent(old -> SessionRows.endByToken(handle, tokenHash(old)));
            makeRoom(handle, person);
            long id = RowNumbers.next(turn, "session");
            Instant ends = now.plus(Limits.SESSION);
            var row = new Row(id, person, now, ends, now, now, false, false, 0);
            SessionRows.insert(handle, row, secrets);
            return new Started(id, secrets.cookie());
        });
    }

    private static void makeRoom(Handle handle, PersonId person) {
        var rows = SessionRows.of(handle, person);
        int tooMany = rows.size() - Limits.SESSIONS_PER_PERSON + 1;
        rows.stream()
                .limit(Math.max(0, tooMany))
                .forEach(row -> SessionRows.end(handle, person, row.id()));
    }

    /// The session of these forms; empty when it has ended.
    Optional<Row> of(String formToken) {
        return store.read(handle -> SessionRows.byToken(handle, tokenHash(formToken)))
                .filter(row -> !row.isOver(clock.instant()));
    }

    /// Chooses the PIN, right after the passphrase was given.
    ///
    /// @return false when the passphrase has to be given first
    boolean choosePin(String formToken, Secret pin) {
        Instant now = clock.instant();
        return write(turn -> {
            var row = live(turn.handle(), formToken, now);
            if (row.isEmpty() || row.get().hasPin() || !row.get().isFresh(now)) {
                return false;
            }
            long id = row.get().id();
            byte[] pinHash = SessionSecrets.pinHash(hash, id, pin.bytes());
            SessionRows.setPin(turn.handle(), id, pinHash, now);
            return true;
        });
    }

    /// Tries a PIN. The tries are counted in the row, so that a restart gives no new ones.
    PinTry tryPin(String formToken, Secret pin) {
        Instant now = clock.instant();
        return write(turn -> {
            var row = live(turn.handle(), formToken, now).filter(Row::hasPin);
            if (row.isEmpty()) {
                return new PinTry.NotHere();
            }
            return row.get().needsPassphrase(now)
                    ? new PinTry.NeedsPassphrase()
                    : tried(turn, row.get(), formToken, pin);
        });
    }

    private PinTry tried(Turn turn, Row row, String formToken, Secret pin) {
        byte[] given = SessionSecrets.pinHash(hash, row.id(), pin.bytes());
        if (!MessageDigest.isEqual(given, SessionRows.pinHash(turn.handle(), row.id()))) {
            SessionRows.wrongPin(turn.handle(), row.id());
            int left = Limits.PIN_TRIES - row.pinTries() - 1;
            return left > 0 ? new PinTry.Wrong(left) : new PinTry.NeedsPassphrase();
        }
        Instant now = clock.instant();
        SessionRows.unlock(turn.handle(), row.id(), now);
        var person = whoComesIn(turn.handle(), row.person());
        return person.<PinTry>map(p ->
                        new PinTry.Right(present(turn.handle(), p, formToken, row.isFresh(now))))
                .orElseGet(PinTry.NotHere::new);
    }

    /// The passphrase was given once more.
    void confirm(String formToken) {
        Instant now = clock.instant();
        write(turn -> {
            live(turn.handle(), formToken, now)
                    .ifPresent(r -> SessionRows.confirmed(turn.handle(), r.id(), now));
            return true;
        });
    }

    /// The passphrase was given in place of the PIN.
    ///
    /// @return the new cookie, and for how long the session still lasts; empty when it has ended
    Optional<Renewed> renew(String formToken) {
        var secrets = SessionSecrets.fresh(hash, random);
        Instant now = clock.instant();
        return write(turn -> {
            var row = live(turn.handle(), formToken, now);
            row.ifPresent(r -> {
                SessionRows.renew(turn.handle(), r.id(), secrets.cookieHash(), now);
                cases.end(r.id());
            });
            return row.map(r -> new Renewed(secrets.cookie(), Duration.between(now, r.ends())));
        });
    }

    /// Everything that the slots ask for was given: opens the case files of this session. The
    /// cookie changes, as whenever somebody proves once more who he is.
    ///
    /// @return the new cookie, and for how long the session still lasts; empty when it has ended
    Optional<Renewed> openFiles(String formToken, Unlocked unlocked) {
        var secrets = SessionSecrets.fresh(hash, random);
        Instant now = clock.instant();
        Optional<Row> row =
                write(turn -> {
                    var found = live(turn.handle(), formToken, now);
                    found.ifPresent(r -> {
                        SessionRows.recookie(turn.handle(), r.id(), secrets.cookieHash());
                        SessionRows.confirmed(turn.handle(), r.id(), now);
                    });
                    return found;
                });
        row.ifPresent(r -> {
            cases.open(r.id(), r.person(), secrets.cookie(), unlocked);
            tell(r.person(), unlocked);
        });
        return row.map(r -> new Renewed(secrets.cookie(), Duration.between(now, r.ends())));
    }

    /// Shuts the case files of one of a person's sessions.
    void shutFiles(PersonId person, long session) {
        if (listOf(person).stream().anyMatch(row -> row.id() == session)) {
            cases.end(session);
        }
    }

    /// Shuts somebody's case files everywhere, and then ends his jobs: one that is being begun
    /// finds the files shut.
    void shutFiles(PersonId person) {
        cases.endAllOf(person);
        jobs.endAllOf(person);
    }

    /// Until when the case files of a session stay open; empty when they are shut.
    Optional<Instant> filesOpenUntil(long session) {
        return cases.until(session);
    }

    /// Whether the account behind these forms has a second factor, while its case files are open.
    boolean hasSecondFactor(String formToken) {
        return of(formToken).filter(row -> cases.hasSecondFactor(row.id())).isPresent();
    }

    record Renewed(String cookie, Duration lasting) {}

    /// Whoever just gave the passphrase, as if the session were open already.
    Optional<Caller.Present> presentOf(String formToken) {
        Instant now = clock.instant();
        return store.read(handle ->
                live(handle, formToken, now)
                        .flatMap(row -> whoComesIn(handle, row.person()))
                        .map(person -> present(handle, person, formToken, true)));
    }

    /// The sessions of a person that have not ended, earliest first.
    List<Row> listOf(PersonId person) {
        Instant now = clock.instant();
        return store.read(handle -> SessionRows.of(handle, person)).stream()
                .filter(row -> !row.isOver(now))
                .toList();
    }

    void lockAll(PersonId person) {
        write(turn -> {
            SessionRows.lockAllOf(turn.handle(), person);
            return true;
        });
        shutFiles(person);
    }

    /// Ends all of them in this turn, and shuts what was open in them once that is kept.
    void endAll(Turn turn, PersonId person) {
        SessionRows.endAllOf(turn.handle(), person);
        turn.afterCommit(() -> shutFiles(person));
    }

    boolean end(PersonId person, long session) {
        boolean ended = write(turn -> SessionRows.end(turn.handle(), person, session) > 0);
        if (ended) {
            cases.end(session);
        }
        return ended;
    }

    void end(String formToken) {
        of(formToken).ifPresent(row -> cases.end(row.id()));
        write(turn -> {
            SessionRows.endByToken(turn.handle(), tokenHash(formToken));
            return true;
        });
    }

    private Optional<Row> live(Handle handle, String formToken, Instant now) {
        return SessionRows.byToken(handle, tokenHash(formToken)).filter(row -> !row.isOver(now));
    }

    private byte[] tokenHash(String formToken) {
        return SessionSecrets.tokenHash(hash, formToken);
    }

    private <T> T write(Function<Turn, T> work) {
        return store.writer().write(Lane.FIRST, work::apply);
    }
}
