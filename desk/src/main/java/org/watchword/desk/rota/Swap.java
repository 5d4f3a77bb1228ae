package org.watchword.desk.rota;

import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// One asks another to take a shift, and may take one of the other's in return.
///
/// @param gives the asker's time that the other would take
/// @param takes the other's time that the asker would take
record Swap(
        long id, RoleId role, PersonId asker, PersonId other, Span gives, Optional<Span> takes) {}
