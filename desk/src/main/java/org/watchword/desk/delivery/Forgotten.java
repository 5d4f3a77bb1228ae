package org.watchword.desk.delivery;

import java.util.List;
import org.watchword.desk.forgetting.Bygone;
import org.watchword.desk.forgetting.Forgetful.Term;

/// What this room keeps for a while only: what was written, and who wrote from where. That
/// something was sent, when, and what became of it, stays.
public final class Forgotten {
    /// Texts of messages that are on no way any more. With them go the links, codes and names in
    /// them. A message that still waits keeps what it needs.
    private static final Bygone MESSAGES =
            new Bygone(
                    "messages",
                    Term.TEXTS,
                    """
                    SELECT min(created_at) FROM message WHERE forgotten_at IS NULL
                        AND state IN ('sent', 'delivered', 'failed', 'withdrawn')\
                    """,
                    List.of(
                            """
                            UPDATE message SET subject = x'', text = x'', outside = NULL,
                                outside_hash = NULL, forgotten_at = :before
                            WHERE id IN (SELECT id FROM message
                                WHERE created_at < :before AND forgotten_at IS NULL
                                    AND state IN ('sent', 'delivered', 'failed', 'withdrawn')
                                LIMIT :most)\
                            """));

    /// What came in, whether somebody understood it or not.
    private static final Bygone INBOUND =
            new Bygone(
                    "inbound",
                    Term.TEXTS,
                    "SELECT min(received_at) FROM inbound WHERE state <> 'stored'",
                    List.of(
                            """
                            DELETE FROM inbound WHERE id IN (SELECT id FROM inbound
                                WHERE received_at < :before AND state <> 'stored' LIMIT :most)\
                            """));

    /// Where members were reached who left the team. Whoever comes back names them anew.
    private static final Bygone ADDRESSES =
            new Bygone(
                    "left-team",
                    Term.TEXTS,
                    """
                    SELECT min(person.left_at) FROM address
                        JOIN person ON person.id = address.person WHERE person.active = 0\
                    """,
                    List.of(
                            """
                            DELETE FROM address WHERE id IN (SELECT address.id FROM address
                                JOIN person ON person.id = address.person
                                WHERE person.active = 0 AND person.left_at < :before LIMIT :most)\
                            """));

    public static List<Bygone> all() {
        return List.of(MESSAGES, INBOUND, ADDRESSES);
    }

    private Forgotten() {}
}
