package org.watchword.desk.watch.word;

import java.util.List;
import org.watchword.desk.forgetting.Bygone;
import org.watchword.desk.forgetting.Forgetful.Term;

/// What this room keeps for a while only, besides check-ins and numbers: wrong words for a day, and
/// what is known of people until nothing of them is needed any more.
final class WordsForgotten {
    private static final Bygone WRONG_WORDS =
            new Bygone(
                    "wrong-words",
                    Term.DAY,
                    "SELECT min(came_at) FROM wrong_word",
                    List.of(
                            """
                            DELETE FROM wrong_word WHERE id IN
                                (SELECT id FROM wrong_word WHERE came_at < :before LIMIT :most)\
                            """));

    /// What was set after the end is for another watch, and stays.
    private static final Bygone QUESTIONS =
            new Bygone(
                    "questions",
                    Term.NO_LONGER,
                    """
                    SELECT min(past.since) FROM proof_question AS question
                        JOIN former_codename AS past ON past.codename_id = question.codename_id
                        WHERE question.set_at <= past.since\
                    """,
                    List.of(
                            """
                            DELETE FROM proof_question WHERE id IN (SELECT question.id
                                FROM proof_question AS question JOIN former_codename AS past
                                    ON past.codename_id = question.codename_id
                                WHERE question.set_at <= past.since AND past.since < :before
                                LIMIT :most)\
                            """));

    private static final Bygone PLAN_CARDS =
            new Bygone(
                    "plan-cards",
                    Term.NO_LONGER,
                    """
                    SELECT min(past.since) FROM codename
                        JOIN former_codename AS past ON past.codename_id = codename.id
                        WHERE codename.retired_at IS NOT NULL AND codename.plan IS NOT NULL\
                    """,
                    List.of(
                            """
                            UPDATE codename SET plan = NULL WHERE id IN (SELECT codename.id
                                FROM codename
                                JOIN former_codename AS past ON past.codename_id = codename.id
                                WHERE codename.retired_at IS NOT NULL
                                    AND codename.plan IS NOT NULL AND past.since < :before
                                LIMIT :most)\
                            """));

    static List<Bygone> all() {
        return List.of(WRONG_WORDS, QUESTIONS, PLAN_CARDS);
    }

    private WordsForgotten() {}
}
