package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.Alarm.Closed;
import org.watchword.desk.watch.Alarm.Held;
import org.watchword.desk.watch.Alarm.Timer;

/// Says what an event makes of an alarm. It reads no clock and touches nothing: the same alarm,
/// event and situation give the same answer, on every machine and in every test.
final class Engine {
    /// Takes an alarm one step further. Nothing is thrown for an event that comes late, twice or
    /// out of place: the {@link Reply} says so, and the alarm stays as it is.
    static Next step(Alarm alarm, Event event, Situation situation) {
        if (alarm.phase() instanceof Closed) {
            return unchanged(alarm, event);
        }
        if (event instanceof Event.Timed timed && !isDue(alarm, timed)) {
            return new Next(alarm, List.of(), new Reply.Stale());
        }
        var draft = new Draft(alarm, situation, behind(alarm, event, situation.now()));
        return draft.finish(apply(draft, event));
    }

    private static Next unchanged(Alarm alarm, Event event) {
        Reply reply = event instanceof Event.Timed ? new Reply.Stale() : new Reply.AlreadyClosed();
        return new Next(alarm, List.of(), reply);
    }

    private static boolean isDue(Alarm alarm, Event.Timed timed) {
        return alarm.clockwork()
                .timer()
                .filter(t -> t.generation() == timed.generation() && t.kind() == timed.kind())
                .isPresent();
    }

    /// How far the wall clock lies behind what was awaited of it, so that a clock set back delays
    /// nobody. A timer that fired is due whatever the wall clock says: it was measured on the other
    /// clock. An alarm never was touched later than now. Both are exact enough only while the desk
    /// runs on; {@link Event.ClockSetBack} is exact, and passes over an alarm that was touched
    /// between the jump and its discovery.
    private static Duration behind(Alarm alarm, Event event, Instant now) {
        Instant touched = alarm.clockwork().touchedAt();
        return switch (event) {
            case Event.Timed _ ->
                    alarm.clockwork()
                            .timer()
                            .map(timer -> Duration.between(now, timer.at()))
                            .orElse(Duration.ZERO);
            case Event.ClockSetBack set ->
                    touched.isBefore(set.to()) || touched.isAfter(now) ? set.by() : Duration.ZERO;
            default -> Duration.between(now, touched);
        };
    }

    private static Reply apply(Draft draft, Event event) {
        return switch (event) {
            case Event.Raised _ -> raised(draft);
            case Event.SomethingAdded added -> added(draft, added);
            case Event.Timed timed -> timed(draft, timed);
            case Event.Acknowledged answer -> Answers.onIt(draft, answer.person());
            case Event.StillOnIt answer -> Answers.onIt(draft, answer.person());
            case Event.AnsweredUnproven said -> Unproven.said(draft, said.person(), said.by());
            case Event.Confirmed said -> Unproven.confirmed(draft, said.person(), said.by());
            case Event.Noted note -> noted(draft, note.person());
            case Event.Looked look -> looked(draft, look.person());
            case Event.PassedOn pass -> Answers.passOn(draft, pass.from(), pass.to());
            case Event.Refused refused -> refused(draft, refused);
            case Event.OfPeople about -> ofPeople(draft, about);
            case Event.SeenSafe said -> Endings.seenSafe(draft, said);
            case Event.Asked asked -> Endings.asked(draft, asked);
            case Event.DrillOver _ -> Endings.drillOver(draft);
            case Event.DrillEndedBy said -> Endings.drillEndedBy(draft, said.person());
            case Event.EndedBy said -> Endings.endedBy(draft, said.person());
            case Event.LadderChanged changed -> ladderChanged(draft, changed.ladder());
            case Event.MembersChanged _ -> membersChanged(draft);
            case Event.ClockSetBack moved -> clockSetBack(draft, moved);
        };
    }

    private static Reply raised(Draft draft) {
        if (draft.place.reached() >= 0 || draft.old.generation() > 0) {
            return new Reply.Kept();
        }
        draft.log(LogKind.RAISED, draft.origin.raiser());
        draft.origin.raiser().ifPresent(raiser -> Answers.awake(draft, raiser));
        if (draft.origin.drill()) {
            draft.drillEndsAt = Optional.of(draft.now().plus(Policy.DRILL_LASTS));
        }
        switch (draft.origin.kind()) {
            case HELP -> Leading.begin(draft, false);
            case DURESS -> Leading.begin(draft, true);
            case CALL, SILENCE, MANY_SILENT, UNKNOWN_CALLERS, CLOCK, DESK, REMINDER -> {}
        }
        draft.climbFrom(0);
        return new Reply.Kept();
    }

