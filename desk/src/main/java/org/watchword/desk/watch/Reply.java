package org.watchword.desk.watch;

import java.time.Instant;
import org.watchword.desk.basis.PersonId;

/// What the watch answers to somebody who pressed a button. Expected refusals are among them.
public sealed interface Reply {
    /// To "I'm on it" and "Still on it".
    sealed interface ToAnswer extends Reply {}

    /// To a note, a look, or a field of a call.
    sealed interface ToNote extends Reply {}

    /// To "Pass on".
    sealed interface ToPassOn extends Reply {}

    /// To "End the alarm".
    sealed interface ToEnding extends Reply {}

    /// To an answer without a session.
    sealed interface ToUnproven extends Reply {}

    /// To "I spoke to this person".
    sealed interface ToConfirm extends Reply {}

    /// To "End the drill".
    sealed interface ToDrill extends Reply {}

    /// To an event that nobody pressed.
    sealed interface ToItself extends Reply {}

    /// The acknowledgement stands.
    ///
    /// @param held false when others must answer too, or when it is the raiser's own
    record OnIt(boolean held) implements ToAnswer, ToConfirm {}

    /// Heard, and unproven: the ladder leaves this person in peace until then.
    record Unproven(Instant until) implements ToUnproven {}

    /// Said before, and unproven still.
    record SaidAlready(Instant until) implements ToUnproven {}

    /// It lapsed unconfirmed, and counts for nothing until this person is rung again.
    record NotTakenAgain() implements ToUnproven {}

    /// This person's proven answer stands: nothing was to be added.
    record OnItAlready() implements ToUnproven {}

    /// There is no unproven answer of that person any more.
    record NothingToConfirm() implements ToConfirm {}

    /// It is kept.
    record Kept() implements ToNote, ToDrill, ToItself {}

    /// The other one is being rung, or was on it already.
    record PassedOn() implements ToPassOn {}

    /// Only somebody who is on it can pass it on.
    record NotOnIt() implements ToPassOn {}

    record NotToYourself() implements ToPassOn {}

    /// There is no way to ring that person.
    record CannotBeRung() implements ToPassOn {}

    /// The alarm is over.
    record Ended() implements ToEnding {}

    /// What you say is kept; the alarm goes on until a second person says so too.
    record SecondPersonNeeded(PersonId first) implements ToEnding {}

    /// You have said so already; somebody else has to.
    record SaidBefore() implements ToEnding {}

    /// Over the way the alarm came by nobody is known to be safe.
    record SameWay() implements ToEnding {}

    /// This alarm ends only when somebody says how the person was seen.
    record SayHow() implements ToEnding {}

    /// Only the case lead may begin to end it; whoever stands in for one may, too.
    record LeadFirst() implements ToEnding {}

    /// The answer was not the one that is kept. Said of nobody, and it ends nothing.
    record ProvedNothing() implements ToEnding {}

    /// There is no such question to ask in this alarm.
    record NotAsked() implements ToEnding {}

    /// The time typed is none.
    record NotATime() implements ToNote {}

    /// A drill is about nobody real, whatever is typed into it.
    record StaysADrill() implements ToNote {}

    /// People end it as they end any alarm.
    record NoDrill() implements ToDrill {}

    /// It was over before.
    record AlreadyClosed()
            implements ToAnswer,
                    ToNote,
                    ToPassOn,
                    ToEnding,
                    ToUnproven,
                    ToConfirm,
                    ToDrill,
                    ToItself {}

    record NoSuchAlarm()
            implements ToAnswer,
                    ToNote,
                    ToPassOn,
                    ToEnding,
                    ToUnproven,
                    ToConfirm,
                    ToDrill,
                    ToItself {}

    /// Whom the alarm does not concern: never rung for it, or gone since.
    record NotConcerned() implements ToUnproven {}

    /// A timer of an older generation: nothing happened.
    record Stale() implements ToItself {}
}
