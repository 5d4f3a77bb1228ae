package org.watchword.desk.rota;

import java.time.Instant;
import java.util.List;
import org.watchword.desk.basis.PersonId;

/// The next change of who is on duty: when, and who from then on; nobody when a gap begins.
public record Next(Instant from, List<PersonId> people) {
    public Next {
        people = List.copyOf(people);
    }
}
