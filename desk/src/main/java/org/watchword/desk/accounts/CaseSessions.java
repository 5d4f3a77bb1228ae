package org.watchword.desk.accounts;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.vault.SealedKeys;
import org.watchword.desk.vault.Unlocked;
import org.watchword.desk.web.CaseFiles;

/// The case sessions: beside a shift session, the keys of its person, sealed under the cookie of
/// its browser. They are nowhere but in memory, so that a restart ends all of them, and without the
/// cookie nothing opens them.
///
/// One ends when its keys were not used for a while, at the latest after eight hours, and with its
/// shift session or when that locks. A use is an opening of the keys by somebody's own request.
final class CaseSessions {
    private final Map<Long, CaseSession> sessions = new ConcurrentHashMap<>();
    private final DeskClock clock;
    private final SecureRandom random;

    CaseSessions(DeskClock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /// What is kept of one, beside the row of its shift session.
    private static final class CaseSession {
        private final PersonId person;
        private final SealedKeys keys;
        private final boolean hasSecondFactor;
        private final Moment opened;
        private final AtomicReference<Moment> used;

        CaseSession(PersonId person, SealedKeys keys, boolean hasSecondFactor, Moment opened) {
            this.person = person;
            this.keys = keys;
            this.hasSecondFactor = hasSecondFactor;
            this.opened = opened;
            this.used = new AtomicReference<>(opened);
        }

        boolean isOver(Moment now) {
            return !opened.isWithin(CaseLimits.FILES_OPEN, now)
                    || !used.get().isWithin(CaseLimits.FILES_UNUSED, now);
        }

        Instant until() {
            Instant unused = used.get().wall().plus(CaseLimits.FILES_UNUSED);
            Instant last = opened.wall().plus(CaseLimits.FILES_OPEN);
            return unused.isBefore(last) ? unused : last;
        }
    }

    /// Opens one beside a shift session, in the place of one that was there.
    ///
    /// @param cookie of the shift session
    void open(long session, PersonId person, String cookie, Unlocked unlocked) {
        forgetOver();
        boolean hasFactor = unlocked.hasSecondFactor();
        try (var secret = secret(cookie)) {
            var keys = SealedKeys.of(unlocked, secret, person.value(), random);
            sessions.put(session, new CaseSession(person, keys, hasFactor, Moment.now(clock)));
        }
    }

    /// What a request of this session may open.
    ///
    /// @param deliberate whether somebody asked for it, not a page that renews itself
    CaseFiles files(long session, String cookie, boolean deliberate) {
        return live(session)
                .<CaseFiles>map(one ->
                        new CaseFiles.Open(() -> {
                            if (deliberate) {
                                one.used.set(Moment.now(clock));
                            }
                            try (var secret = secret(cookie)) {
                                return one.keys.open(secret);
                            }
                        }))
                .orElseGet(CaseFiles.Shut::new);
    }

    private static Secret secret(String cookie) {
        return new Secret(Base64.getUrlDecoder().decode(cookie));
    }

    private Optional<CaseSession> live(long session) {
        return Optional.ofNullable(sessions.get(session))
                .filter(one -> !one.isOver(Moment.now(clock)));
    }

    /// Until when the case files of this session stay open, as things are; empty when they are
    /// shut.
    Optional<Instant> until(long session) {
        return live(session).map(CaseSession::until);
    }

    /// Whether the slots held a second factor when this session was opened.
    boolean hasSecondFactor(long session) {
        return live(session).filter(one -> one.hasSecondFactor).isPresent();
    }

    /// Whether somebody has case files open on any device.
    boolean isOpenFor(PersonId person) {
        var now = Moment.now(clock);
        return sessions.values().stream()
                .anyMatch(one -> one.person.equals(person) && !one.isOver(now));
    }

    void end(long session) {
        sessions.remove(session);
    }

    void endAllOf(PersonId person) {
        sessions.values().removeIf(one -> one.person.equals(person));
    }

    private void forgetOver() {
        var now = Moment.now(clock);
        sessions.values().removeIf(one -> one.isOver(now));
    }
}
