package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.watchword.desk.basis.HandPace;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.store.FileReserve;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;

/// A real store in a directory, with a team that may be founded in it. A second one over the same
/// directory is the desk started again.
public final class TeamOnDisk implements AutoCloseable {
    public static final Language EN = new Language("en");
    public static final RoleId DUTY = new RoleId("duty");
    public static final String PASSPHRASE = "seven lamps beside a river";

    public final Store store;
    public final Vault vault;
    public final Accounts accounts;
    public final HandClock clock;

    /// What does the jobs.
    public final HandPace pace = new HandPace();

    public TeamOnDisk(Path directory, Instant now) {
        var random = new SecureRandom();
        clock = new HandClock(now);
        store =
                Store.open(
                        new SqliteEngine(directory.resolve("desk.db")),
                        new FileReserve(directory.resolve("reserve"), 4_096));
        vault = new Vault(WatchKey.readOrMake(directory.resolve("watch.key"), random), random);
        accounts =
                new Accounts(
                        new Accounts.Ground(store, vault, clock, random, pace),
                        new People(vault.fieldSeal()),
                        person -> false);
    }

    /// Adds a role that allows these.
    public RoleId role(String id, String... may) {
        var role = new Role(new RoleId(id), "The " + id, Set.of(may));
        assertInstanceOf(Changed.Done.class, accounts.founding().addRole(role));
        return role.id();
    }

    /// Adds somebody who may sign in with {@link #PASSPHRASE}; takes a run of Argon2id.
    public PersonId join(String name, RoleId... roles) {
        try (var passphrase = secret(PASSPHRASE)) {
            var added =
                    accounts.founding()
                            .addPerson(new NewPerson(name, EN, Set.of(roles), passphrase));
            return assertInstanceOf(Added.Done.class, added).id();
        }
    }

    /// Adds somebody who never signs in, at once.
    public PersonId stub(long id, String name, RoleId... roles) {
        var person = new Person(new PersonId(id), name, EN, Set.of(roles), true);
        var rows = new PeopleRows(vault.fieldSeal());
        byte[] hash = new NameHash(vault.keyedHash()).of(name);
        return store.writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            rows.insertPerson(turn.handle(), person, hash, new byte[0]);
                            return person.id();
                        });
    }

    /// From now on this person is written to in that language.
    public void speaks(PersonId person, Language language) {
        int _ =
                PastTheDesk.execute(
                        store,
                        "UPDATE person SET language = ? WHERE id = ?",
                        language.tag(),
                        person.value());
    }

    public static Secret secret(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        accounts.close();
        store.close();
    }
}
