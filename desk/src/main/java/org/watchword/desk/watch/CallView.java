package org.watchword.desk.watch;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// The form in which a call is logged.
public final class CallView {
    /// The whole page.
    ///
    /// @param formId makes a form that is posted twice one alarm
    /// @param codenames offered while somebody types
    public record Call(String formId, Heard heard, List<String> codenames) {}

    /// The six fields, as typed. None is required.
    ///
    /// @param notKnown the tick "not known", so that it is told from a field left out
    /// @param heardAt as typed, which may be no time at all
    public record Heard(
            String who,
            boolean notKnown,
            String words,
            String sounds,
            String callBack,
            String where,
            String heardAt) {
        public static final Heard NOTHING = new Heard("", false, "", "", "", "", "");

        /// How many have something in them.
        public int filled() {
            return (int)
                    List.of(who, words, sounds, callBack, where, heardAt).stream()
                            .filter(text -> !text.isEmpty())
                            .count();
        }
    }

    /// The same fields in the room of an alarm, saved one by one.
    public record Fields(
            long alarm, long call, Heard heard, List<String> codenames, List<Wrong> wrong) {}

    private CallView() {}
}
