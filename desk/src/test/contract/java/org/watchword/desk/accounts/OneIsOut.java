package org.watchword.desk.accounts;

import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.formats.slot.AccountKeys;

/// A room that shuts out one person and knows nothing else.
public record OneIsOut(PersonId who) implements Belonging {
    @Override
    public Predicate<PersonId> shutOut(Handle rows) {
        return who::equals;
    }

    @Override
    public boolean isKnown(Handle rows) {
        return true;
    }

    @Override
    public void opened(PersonId person, AccountKeys keys) {
        // nobody opens any
    }
}
