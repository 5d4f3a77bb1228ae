package org.watchword.desk.accounts;

import java.security.SecureRandom;
import java.util.function.Predicate;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Store;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.web.Callers;

/// The room's front: who belongs to the team, who is signed in, and the pages for both.
public final class Accounts {
    private final People people;
    private final Founding founding;
    private final Sessions sessions;
    private final SignIn signIn;

    /// @param onDuty whose tries of a passphrase go first
    public Accounts(
            Store store,
            Vault vault,
            DeskClock clock,
            SecureRandom random,
            Predicate<PersonId> onDuty) {
        this.people = new People(vault.fieldSeal());
        this.founding = new Founding(store, vault);
        this.sessions = new Sessions(store, people, vault.keyedHash(), clock, random);
        this.signIn = new SignIn(store, vault, clock, onDuty);
    }

    public People people() {
        return people;
    }

    public Founding founding() {
        return founding;
    }

    /// Who is behind a cookie.
    public Callers callers() {
        return sessions;
    }

    Sessions sessions() {
        return sessions;
    }

    SignIn signIn() {
        return signIn;
    }
}
