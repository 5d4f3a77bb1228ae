package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.AddressId;
import org.watchword.desk.delivery.ChannelId;

/// What can happen to an alarm.
sealed interface Event {
    /// It begins.
    record Raised() implements Event {}

    /// Another call, or the same trouble of the desk, joins a standing incident.
    record SomethingAdded(Optional<PersonId> by) implements Event {}

    /// A timer's time has come. The timer is named by its generation.
    sealed interface Timed extends Event {
        long generation();

        Alarm.TimerKind kind();
    }

    record StepEnded(long generation) implements Timed {
        @Override
        public Alarm.TimerKind kind() {
            return Alarm.TimerKind.STEP_ENDS;
        }
    }

    record LapseDue(long generation) implements Timed {
        @Override
        public Alarm.TimerKind kind() {
            return Alarm.TimerKind.LAPSE;
        }
    }

    record JoinRing(long generation) implements Timed {
        @Override
        public Alarm.TimerKind kind() {
            return Alarm.TimerKind.JOIN_RING;
        }
    }

    record LeadRing(long generation) implements Timed {
        @Override
        public Alarm.TimerKind kind() {
            return Alarm.TimerKind.LEAD_RING;
        }
    }

    /// A drill has lasted as long as one may.
    record DrillEnds(long generation) implements Timed {
        @Override
        public Alarm.TimerKind kind() {
            return Alarm.TimerKind.DRILL_ENDS;
        }
    }

    /// Something about the people an alarm is about; nothing to one that is about none.
    sealed interface OfPeople extends Event {}

    /// Words that were due did not come: of people the alarm was about, or is from now on.
    record SilenceJoined(List<Signs.About> who) implements OfPeople {
        public SilenceJoined {
            who = List.copyOf(who);
        }
    }

    /// A word came from somebody the alarm is about.
    record Word(CodenameId who, Meaning meaning, Optional<ChannelId> over) implements OfPeople {}

    /// One of those it was about has an alarm of its own from now on.
    record Parted(CodenameId who) implements OfPeople {}

    /// A real alarm ends the drill. Only a drill can be ended so.
    record DrillOver() implements Event {}

    /// Somebody ends the drill.
    record DrillEndedBy(PersonId person) implements Event {}

    /// "I'm on it", on a page of the desk.
    record Acknowledged(PersonId person) implements Event {}

    record StillOnIt(PersonId person) implements Event {}

    /// An answer without a session, of somebody who was rung for this alarm.
    record AnsweredUnproven(PersonId person, Standing.Way by) implements Event {}

    /// Somebody signed in says that this person's unproven answer is true.
    record Confirmed(PersonId person, PersonId by) implements Event {}

    /// Wrote a note or filled in what was heard.
    record Noted(PersonId person) implements Event {}

    /// Opened the alarm's room.
    record Looked(PersonId person) implements Event {}

    record PassedOn(PersonId from, PersonId to) implements Event {}

    /// A channel did not take the message of the ring of that generation.
    record Refused(PersonId person, AddressId address, long generation) implements Event {}

    /// Says to have seen or spoken to the people.
    ///
    /// @param about of whom; of all whom the alarm is about when empty
    record SeenSafe(PersonId person, Seen how, List<CodenameId> about) implements Event {
        public SeenSafe {
            about = List.copyOf(about);
        }

        SeenSafe(PersonId person, Seen how) {
            this(person, how, List.of());
        }
    }

    /// Asked somebody the alarm is about a question that only that person can answer.
    record Asked(PersonId person, CodenameId about, Seen how, boolean right) implements Event {}

    /// Says that there is nothing more to it.
    record EndedBy(PersonId person) implements Event {}

    /// The alarm climbs this ladder from now on, or the one it climbs was edited.
    record LadderChanged(LadderId ladder) implements Event {}

    /// Somebody joined or left, took a shift, or gained or lost an address.
    record MembersChanged() implements Event {}

    /// The wall clock was set back by so much, to that instant; nobody is to wait longer for it.
    record ClockSetBack(Duration by, Instant to) implements Event {}

    static Timed due(Alarm.TimerKind kind, long generation) {
        return switch (kind) {
            case STEP_ENDS -> new StepEnded(generation);
            case LAPSE -> new LapseDue(generation);
            case JOIN_RING -> new JoinRing(generation);
            case LEAD_RING -> new LeadRing(generation);
            case DRILL_ENDS -> new DrillEnds(generation);
        };
    }
}
