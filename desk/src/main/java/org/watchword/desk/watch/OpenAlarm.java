package org.watchword.desk.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;

/// An alarm as the board shows it.
///
/// @param firstWords what was heard, in one line, where somebody typed it
/// @param step the running step, from 1
/// @param steps how many the ladder has
/// @param beingRung of the running step, those who have not answered
/// @param onIt those whose answer stands, the raiser left out
/// @param unconfirmed those who answered without a session, whom nobody has confirmed yet
/// @param nextAt when something happens by itself
/// @param closedAt when it ended
/// @param signs whom it is about, and what came from them
/// @param drill it is a drill
public record OpenAlarm(
        AlarmId id,
        AlarmKind kind,
        Who who,
        Instant since,
        Instant raisedAt,
        State state,
        Optional<String> firstWords,
        int step,
        int steps,
        int round,
        List<PersonId> beingRung,
        List<PersonId> onIt,
        List<PersonId> unconfirmed,
        Optional<Instant> nextAt,
        Optional<Instant> closedAt,
        Signs signs,
        boolean drill) {
    /// Nobody calls back; whoever opens it is sent to the case lead.
    public boolean doNotCall() {
        return signs.lead().filter(Signs.Lead::doNotCall).isPresent();
    }

    /// Only the case lead and a second person end it.
    public boolean isTheLeads() {
        return signs.lead().isPresent();
    }

    /// What is going on, in one word.
    public enum State {
        /// People are being rung, and nobody who counts has answered yet.
        RINGING,
        /// Somebody is on it, but others must answer too.
        WAITING_FOR_ALL,
        /// Somebody is on it.
        HELD,
        /// The ladder reaches nobody just now.
        REACHES_NOBODY,
        CLOSED
    }
}
