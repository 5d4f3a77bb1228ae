package org.watchword.desk.watch.word;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Alarms;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.SaidPlainly;
import org.watchword.desk.watch.word.CardRows.KeptWord;
import org.watchword.desk.watch.word.CheckInRows.CheckIn;
import org.watchword.desk.watch.word.Outcome.State;

/// Does what kept words mean, in the order in which they came.
final class Applying {
    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);

    private final CardRows cards;
    private final CheckInRows rows;
    private final Reading reading;
    private final TooManyWrong tooManyWrong;
    private final Alarms alarms;

    /// Who is told that words of a card are being tried.
    @FunctionalInterface
    interface TooManyWrong {
        void told(Turn turn, CodenameId who);
    }

    Applying(
            CardRows cards,
            CheckInRows rows,
            Reading reading,
            TooManyWrong tooManyWrong,
            Alarms alarms) {
        this.alarms = alarms;
        this.cards = cards;
        this.rows = rows;
        this.reading = reading;
        this.tooManyWrong = tooManyWrong;
    }

    /// Applies the oldest of what waits, at most so many. One that fails stays where it is and
    /// keeps no other waiting.
    ///
    /// @param after the last one seen before; 0 to begin
    /// @return the last one seen now; empty when there was none
    Optional<Long> some(Turn turn, long after, Meant meant, Instant now) {
        List<CheckIn> waiting = rows.waiting(turn.handle(), after, Limits.CHECK_INS_AT_ONCE);
        for (CheckIn one : waiting) {
            apply(turn, one, meant, now);
        }
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.getLast().id());
    }

    private void apply(Turn turn, CheckIn one, Meant meant, Instant now) {
        String mark = "word";
        turn.handle().savepoint(mark);
        try {
            outcome(turn, one, meant)
                    .ifPresentOrElse(
                            outcome -> rows.applied(turn.handle(), one, outcome, now),
                            () -> rows.remove(turn.handle(), one.id()));
            turn.handle().releaseSavepoint(mark);
        } catch (RuntimeException e) {
            LOG.error("a word that came could not be applied: {}", e.getClass().getName());
            turn.handle().rollbackToSavepoint(mark);
        }
    }

    /// Empty for what need not be kept.
    private Optional<Outcome> outcome(Turn turn, CheckIn one, Meant meant) {
        Handle handle = turn.handle();
        Candidates candidates = candidates(handle, one.said());
        var strongest = new ArrayList<Outcome>();
        for (var found : reading.words(one.said().text(), candidates.words())) {
            List<KeptWord> all = candidates.words().getOrDefault(found.card(), List.of());
            var way =
                    new Verdict.Way(
                            one.over().isEmpty(),
                            one.said().early() && found.early(),
                            wrongOnes(handle, found.card(), one.at()) >= Limits.WRONG_WORDS);
            State state = Verdict.of(found, all, way);
            cards.use(handle, found.card().id(), found.word().kind(), found.word().nth(), one.at());
            say(turn, meant, state, new Meant.Word(found.card().codename(), one.over(), one.at()));
            strongest.add(new Outcome(state, Optional.of(found.card().codename())));
        }
        return strongest.stream()
                .max((a, b) -> a.state().compareTo(b.state()))
                .or(() -> unknown(turn, one, candidates));
    }

    private int wrongOnes(Handle handle, CardRows.Kept card, Instant at) {
        return cards.countWrong(handle, card.id(), at.minus(Limits.WRONG_WORDS_WITHIN));
    }

    private static void say(Turn turn, Meant meant, State state, Meant.Word word) {
        switch (state) {
            case OK -> meant.ok(turn, word);
            case CONTACT -> meant.contact(turn, word);
            case HELP -> meant.help(turn, word);
            case DURESS -> meant.duress(turn, word);
            case WAITING, UNKNOWN -> throw new IllegalStateException("no meaning");
        }
    }

    /// Whose word it may be.
    ///
    /// @param named whose call-sign stands in it
    /// @param first who it is about when nothing is found in it; empty when that is not certain
    /// @param words the cards with their words, those that are named first
    record Candidates(
            List<CodenameId> named,
            Map<CardRows.Kept, List<KeptWord>> words,
            Optional<CodenameId> first) {}

    Candidates candidates(Handle handle, Said said) {
        var words = new LinkedHashMap<CardRows.Kept, List<KeptWord>>();
        var named = new ArrayList<CodenameId>();
        for (CardRows.Kept card : cards.bySigns(handle, reading.signs(said.text()))) {
            named.add(card.codename());
            words.put(card, cards.words(handle, card.id()));
        }
        for (CodenameId maybe : said.maybe()) {
            cards.live(handle, maybe)
                    .ifPresent(card -> words.put(card, cards.words(handle, card.id())));
        }
        Optional<CodenameId> first =
                named.stream()
                        .findFirst()
                        .or(() ->
                                said.maybe().size() == 1
                                        ? Optional.of(said.maybe().getFirst())
                                        : Optional.empty());
        return new Candidates(named, words, first);
    }

    /// Nothing follows from a word that was mistyped but a line on the board, and a count for
    /// whoever it may have been meant for. What is plainly something else was told to the alarms
    /// when it came over a channel, and is told to them now when it came at the quiet door.
    private Optional<Outcome> unknown(Turn turn, CheckIn one, Candidates candidates) {
        Handle handle = turn.handle();
        int pieces = Spelling.pieces(one.said().text()).size();
        if (pieces > 0) {
            candidates.words().keySet().stream()
                    .filter(CardRows.Kept::live)
                    .forEach(card -> countWrong(turn, card, one.at()));
        }
        boolean known = one.over().isPresent() || !candidates.named().isEmpty();
        boolean plainly = known && Reading.isPlainly(one.said().text());
        if (plainly && one.over().isEmpty()) {
            AlarmId _ = alarms.written(turn, atTheDoor(one, candidates));
        }
        boolean room = rows.countUnread(handle) < Limits.UNKNOWN_WORDS;
        if (pieces == 0 || plainly || !room) {
            return Optional.empty();
        }
        rows.unknown(handle, one);
        return Optional.of(Outcome.unknown(candidates.first()));
    }

    private static SaidPlainly atTheDoor(CheckIn one, Candidates candidates) {
        return new SaidPlainly(
                candidates.named(),
                Optional.empty(),
                Optional.empty(),
                one.said().text(),
                one.at());
    }

    private void countWrong(Turn turn, CardRows.Kept card, Instant at) {
        Instant from = at.minus(Limits.WRONG_WORDS_WITHIN);
        if (cards.wrong(turn.handle(), card.id(), from, at)) {
            tooManyWrong.told(turn, card.codename());
        }
    }
}
