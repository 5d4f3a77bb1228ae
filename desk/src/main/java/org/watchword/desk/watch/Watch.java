package org.watchword.desk.watch;

import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;

/// The watch: raises alarms, rings people until somebody answers, and keeps what was said. Every
/// command returns after its commit.
@SuppressWarnings("DoNotCallSuggester")
public final class Watch {
    /// Raises an alarm at once; what was said can be added field by field. The same `formId` raises
    /// once, however often it is sent.
    ///
    /// @throws org.watchword.desk.store.StoreUnavailable when it could not be kept: say so loudly
    public RaiseReply raiseNow(String formId, PersonId by) {
        return logCall(formId, by, LoggedCall.empty());
    }

    /// Raises an alarm with what is known so far. A caller whom nobody could name joins the
    /// standing incident.
    public RaiseReply logCall(String formId, PersonId by, LoggedCall call) {
        throw new UnsupportedOperationException();
    }

    /// Saves one field of a call.
    public Reply.ToNote addToCall(
            AlarmId alarm, CallId call, CallField field, String text, PersonId by) {
        throw new UnsupportedOperationException();
    }

    /// "I'm on it."
    public Reply.ToAnswer acknowledge(AlarmId alarm, PersonId person) {
        throw new UnsupportedOperationException();
    }

    /// "Still on it."
    public Reply.ToAnswer stillOnIt(AlarmId alarm, PersonId person) {
        throw new UnsupportedOperationException();
    }

    public Reply.ToNote note(AlarmId alarm, PersonId person, String text) {
        throw new UnsupportedOperationException();
    }

    /// Somebody has read what was added to a standing incident. Answers and notes count as that,
    /// too.
    public Reply.ToNote lookedAt(AlarmId alarm, PersonId person) {
        throw new UnsupportedOperationException();
    }

    public Reply.ToPassOn passOn(AlarmId alarm, PersonId from, PersonId to) {
        throw new UnsupportedOperationException();
    }

    /// Says that it is over. An alarm about a person needs two people who saw or spoke to that
    /// person, not over the way the alarm came by; any other needs one, whose `how` is {@link
    /// Seen#NOBODY}.
    public Reply.ToEnding sayEnding(AlarmId alarm, PersonId person, Seen how, String sentence) {
        throw new UnsupportedOperationException();
    }

    /// Everything that is not over, the oldest first.
    public List<OpenAlarm> openAlarms() {
        throw new UnsupportedOperationException();
    }

    /// Everything an alarm's room shows, read in one go.
    public Optional<AlarmRoom> room(AlarmId alarm) {
        throw new UnsupportedOperationException();
    }

    /// The last ones that ended, the newest first.
    public List<OpenAlarm> recentlyClosed(int most) {
        throw new UnsupportedOperationException();
    }

    /// What the desk told the officers, the newest first.
    public List<Told> told(int most) {
        throw new UnsupportedOperationException();
    }
}
