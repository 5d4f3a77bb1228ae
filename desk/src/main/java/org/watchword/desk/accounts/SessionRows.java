package org.watchword.desk.accounts;

import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;

/// Reads and writes the rows of the sessions.
final class SessionRows {
    static int endAllOf(Handle handle, PersonId person) {
        return handle.createUpdate("DELETE FROM session WHERE person = :person")
                .bind("person", person.value())
                .execute();
    }

    private SessionRows() {}
}
