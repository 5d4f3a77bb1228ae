package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.delivery.NewMessage;
import org.watchword.desk.delivery.Outbox;
import org.watchword.desk.delivery.Urgency;
import org.watchword.desk.store.Turn;

/// What the desk writes back to somebody who answered by a message: one sentence, over the same
/// address, each only once, so that nobody can make the desk write for ever.
final class SaidBack {
    private final AnswerKeys keys;
    private final AlarmTurns turns;
    private final Team team;
    private final Outbox outbox;
    private final Tongue tongue;

    SaidBack(AnswerKeys keys, AlarmTurns turns, Team team, Outbox outbox, Tongue tongue) {
        this.keys = keys;
        this.turns = turns;
        this.team = team;
        this.outbox = outbox;
        this.tongue = tongue;
    }

    /// In which words and times.
    record Tongue(WordBook book, ZoneId zone, Language spare) {
        static Tongue of(Watch.Manner manner) {
            return new Tongue(manner.book(), manner.zone(), manner.spare());
        }
    }

    /// One who is written to.
    ///
    /// @param holder whose code it was, for which alarm
    /// @param address over which it came
    record Partner(AnswerKeys.Holder holder, Address address) {}

    /// Which of the sentences, once for each `occasion`.
    ///
    /// @param instant its gap `time`, where it has one
    record Saying(String word, String occasion, Optional<Instant> instant) {}

    /// Writes back, unless the same was written before. Returns whether it was.
    boolean say(Turn turn, Partner to, Saying saying, Alarm alarm) {
        var holder = to.holder();
        if (!keys.saidFirst(turn.handle(), holder, saying.occasion(), turns.now())) {
            return false;
        }
        Language language = spoken(turn.handle(), holder.person());
        Words words = tongue.book().in(language);
        var times = new TimeWords(tongue.zone(), language);
        String time = saying.instant().map(at -> when(times, at)).orElse("");
        var text = new StringBuilder(words.say("watch.back." + saying.word(), "time", time));
        held(turn.handle(), alarm, holder.person(), words, times)
                .ifPresent(sentence -> text.append(' ').append(sentence));
        String whole = alarm.origin().drill() ? drill(words, text.toString()) : text.toString();
        outbox.post(
                turn,
                new NewMessage(
                        "answer-"
                                + holder.alarm().value()
                                + "/"
                                + holder.person().value()
                                + "/"
                                + saying.occasion(),
                        "answer-" + holder.alarm().value(),
                        holder.person(),
                        to.address(),
                        language,
                        new MessageText.Filled(words.say("watch.back.subject"), whole),
                        Urgency.OTHER));
        return true;
    }

    private static String drill(Words words, String text) {
        return words.say("watch.message.drill", "text", text);
    }

    /// The time of day, and the day where it may be another one.
    private String when(TimeWords times, Instant at) {
        boolean today = Duration.between(at, turns.now()).abs().compareTo(Wording.SAME_DAY) < 0;
        return today ? times.minute(at) : times.dayAndMinute(at);
    }

    private Language spoken(Handle handle, PersonId person) {
        return team.people()
                .find(handle, person)
                .map(one -> one.language())
                .filter(tongue.book()::speaks)
                .orElse(tongue.spare());
    }

    /// Who has it, since when; nothing where nobody else has.
    private Optional<String> held(
            Handle handle, Alarm alarm, PersonId but, Words words, TimeWords times) {
        if (!alarm.isHeld()) {
            return Optional.empty();
        }
        return alarm.people().entrySet().stream()
                .filter(one -> !one.getKey().equals(but))
                .filter(one -> !alarm.origin().raiser().equals(Optional.of(one.getKey())))
                .filter(one -> one.getValue().answer().isPresent())
                .findFirst()
                .map(one ->
                        words.say(
                                "watch.back.held",
                                Map.of(
                                        "who",
                                        team.people()
                                                .name(handle, one.getKey())
                                                .orElseGet(() -> words.say("watch.somebody")),
                                        "time",
                                        times.minute(one.getValue().answer().orElseThrow().at()))));
    }

    /// The address of this person that a word came from; empty when it is not one of his.
    Optional<Address> address(Handle handle, PersonId person, Came came) {
        List<Address> all = team.addresses().of(handle, person);
        return all.stream()
                .filter(address -> address.channel().equals(came.channel()))
                .filter(address -> address.value().equals(came.sender()))
                .findFirst();
    }

    /// Over which channel a word came, from whom, as it claims.
    record Came(ChannelId channel, String sender) {}
}
