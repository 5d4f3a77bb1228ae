package org.watchword.desk.accounts;

import java.util.List;
import org.watchword.desk.forgetting.Bygone;
import org.watchword.desk.forgetting.Forgetful.Term;

/// What this room keeps for a while only: for whom a single-use code was made. That there was one,
/// who made it and who came by it, stays.
public final class CodesForgotten {
    /// One that ran out ends for good with it, whatever the clock says later.
    private static final Bygone LABELS =
            new Bygone(
                    "codes",
                    Term.TEXTS,
                    """
                    SELECT min(coalesce(used_at, revoked_at, ends_at)) FROM invitation
                        WHERE length(label) > 0\
                    """,
                    List.of(
                            """
                            UPDATE invitation SET label = x'', revoked_at =
                                    iif(used_at IS NULL, coalesce(revoked_at, ends_at), NULL)
                                WHERE id IN (SELECT id FROM invitation WHERE length(label) > 0
                                    AND coalesce(used_at, revoked_at, ends_at) < :before
                                    LIMIT :most)\
                            """));

    public static List<Bygone> all() {
        return List.of(LABELS);
    }

    private CodesForgotten() {}
}
