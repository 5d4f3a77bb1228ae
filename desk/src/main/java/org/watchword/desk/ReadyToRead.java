package org.watchword.desk;

import java.security.SecureRandom;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Belonging;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.ledger.Rehearsal;
import org.watchword.formats.slot.AccountKeys;

/// Once somebody opens case files, the desk rehearses beside it what reads one: it is ready when
/// the first case is opened, and a start, with the alarms that are due then, pays nothing for it.
record ReadyToRead(Belonging room, DeskClock clock, SecureRandom random) implements Belonging {
    @Override
    public Predicate<PersonId> shutOut(Handle rows) {
        return room.shutOut(rows);
    }

    @Override
    public boolean isKnown(Handle rows) {
        return room.isKnown(rows);
    }

    @Override
    public void opened(PersonId person, AccountKeys keys) {
        // A thread of the system: seconds of work on a virtual one would hold up all the others.
        // Where somebody holds the clock in hand, a desk is played and not used.
        if (clock instanceof RealClock) {
            Thread.ofPlatform().daemon().name("rehearsal").start(this::rehearse);
        }
        room.opened(person, keys);
    }

    private void rehearse() {
        GivingWay.here();
        Rehearsal.once(clock, random);
    }
}
