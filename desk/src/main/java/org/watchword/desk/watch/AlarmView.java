package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.web.LiveView;
import org.watchword.desk.web.Wrong;

/// What the room of an alarm shows.
public final class AlarmView {
    /// The whole page.
    ///
    /// @param now the part that renews itself
    /// @param plan the plan card; empty when there is none
    /// @param calls what was heard, each call with the fields to fill in
    /// @param colleagues to whom it can be passed on
    /// @param note what was typed and could not be kept, with the reason in `wrong`
    public record Room(
            Now now,
            String plan,
            List<CallView.Fields> calls,
            List<Colleague> colleagues,
            String note,
            List<Wrong> wrong)
            implements LiveView {}

    /// Whom an alarm is about, in a few words.
    ///
    /// @param codename whether these are the words of a code-name, shown in capitals
    public record Whom(String text, boolean codename) {}

    /// What changes by itself.
    ///
    /// @param mine the caller is on it
    /// @param unread something was added that nobody has read
    /// @param coming who is on it and who is being rung, in a sentence
    /// @param unconfirmed who answered without a session and waits for a colleague's word
    /// @param kind what it came from, in a few words
    /// @param drill whether it is a drill
    /// @param instruction the one thing to do first; empty for none
    /// @param about whom it is about, where that are several
    /// @param warnings what the officer must know now: lapses, lateness, nobody reached
    public record Now(
            long id,
            Whom who,
            Instant since,
            Duration lasting,
            State state,
            boolean mine,
            boolean unread,
            String kind,
            boolean drill,
            String instruction,
            List<About> about,
            String coming,
            List<Unconfirmed> unconfirmed,
            List<String> warnings,
            LadderView.Ladder ladder,
            LadderPicture.Picture picture,
            List<Line> lines)
            implements LiveView {
        public boolean over() {
            return state == State.OVER;
        }
    }

    /// One of several whom it is about.
    ///
    /// @param what since when, and what came
    public record About(String name, String what) {}

    /// One whose answer nobody has confirmed.
    ///
    /// @param what how and until when, in a sentence
    /// @param mine it is the caller's own, which "I'm on it" confirms
    public record Unconfirmed(long person, String name, String what, boolean mine) {}

    /// Whether people are being rung.
    public enum State {
        RINGS,
        HELD,
        OVER
    }

    /// A line of what was said and done.
    ///
    /// @param words what somebody typed; empty when nobody did
    /// @param what what happened, in the desk's words
    public record Line(Instant at, String words, String what) {}

    public record Colleague(long id, String name, String duty) {}

    /// The page that ends an alarm.
    ///
    /// @param people whether it is about people, so that one says how one saw them
    /// @param lead what it takes, in a sentence
    /// @param rules the rest of it
    /// @param said who has said so already
    /// @param saidByMe the caller has said all there is to say
    /// @param about of whom one may speak, where it is about several
    /// @param asks what may be asked
    /// @param ways over which one can have seen the person, each the end of its message's key
    /// @param way the chosen one; empty for none yet
    public record End(
            long id,
            Whom who,
            boolean people,
            String lead,
            List<String> rules,
            List<Line> said,
            boolean saidByMe,
            List<OfWhom> about,
            List<Ask> asks,
            List<String> ways,
            String way,
            String how,
            boolean falseAlarm,
            List<Wrong> wrong) {}

    /// One of several whom an alarm is about.
    ///
    /// @param enough nothing more need be said of this one
    public record OfWhom(String id, String name, boolean enough, boolean ticked) {}

    /// A question to ask.
    ///
    /// @param needed how many right answers are enough, in a sentence
    public record Ask(long codename, String name, long question, String text, String needed) {}

    /// Kept beside a room for what was done a moment ago.
    public record Done(Optional<String> sentence) {}

    private AlarmView() {}
}
