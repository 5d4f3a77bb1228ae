package org.watchword.story.script;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.RoleId;

/// What somebody does in a step.
public sealed interface Verb {
    /// A person before a screen, over the very form that a person uses.
    sealed interface OnScreen extends Verb {}

    /// A person whose case files are open, or who opens them on the way.
    sealed interface WithCaseFiles extends OnScreen {}

    /// A person with a telephone in hand, without a session: by what stands in the messages there.
    sealed interface OnPhone extends Verb {}

    /// Nobody of the team, so no `who`.
    sealed interface FromOutside extends Verb {}

    /// Signs in with the right passphrase, or, to see it refused, with a wrong one.
    record SignIn(boolean rightly) implements OnScreen {}

    record LogCall(Call call) implements OnScreen {}

    record RaiseNow() implements OnScreen {}

    record AddToCall(AlarmRef alarm, Call call) implements OnScreen {}

    record Acknowledge(AlarmRef alarm) implements OnScreen {}

    record StillOnIt(AlarmRef alarm) implements OnScreen {}

    record Note(AlarmRef alarm, String text) implements OnScreen {}

    record PassOn(AlarmRef alarm, String to) implements OnScreen {}

    /// Says over which way the person was seen or spoken to (a word of the desk's form), and how.
    ///
    /// @param proof what was answered to a question that only that person can answer
    record EndAlarm(AlarmRef alarm, String seen, String how, Proof proof) implements OnScreen {}

    /// Lets a watch rest for a while; a second person knows of it.
    record Pause(String watch, Duration lasting, String second, String why) implements OnScreen {}

    record ResumeWatch(String watch) implements OnScreen {}

    record EndWatch(String watch) implements OnScreen {}

    /// Burns the card of a code-name and makes another in one step.
    record MakeCard(String about) implements OnScreen {}

    /// Becomes a member with one of the codes that the desk was begun with.
    record Join() implements OnScreen {}

    record AddChannel(String channel) implements OnScreen {}

    /// Says where somebody is reached over a channel.
    record AddAddress(String whose, String channel) implements OnScreen {}

    /// Types the code that came to one's own address.
    record ProveAddress(String channel) implements OnScreen {}

    record AddCodename(String name) implements OnScreen {}

    /// Puts up a watcher on a spare box, which rings somebody over a channel when the desk is
    /// silent, and tells the desk of it.
    record SetWatcher(String name, String rings, String over) implements OnScreen {}

    /// Begins a drill about a code-name, or about an invented name.
    ///
    /// @param what a word of the desk's form
    record BeginDrill(String about, String what) implements OnScreen {}

    /// Ends the drill that is on.
    record EndDrill() implements OnScreen {}

    /// From now on no word on the card means anything.
    record BurnCard(String about) implements OnScreen {}

    /// Takes over from now, for so long or to the end of the shift that runs.
    record TakeShift(RoleId role, Optional<Duration> lasting) implements OnScreen {}

    /// Gives the passphrase at the door before case files.
    record OpenFiles() implements WithCaseFiles {}

    /// The first founder compares words with the others and signs.
    record Found(List<String> with) implements WithCaseFiles {}

    /// Signs what somebody else signed first: a founding after comparing, or a half of two.
    record Sign() implements WithCaseFiles {}

    record Invite(String whom) implements WithCaseFiles {}

    /// Compares words with whoever has come, and lets him in.
    record LetIn(String whom) implements WithCaseFiles {}

    /// Opens a case, whose first compartment these read beside whoever opens it.
    record OpenCase(String name, List<String> readers) implements WithCaseFiles {}

    record OpenCompartment(String of, String name, List<String> readers) implements WithCaseFiles {}

    /// Takes somebody out of a compartment.
    record TakeOut(String of, String from, String whom) implements WithCaseFiles {}

    /// Takes somebody out of every compartment there is.
    record Remove(String whom) implements WithCaseFiles {}

    /// Makes a shift sheet, whose code is in everybody's hands from then on.
    record PrintSheet() implements WithCaseFiles {}

    /// Shuts somebody out from one's own session.
    record ShutOut(String whom) implements WithCaseFiles {}

    /// Shuts somebody out with the code on the newest sheet, from a browser of nobody.
    record ShutOutByCode(String whom) implements WithCaseFiles {}

    /// Says that somebody need no longer be shut out.
    record Lift(String whom) implements WithCaseFiles {}

