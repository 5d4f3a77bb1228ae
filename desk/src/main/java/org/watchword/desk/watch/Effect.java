package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.basis.PersonId;

/// What the engine asks for. Whoever runs it does all of it in the turn that keeps the alarm, in
/// this order.
sealed interface Effect {
    /// Rings a person over one address.
    ///
    /// @param again this person was rung for this alarm before
    record Ring(PersonId person, Situation.Way way, Standing.Rung ring, Tune tune, boolean again)
            implements Effect {}

    /// Tells a person who was rung that it is over; nobody need answer.
    record Tell(PersonId person, Situation.Way way, long generation) implements Effect {}

    /// Takes back what is not sent yet to that person.
    record Withdraw(PersonId person) implements Effect {}

    /// Sets the alarm's one timer; the one before it is void.
    ///
    /// @param lasts from now to `at`, never below zero, for measuring on the clock that only runs
    ///   forward
    record Arm(Alarm.TimerKind kind, long generation, Instant at, Duration lasts)
            implements Effect {}

    /// Writes a line into the alarm's log.
    record Log(Entry entry) implements Effect {}

    /// Why a person is rung.
    enum Tune {
        ALARM,
        PASSED_ON,
        /// Something came that whoever is on it must know at once.
        WORD,
        /// As case lead, whoever else is on it.
        LEAD
    }
}
