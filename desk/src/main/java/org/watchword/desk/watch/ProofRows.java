package org.watchword.desk.watch;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// The rows of `proof_question` and `proof_asked`. An answer is kept as a keyed hash only: nobody
/// reads it at the desk, and the officer compares nothing by ear. What the desk asks next follows
/// from the alarm and the questions, so that whoever opens the page is shown the same one.
final class ProofRows {
    private static final String ANSWERS = "watch/proof-answer";
    private static final String ORDER = "watch/proof-order";

    private final FieldSeal seal;
    private final KeyedHash hash;

    ProofRows(FieldSeal seal, KeyedHash hash) {
        this.seal = seal;
        this.hash = hash;
    }

    /// A question as it is kept.
    ///
    /// @param nth from 1
    record Question(long id, CodenameId who, int nth, String text, Instant setAt) {}

    List<Question> of(Handle handle, CodenameId who) {
        return handle.createQuery(
                        "SELECT * FROM proof_question WHERE codename_id = :who ORDER BY nth")
                .bind("who", who.value())
                .map((row, _) -> question(row))
                .list();
    }

    private Question question(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Question(
                id,
                new CodenameId(row.getLong("codename_id")),
                row.getInt("nth"),
                seal.openOr(place(id), row.getBytes("question"), "?"),
                Instant.ofEpochMilli(row.getLong("set_at")));
    }

    /// Puts a question into its place; the one that stood there is gone, with its answer.
    void keep(Turn turn, CodenameId who, Proofs.Typed typed, Instant now) {
        remove(turn.handle(), who, typed.nth());
        long id = RowNumbers.next(turn, "proof_question");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO proof_question (id, codename_id, nth, question, answer_hash,
                            set_at)
                        VALUES (:id, :who, :nth, :question, :answer, :now)\
                        """)
                .bind("id", id)
                .bind("who", who.value())
                .bind("nth", typed.nth())
                .bind("question", seal.seal(place(id), typed.question()))
                .bind("answer", hashed(id, typed.answer()))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void remove(Handle handle, CodenameId who, int nth) {
        handle.createUpdate("DELETE FROM proof_question WHERE codename_id = :who AND nth = :nth")
                .bind("who", who.value())
                .bind("nth", nth)
                .execute();
    }

    /// What the desk has somebody ask next: none of those asked in this alarm, none that was set
    /// after it was raised, and none at all after too many wrong answers.
    Optional<Question> next(Handle handle, Alarm alarm, CodenameId who) {
        List<Asked> asked = asked(handle, alarm.id(), who);
        if (asked.stream().filter(one -> !one.right()).count() >= Limits.WRONG_ANSWERS) {
            return Optional.empty();
        }
        return of(handle, who).stream()
                .filter(one -> !one.setAt().isAfter(alarm.origin().raisedAt()))
                .filter(one -> asked.stream().noneMatch(a -> a.question() == one.id()))
                .min(Comparator.comparing(one -> order(alarm.id(), one.id())));
    }

    private String order(AlarmId alarm, long question) {
        byte[] both = (alarm.value() + "/" + question).getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(hash.of(ORDER, both));
    }

    private record Asked(long question, boolean right) {}

    private static List<Asked> asked(Handle handle, AlarmId alarm, CodenameId who) {
        return handle.createQuery(
                        "SELECT * FROM proof_asked WHERE alarm_id = :alarm AND codename_id = :who")
                .bind("alarm", alarm.value())
                .bind("who", who.value())
                .map((row, _) -> new Asked(row.getLong("question_id"), row.getBoolean("was_right")))
                .list();
    }

    /// Whether that is the answer, in whatever spelling.
    boolean isRight(Handle handle, Question question, String typed) {
        if (plain(typed).isEmpty()) {
            return false;
        }
        byte[] wanted =
                handle.createQuery("SELECT answer_hash FROM proof_question WHERE id = :id")
                        .bind("id", question.id())
                        .mapTo(byte[].class)
                        .one();
        return Arrays.equals(wanted, hashed(question.id(), typed));
    }

    void keepAsked(Handle handle, AlarmId alarm, Question question, Event.Asked asked, Instant at) {
        handle.createUpdate(
                        """
                        INSERT INTO proof_asked (alarm_id, question_id, codename_id, person_id,
                            was_right, asked_at)
                        VALUES (:alarm, :question, :who, :person, :right, :at)\
                        """)
                .bind("alarm", alarm.value())
                .bind("question", question.id())
                .bind("who", question.who().value())
                .bind("person", asked.person().value())
                .bind("right", asked.right() ? 1 : 0)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /// Without case, blanks and signs, ё as е: as words are compared, too.
    static String plain(String answer) {
        return CleanText.cleaned(answer)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private byte[] hashed(long question, String answer) {
        return hash.of(ANSWERS, (question + "/" + plain(answer)).getBytes(StandardCharsets.UTF_8));
    }

    private static FieldSeal.Place place(long id) {
        return new FieldSeal.Place("proof_question", "question", id);
    }
}
