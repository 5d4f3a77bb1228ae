package org.watchword.desk.watch;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Proof-of-life questions of a code-name: what only that person can answer, up to four of them.
public final class Proofs {
    private static final int SHORTEST_ANSWER = 2;

    private final Store store;
    private final InstantSource clock;
    private final ProofRows rows;
    private final LadderRows ladders;

    Proofs(Store store, InstantSource clock, ProofRows rows, LadderRows ladders) {
        this.store = store;
        this.clock = clock;
        this.rows = rows;
        this.ladders = ladders;
    }

    /// A question with its answer, as somebody types them. The answer may be left empty where the
    /// question stands already, word for word.
    ///
    /// @param nth its place, from 1
    public record Typed(int nth, String question, String answer) {
        @Override
        public String toString() {
            return "question " + nth;
        }
    }

    /// What became of it.
    public sealed interface Saved {}

    public record Done() implements Saved {}

    /// Nothing was kept, because of this one.
    public record Refused(int nth, Sentence why) implements Saved {}

    /// The questions that are set, each at its place; empty where there is none.
    public List<String> questions(CodenameId who) {
        var all = new ArrayList<String>();
        List<ProofRows.Question> set = store.read(handle -> rows.of(handle, who));
        for (int nth = 1; nth <= Limits.PROOF_QUESTIONS; nth++) {
            all.add(at(set, nth).map(ProofRows.Question::text).orElse(""));
        }
        return all;
    }

    private static Optional<ProofRows.Question> at(List<ProofRows.Question> set, int nth) {
        return set.stream().filter(one -> one.nth() == nth).findFirst();
    }

    /// Sets these questions. An empty one takes away what stood at its place; a place that is not
    /// named stays as it is. A question set or changed now proves nothing in an alarm that is open.
    public Saved set(CodenameId who, List<Typed> typed) {
        var cleaned =
                typed.stream()
                        .map(one ->
                                new Typed(
                                        one.nth(),
                                        CleanText.onOneLine(CleanText.cleaned(one.question())),
                                        one.answer()))
                        .toList();
        return store.writer().write(Lane.ORDINARY, turn -> set(turn, who, cleaned));
    }

    private Saved set(Turn turn, CodenameId who, List<Typed> typed) {
        if (ladders.codename(turn.handle(), who).isEmpty()) {
            return new Refused(1, Sentence.of("watch.codenames.gone"));
        }
        List<ProofRows.Question> before = rows.of(turn.handle(), who);
        for (Typed one : typed) {
            Optional<Sentence> flaw = flaw(before, one);
            if (flaw.isPresent()) {
                return new Refused(one.nth(), flaw.get());
            }
        }
        for (Typed one : typed) {
            if (one.question().isEmpty()) {
                rows.remove(turn.handle(), who, one.nth());
            } else if (!ProofRows.plain(one.answer()).isEmpty()) {
                rows.keep(turn, who, one, clock.instant());
            }
        }
        return new Done();
    }

    private static Optional<Sentence> flaw(List<ProofRows.Question> before, Typed typed) {
        if (typed.nth() < 1 || typed.nth() > Limits.PROOF_QUESTIONS) {
            return Optional.of(Sentence.of("watch.proof.too-many", "most", Limits.PROOF_QUESTIONS));
        }
        int answer = ProofRows.plain(typed.answer()).length();
        if (typed.question().isEmpty()) {
            return answer == 0
                    ? Optional.empty()
                    : Optional.of(Sentence.of("watch.proof.question-missing"));
        }
        if (Math.max(typed.question().length(), typed.answer().length())
                > Limits.QUESTION_CHARACTERS) {
            return Optional.of(
                    new Sentence("watch.too-long", Map.of("most", Limits.QUESTION_CHARACTERS)));
        }
        boolean stands =
                at(before, typed.nth()).filter(q -> q.text().equals(typed.question())).isPresent();
        boolean enough = answer >= SHORTEST_ANSWER || (answer == 0 && stands);
        return enough ? Optional.empty() : Optional.of(Sentence.of("watch.proof.answer-missing"));
    }
}
