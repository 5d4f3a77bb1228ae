package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// How what people say about the end of an alarm is kept: who saw whom, and what was asked.
final class Closing {
    private final Store store;
    private final AlarmTurns.Rows rows;
    private final AlarmTurns turns;

    Closing(Store store, AlarmTurns.Rows rows, AlarmTurns turns) {
        this.store = store;
        this.rows = rows;
        this.turns = turns;
    }

    /// Somebody says that it is over.
    ///
    /// @param about of whom; of all when empty
    /// @param falseAlarm that there was nothing to it; counts only with what ends it
    record Word(
            AlarmId alarm,
            PersonId person,
            Seen how,
            List<CodenameId> about,
            String sentence,
            boolean falseAlarm) {}

    Reply.ToEnding say(Word word) {
        var event = new Event.SeenSafe(word.person(), word.how(), word.about());
        var told = new Told(CleanText.cleaned(word.sentence()), word.falseAlarm());
        return store.writer().write(Lane.FIRST, turn -> step(turn, word.alarm(), event, told));
    }

    /// An answer that was heard to a question the desk gave.
    ///
    /// @param question its number, so that an old page asks nothing else
    record Heard(
            AlarmId alarm,
            PersonId person,
            Seen how,
            CodenameId about,
            long question,
            String answer) {
        @Override
        public String toString() {
            return "answer";
        }
    }

    Reply.ToEnding asked(Heard heard) {
        return store.writer().write(Lane.FIRST, turn -> asked(turn, heard));
    }

    private Reply.ToEnding asked(Turn turn, Heard heard) {
        var handle = turn.handle();
        Optional<Alarm> alarm = rows.alarms().load(handle, heard.alarm());
        if (alarm.isEmpty()) {
            return new Reply.NoSuchAlarm();
        }
        Optional<ProofRows.Question> question =
                rows.proofs()
                        .next(handle, alarm.get(), heard.about())
                        .filter(next -> next.id() == heard.question());
        boolean ofThis = alarm.get().signs().of(heard.about()).isPresent();
        if (!alarm.get().isClosed() && (question.isEmpty() || !ofThis)) {
            return new Reply.NotAsked();
        }
        boolean right =
                question.filter(q -> rows.proofs().isRight(handle, q, heard.answer())).isPresent();
        var event = new Event.Asked(heard.person(), heard.about(), heard.how(), right);
        Reply.ToEnding reply = step(turn, heard.alarm(), event, new Told("", false));
        boolean counted =
                switch (reply) {
                    case Reply.Ended _, Reply.SecondPersonNeeded _, Reply.ProvedNothing _ -> true;
                    case Reply.SaidBefore _,
                            Reply.SameWay _,
                            Reply.SayHow _,
                            Reply.LeadFirst _,
                            Reply.NotAsked _,
                            Reply.AlreadyClosed _,
                            Reply.NoSuchAlarm _ ->
                            false;
                };
        if (counted) {
            rows.proofs()
                    .keepAsked(handle, heard.alarm(), question.orElseThrow(), event, turns.now());
        }
        return reply;
    }

    private record Told(String sentence, boolean falseAlarm) {}

    private Reply.ToEnding step(Turn turn, AlarmId id, Event event, Told told) {
        Optional<Alarm> before = rows.alarms().load(turn.handle(), id);
        if (before.isEmpty()) {
            return new Reply.NoSuchAlarm();
        }
        Next next = turns.apply(turn, before.get(), event);
        List<Alarm.Statement> all = next.alarm().statements();
        all.subList(before.get().statements().size(), all.size())
                .forEach(said -> keep(turn, id, said, told.sentence()));
        if (next.reply() instanceof Reply.Ended && told.falseAlarm()) {
            rows.alarms().wasFalse(turn.handle(), id);
        }
        return (Reply.ToEnding) next.reply();
    }

    private void keep(Turn turn, AlarmId id, Alarm.Statement said, String sentence) {
        rows.log()
                .insertStatement(
                        turn,
                        id,
                        new AlarmRoom.Said(
                                said.person(),
                                said.how(),
                                sentence,
                                said.at(),
                                said.about(),
                                said.proof()));
    }
}
