package org.watchword.desk.watch;

import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.rota.Relied;

/// Tells the rota on whom the ladders rely.
public final class OnLadders implements Relied {
    @Override
    public Set<RoleId> roles(Handle handle) {
        return handle.createQuery(
                        "SELECT DISTINCT role_id FROM step_target WHERE role_id IS NOT NULL")
                .map((row, context) -> new RoleId(row.getString(1)))
                .set();
    }

    @Override
    public Set<PersonId> people(Handle handle) {
        return handle.createQuery(
                        "SELECT DISTINCT person_id FROM step_target WHERE person_id IS NOT NULL")
                .map((row, context) -> new PersonId(row.getLong(1)))
                .set();
    }
}