    /// Writes a note into a case.
    ///
    /// @param into the compartment; empty where there is one to choose
    record Write(String of, Optional<String> into, String text) implements WithCaseFiles {}

    /// Opens the page of a case.
    record Look(String at) implements WithCaseFiles {}

    /// Sets a reminder in a case, after so long, on the default ladder.
    ///
    /// @param into the compartment; empty where there is one to choose
    record Remind(String of, Optional<String> into, Duration in, String text)
            implements WithCaseFiles {}

    /// Says that the one reminder there is in a case is done.
    record EndReminder(String of) implements WithCaseFiles {}

    /// Fills the envelope of a code-name.
    ///
    /// @param texts by the fields of the form: name, address, health, authority
    /// @param readers who reads where it lies, all of them; none where there is one such place
    record FillEnvelope(
            String about, Map<String, String> texts, List<String> holders, List<String> readers)
            implements WithCaseFiles {}

    /// Gives a reason in the newest alarm about a code-name, and opens its envelope or asks for a
    /// second person.
    record OpenEnvelope(String about, String reason) implements WithCaseFiles {}

    /// Gives a second person's word to whoever asked for it.
    record AgreeEnvelope(String about) implements WithCaseFiles {}

    /// Sees an envelope once more that was opened a moment ago, or that somebody agreed to.
    record ShowEnvelope(String about) implements WithCaseFiles {}

    /// What is known of a call: who it is about (a code-name; empty and `notKnown` for "not
    /// known"), and the free fields by name: words, sounds, call_back, where.
    record Call(
            Optional<String> about,
            boolean notKnown,
            Map<String, String> texts,
            Optional<Instant> heardAt) {}

    /// Sends the six digits of a message back over a channel.
    ///
    /// @param quoted the message is quoted below and a signature stands under the digits
    record AnswerByReply(AlarmRef alarm, Code code, String over, boolean quoted, int times)
            implements OnPhone {}

    /// Opens the link of a message and does nothing there.
    record OpenLink(AlarmRef alarm, Optional<String> over) implements OnPhone {}

    /// Opens the link of a message and presses the button with two digits.
    record AnswerByLink(AlarmRef alarm, Optional<String> over, Digits digits, int times)
            implements OnPhone {}

    /// Says in the alarm's room that this person's answer was really that person's.
    record Confirm(AlarmRef alarm, String whose) implements OnScreen {}

    /// A message comes in from an address, whoever sent it.
    ///
    /// @param from an address, or a person whose address is claimed
    record Says(Sender from, String over, String text, int times) implements FromOutside {}

    /// A machine between the desk and somebody opens every link of the messages to this person, and
    /// submits the forms it finds there.
    record Scanner(String opens, Optional<String> over, boolean submits) implements FromOutside {}

    /// A person behind a code-name checks in, or whoever holds the card does.
    ///
    /// @param from another address than that person's own
    record ChecksIn(String who, Way by, Word word, Optional<String> from, Wording wording)
            implements FromOutside {}

    /// How a word comes.
    sealed interface Way {
        record QuietDoor() implements Way {}

        record Over(String channel) implements Way {}
    }

    /// Which word of the card.
    enum Word {
        /// The standing one.
        OK,
        /// The next of the numbered list.
        NEXT,
        /// The one of the list that was sent last.
        USED,
        DURESS,
        HELP,
        /// One that stands on no card.
        UNKNOWN,
        /// The standing one with one letter wrong.
        TYPO
    }

    /// What is typed.
    ///
    /// @param callSign whether the call-sign stands before the word
    /// @param text with `{word}` where the word goes; the word alone when empty
    record Wording(boolean callSign, Optional<String> text) {}

    /// What is said to have been answered to a proof-of-life question.
    enum Proof {
        NONE,
        RIGHT,
        WRONG
    }

    /// Which six digits are sent.
    sealed interface Code {
        /// Those that the message to this person holds.
        record Own() implements Code {}

        /// Others.
        record Wrong() implements Code {}

        /// Those that were sent to somebody else, over any way or this one.
        record Of(String person, Optional<String> over) implements Code {}
    }

    /// Which two digits are typed.
    enum Digits {
        OWN,
        WRONG,
        NONE
    }

    /// Whose address a message from outside claims to come from.
    sealed interface Sender {
        record Claiming(String person) implements Sender {}

        record Stranger(String address) implements Sender {}
    }
}
