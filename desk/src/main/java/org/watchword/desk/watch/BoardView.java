package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.desk.web.LiveView;

/// What the board shows.
public final class BoardView {
    /// The whole page.
    ///
    /// @param formId makes a raise that is pressed twice one alarm
    /// @param ringing the open alarms, those nobody is on first
    /// @param may what the caller may do, so that only ways that are open are shown
    public record Board(
            String formId,
            List<Ringing> ringing,
            List<Flag> flags,
            List<OnDuty> onDuty,
            List<Said> told,
            List<Ended> ended,
            Set<String> may)
            implements LiveView {
        /// How many alarms nobody has answered yet; drills are none.
        public int unanswered() {
            return (int) real().filter(alarm -> !alarm.held()).count();
        }

        /// On how many somebody is.
        public int held() {
            return (int) real().filter(Ringing::held).count();
        }

        private Stream<Ringing> real() {
            return ringing.stream().filter(alarm -> !alarm.drill());
        }

        /// The ids of the alarms that call for somebody, for the script's sound.
        public String ringingIds() {
            return String.join(
                    " ",
                    ringing.stream()
                            .filter(alarm -> !alarm.held())
                            .map(alarm -> alarm.id() + "." + alarm.turn())
                            .toList());
        }
    }

    /// An open alarm.
    ///
    /// @param turn counts how often it began to ring, so that a second time is heard again
    /// @param held somebody is on it, so nobody is rung
    /// @param mine the caller is on it
    /// @param drill whether it is a drill
    /// @param instruction the one thing to do first; empty for none
    /// @param known one sentence on what is known; may be empty
    /// @param rung who is on it and who is being rung
    public record Ringing(
            long id,
            AlarmView.Whom who,
            long turn,
            Instant since,
            Duration lasting,
            boolean held,
            boolean mine,
            boolean drill,
            String instruction,
            String known,
            String rung) {}

    /// Something that would fail when it is needed, and the page that mends it.
    ///
    /// @param may what one must be allowed to mend it; empty for everybody
    public record Flag(String what, String path, String may) {}

    /// A role with shifts.
    ///
    /// @param who who has it now; empty in a gap
    /// @param until until when; empty when nothing is planned
    /// @param then who is next; empty when nothing changes
    public record OnDuty(String role, String who, String until, String then) {}

    /// Something the desk told the officers.
    public record Said(Instant at, String what) {}

    /// An alarm that is over.
    public record Ended(long id, AlarmView.Whom who, Instant at, Duration lasted, String from) {}

    private BoardView() {}
}
