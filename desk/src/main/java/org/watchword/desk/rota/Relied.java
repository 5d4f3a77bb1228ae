package org.watchword.desk.rota;

import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// On whom the ladders rely: a gap in one of these roles matters. The watch answers; the rota knows
/// no ladder.
public interface Relied {
    Set<RoleId> roles(Handle handle);

    Set<PersonId> people(Handle handle);
}
