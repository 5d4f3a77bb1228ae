package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.SentMessage;

/// Everything an alarm's room shows, read in one go.
///
/// @param head as on the board
/// @param raiser who raised it; nobody when the desk did
/// @param calls what was said, the newest last
/// @param callsBefore how many older ones are left out
/// @param plan the plan card of the code-name
/// @param ladder its steps, those to come included
/// @param others who was rung or answered without being named by a step
/// @param said who said so far that it is over
/// @param needed how many people must say so
/// @param about whom it is about, and what is missing of each
/// @param names what code-names are called, those of the log included
/// @param joinDueAt when it rings again unless somebody looks
public record AlarmRoom(
        OpenAlarm head,
        Optional<PersonId> raiser,
        Optional<String> plan,
        String ladderLabel,
        List<Call> calls,
        int callsBefore,
        List<Step> ladder,
        List<Person> others,
        List<Said> said,
        int needed,
        Optional<Instant> joinDueAt,
        Optional<Instant> closedAt,
        List<Line> log,
        List<Concerned> about,
        Map<CodenameId, String> names) {

    /// What a code-name is called.
    String nameOf(CodenameId id) {
        return names.getOrDefault(id, "?");
    }

    /// One whom the alarm is about.
    ///
    /// @param enough enough was said of this one to end it
    /// @param answersNeeded right answers that are enough alone
    /// @param question what to ask next; nothing where there is no question to ask any more
    public record Concerned(
            Signs.About about,
            String name,
            boolean enough,
            int answersNeeded,
            Optional<Question> question) {}

    /// A question that only the person can answer.
    public record Question(long id, String text) {}

    /// One call. `fields` holds the newest of each field.
    ///
    /// @param loggedBy who wrote it down; nobody when it came in over a channel
    /// @param source where it came in, when nobody wrote it down
    public record Call(
            CallId id,
            Optional<PersonId> loggedBy,
            Optional<Source> source,
            Instant loggedAt,
            List<Field> fields) {
        public Optional<Field> field(CallField name) {
            return fields.stream().filter(field -> field.name() == name).findFirst();
        }
    }

    /// Where a call from outside came in.
    ///
    /// @param sender what it says of itself; a claim
    public record Source(ChannelId channel, Optional<String> sender) {}

    /// What was heard, and when.
    ///
    /// @param by who typed it; nobody when the caller wrote it
    public record Field(CallField name, String text, Optional<PersonId> by, Instant at) {}

    /// A step of the ladder.
    ///
    /// @param number from 1
    /// @param startsAt when it began in this round, or will begin if nobody answers
    /// @param endsAt when it ended or ends
    public record Step(
            int number,
            StepState state,
            boolean all,
            Duration lasts,
            List<Target> targets,
            List<Person> people,
            Optional<Instant> startsAt,
            Optional<Instant> endsAt) {}

    /// Where a step stands.
    public enum StepState {
        DONE,
        RUNNING,
        AHEAD
    }

    /// Whom a step names.
    ///
    /// @param gap nobody has that shift now: everybody who holds the role is rung
    public record Target(Duty duty, boolean gap, boolean answered) {}

    /// One person and how it went.
    ///
    /// @param rings over which channel, when, the oldest first
    public record Person(
            PersonId id,
            boolean raised,
            Optional<Answer> answer,
            Optional<Unconfirmed> unconfirmed,
            List<Ring> rings) {}

    /// An answer without a session that nobody has confirmed yet.
    public record Unconfirmed(Standing.Way by, Instant at, Instant until) {}

    /// An acknowledgement that stands.
    public record Answer(Instant at, Instant lapsesAt, Optional<PersonId> passingTo) {}

    /// One message to one address.
    ///
    /// @param key of its message in the outbox
    /// @param message where it stands; nothing when the outbox has none
    public record Ring(
            ChannelId channel,
            Instant at,
            int step,
            int round,
            boolean again,
            String key,
            Optional<SentMessage> message) {}

    /// Somebody's word that it is over.
    ///
    /// @param about of whom; nobody where the alarm had no code-name
    /// @param proof by the right answer to a question
    public record Said(
            PersonId by,
            Seen how,
            String text,
            Instant at,
            Optional<CodenameId> about,
            boolean proof) {}

    /// A line of the log; the sentence is `kind.key()`.
    ///
    /// @param step from 1; 0 where none is meant
    /// @param text a note, or nothing
    /// @param word whose word it is about, where it is about one
    /// @param due when that word was due, where it did not come
    public record Line(
            Instant at,
            LogKind kind,
            Optional<PersonId> person,
            Optional<PersonId> other,
            Optional<ChannelId> channel,
            int step,
            int round,
            long seconds,
            Optional<String> text,
            Optional<CodenameId> word,
            Optional<Instant> due) {}
}
