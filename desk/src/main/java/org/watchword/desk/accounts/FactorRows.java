package org.watchword.desk.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;

/// What is remembered of codes of a second factor: which step was used last, so that none is good
/// twice, and how many wrong ones came since, each with the right passphrase. After some of those
/// every next code waits, wherever it comes from: who has the passphrase is kept from trying them
/// all. The person waits as well, and only for case files.
final class FactorRows {
    /// Takes a code that was typed with the right passphrase.
    ///
    /// @param step whose code it is, if it is one
    /// @return whether it is good; whatever it was is counted in this turn
    static boolean take(Handle handle, PersonId person, OptionalLong step, Instant now) {
        if (mustWait(handle, person, now)) {
            return false;
        }
        boolean isGood = step.isPresent() && step.getAsLong() > lastStep(handle, person);
        if (isGood) {
            used(handle, person, step.getAsLong());
        } else {
            wrong(handle, person, now);
        }
        return isGood;
    }

    private static boolean mustWait(Handle handle, PersonId person, Instant now) {
        return handle.createQuery(
                        "SELECT wrong_at FROM second_factor"
                                + " WHERE person = :person AND wrong >= :tries")
                .bind("person", person.value())
                .bind("tries", CaseLimits.FACTOR_TRIES)
                .map((rs, context) -> Instant.ofEpochMilli(rs.getLong(1)))
                .findOne()
                .map(last -> Duration.between(last, now).abs())
                .filter(passed -> passed.compareTo(CaseLimits.FACTOR_REST) < 0)
                .isPresent();
    }

    private static long lastStep(Handle handle, PersonId person) {
        return handle.createQuery("SELECT last_step FROM second_factor WHERE person = :person")
                .bind("person", person.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /// This step was used, and the wrong ones before it are forgotten.
    static void used(Handle handle, PersonId person, long step) {
        handle.createUpdate(
                        """
                        INSERT INTO second_factor (person, last_step, wrong, wrong_at)
                        VALUES (:person, :step, 0, 0)
                        ON CONFLICT (person) DO UPDATE SET last_step = :step, wrong = 0
                        """)
                .bind("person", person.value())
                .bind("step", step)
                .execute();
    }

    private static void wrong(Handle handle, PersonId person, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO second_factor (person, last_step, wrong, wrong_at)
                        VALUES (:person, 0, 1, :now)
                        ON CONFLICT (person) DO UPDATE SET wrong = wrong + 1, wrong_at = :now
                        """)
                .bind("person", person.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void forget(Handle handle, PersonId person) {
        handle.createUpdate("DELETE FROM second_factor WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }

    private FactorRows() {}
}