    /// What concerns people is nothing to an alarm about none.
    private static Reply ofPeople(Draft draft, Event.OfPeople event) {
        if (!draft.origin.kind().isAboutPeople()) {
            return new Reply.Kept();
        }
        return switch (event) {
            case Event.SilenceJoined joined -> silenceJoined(draft, joined.who());
            case Event.Word word -> word(draft, word);
            case Event.Parted parted -> parted(draft, parted.who());
        };
    }

    private static Reply word(Draft draft, Event.Word word) {
        return switch (word.meaning()) {
            case OK -> LateWord.ok(draft, word);
            case CONTACT -> LateWord.contact(draft, word);
            case HELP, DURESS -> Leading.word(draft, word);
        };
    }

    /// No second storm: a line for each, and where somebody is on it, nobody is rung again unless
    /// nobody looks.
    private static Reply silenceJoined(Draft draft, List<Signs.About> who) {
        draft.signs = draft.signs.and(who);
        who.stream()
                .limit(Limits.SILENCES_LOGGED)
                .map(one -> new Entry.Word(one.who(), Optional.of(one.since())))
                .forEach(word -> draft.log(draft.entry(LogKind.SILENCE_JOINED).with(word)));
        if (draft.phase instanceof Held && draft.joinDueAt.isEmpty()) {
            draft.ringAgainAfter(draft.situation.policy().joinRing());
        }
        return new Reply.Kept();
    }

    private static Reply parted(Draft draft, CodenameId who) {
        if (draft.signs.of(who).isPresent()) {
            draft.signs = draft.signs.without(who);
            draft.log(draft.entry(LogKind.OWN_ALARM).of(who));
        }
        return new Reply.Kept();
    }

    private static Reply added(Draft draft, Event.SomethingAdded added) {
        boolean waits = draft.phase instanceof Held && draft.joinDueAt.isEmpty();
        // Strangers may write by the thousand: one line for all that come before somebody looks.
        if (waits || added.by().isPresent()) {
            draft.log(LogKind.CALL_ADDED, added.by());
        }
        if (waits) {
            draft.ringAgainAfter(draft.situation.policy().joinRing());
        }
        return new Reply.Kept();
    }

    /// When leads are rung again, {@link Leading#tend} sees to it.
    private static Reply timed(Draft draft, Event.Timed timed) {
        draft.noteLateness();
        switch (timed) {
            case Event.StepEnded _ -> draft.climbFrom(draft.place.step() + 1);
            case Event.LapseDue _ -> Answers.lapse(draft);
            case Event.JoinRing _ -> Answers.ringAllAgain(draft);
            case Event.LeadRing _ -> {}
            case Event.DrillEnds _ -> Endings.drillTimeOver(draft);
        }
        return new Reply.Kept();
    }

    private static Reply noted(Draft draft, PersonId person) {
        Answers.renew(draft, person);
        draft.somebodyLooked();
        return new Reply.Kept();
    }

    private static Reply looked(Draft draft, PersonId person) {
        if (draft.joinDueAt.isPresent()) {
            draft.somebodyLooked();
            draft.log(draft.entry(LogKind.LOOKED).about(person));
        }
        return new Reply.Kept();
    }

    private static Reply refused(Draft draft, Event.Refused refused) {
        Rings.tryNext(draft, refused.person(), refused.address(), refused.generation());
        return new Reply.Kept();
    }

    private static Reply ladderChanged(Draft draft, LadderId ladder) {
        boolean another = !draft.origin.ladder().equals(ladder);
        draft.climbsNow(ladder);
        if (!another) {
            return membersChanged(draft);
        }
        draft.log(draft.entry(LogKind.LADDER_CHANGED));
        draft.atTheFirstStep();
        boolean climbed = draft.settle();
        if (!climbed && !(draft.phase instanceof Held)) {
            draft.climbFrom(0);
        }
        return new Reply.Kept();
    }

    private static Reply membersChanged(Draft draft) {
        Answers.forgetWhoLeft(draft);
        draft.stayOnLadder();
        boolean climbed = draft.settle();
        if (!climbed) {
            draft.ringWhoJoined();
        }
        return new Reply.Kept();
    }

    private static Reply clockSetBack(Draft draft, Event.ClockSetBack moved) {
        draft.log(draft.entry(LogKind.CLOCK_SET_BACK).counting(moved.by().toSeconds()));
        return new Reply.Kept();
    }

    /// The event by which a timer shows itself.
    static Event.Timed due(Timer timer) {
        return Event.due(timer.kind(), timer.generation());
    }

    private Engine() {}
}
