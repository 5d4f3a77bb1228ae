package org.watchword.desk.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// How alarms begin, and how what is heard later is added to them.
final class Raising {
    private final AlarmTurns.Rows rows;
    private final AlarmTurns turns;
    private final ZoneId zone;
    private final Locale locale;

    Raising(AlarmTurns.Rows rows, AlarmTurns turns, ZoneId zone, Locale locale) {
        this.rows = rows;
        this.turns = turns;
        this.zone = zone;
        this.locale = locale;
    }

    /// Why an alarm begins that nobody raises.
    ///
    /// @param about at least one
    record Cause(
            AlarmKind kind, List<Signs.About> about, Optional<LadderId> ladder, boolean drill) {}

    /// An alarm about people that nobody raises. A drill's rings nobody while something real is
    /// open: it is over before it begins.
    AlarmId byItself(Turn turn, Cause cause) {
        Handle handle = turn.handle();
        Optional<CodenameId> first = cause.about().stream().findFirst().map(Signs.About::who);
        Instant since =
                cause.about().stream()
                        .map(Signs.About::since)
                        .min(Instant::compareTo)
                        .orElse(turns.now());
        LadderId ladder =
                standing(handle, cause.ladder())
                        .orElseGet(() ->
                                ladderFor(
                                        handle,
                                        first.flatMap(id -> rows.ladders().codename(handle, id))));
        var origin =
                new Alarm.Origin(
                        cause.kind(),
                        first.filter(_ -> cause.about().size() == 1),
                        ladder,
                        since,
                        turns.now(),
                        Optional.empty(),
                        cause.drill());
        AlarmId id = insert(turn, origin, cause.about());
        boolean moot = cause.drill() && SignRows.somethingRealIsOpen(handle);
        turns.apply(turn, id, moot ? new Event.DrillOver() : new Event.Raised());
        return id;
    }

    /// A drill that somebody begins. What is heard can be typed in as in any call.
    AlarmId drill(Turn turn, AlarmKind kind, Codename twin, PersonId by) {
        Instant now = turns.now();
        var origin =
                new Alarm.Origin(
                        kind,
                        Optional.of(twin.id()),
                        ladderFor(turn.handle(), Optional.of(twin)),
                        now,
                        now,
                        Optional.of(by),
                        true);
        AlarmId id = insert(turn, origin, List.of(Signs.About.of(twin.id(), now)));
        if (kind == AlarmKind.CALL) {
            CallId call = rows.calls().insert(turn, id, by, now);
            var who = new AlarmRoom.Field(CallField.WHO, twin.name(), Optional.of(by), now);
            rows.calls().insertField(turn, call, who);
        }
        turns.apply(turn, id, new Event.Raised());
        return id;
    }

    /// Drills are over when something real begins.
    private void endDrills(Turn turn) {
        for (AlarmId drill : SignRows.openDrills(turn.handle())) {
            turns.apply(turn, drill, new Event.DrillOver());
        }
    }

    /// Raises an alarm for a call, or lets the call join the incident of unknown callers.
    RaiseReply call(Turn turn, String formId, PersonId by, LoggedCall call) {
        var before = rows.calls().raisedBy(turn.handle(), formId);
        if (before.filter(raised -> isOpen(turn, raised.alarm())).isPresent()) {
            return new RaiseReply.AlreadyRaised(before.get().alarm(), before.get().call());
        }
        Instant now = turns.now();
        Optional<AlarmId> incident =
                call.nobodyKnowsWho()
                        ? rows.alarms()
                                .openOf(turn.handle(), AlarmKind.UNKNOWN_CALLERS, Optional.empty())
                        : Optional.empty();
        AlarmId alarm = incident.orElseGet(() -> newAlarm(turn, by, call, now));
        CallId id = rows.calls().insert(turn, alarm, by, now);
        call.fields()
                .forEach((field, text) ->
                        rows.calls()
                                .insertField(
                                        turn,
                                        id,
                                        new AlarmRoom.Field(field, text, Optional.of(by), now)));
        rows.calls().keepKey(turn.handle(), formId, new CallRows.Raised(alarm, id), now);
        if (incident.isPresent()) {
            turns.apply(turn, alarm, new Event.SomethingAdded(Optional.of(by)));
            return new RaiseReply.Joined(alarm, id);
        }
        turns.apply(turn, alarm, new Event.Raised());
        return new RaiseReply.Raised(alarm, id);
    }

    /// What somebody unknown wrote from outside joins the incident of unknown callers, and begins
    /// it where there is none. False when the incident keeps no more: it rings all the same.
    boolean outside(Turn turn, ChannelId channel, Inbound.Word word) {
        Handle handle = turn.handle();
        Optional<AlarmId> open =
                rows.alarms().openOf(handle, AlarmKind.UNKNOWN_CALLERS, Optional.empty());
        boolean full =
                open.filter(id -> rows.calls().count(handle, id) >= Limits.OUTSIDE_CALLS)
                        .isPresent();
        AlarmId alarm = open.orElseGet(() -> newIncident(turn, word.receivedAt()));
        if (!full) {
            keep(turn, alarm, source(channel, word.sender()), word.text(), word.receivedAt());
        }
        turns.apply(
                turn,
                alarm,
                open.isPresent() ? new Event.SomethingAdded(Optional.empty()) : new Event.Raised());
        return !full;
    }

    private AlarmId newIncident(Turn turn, Instant since) {
        return insert(
                turn,
                new Alarm.Origin(
                        AlarmKind.UNKNOWN_CALLERS,
                        Optional.empty(),
                        ladderFor(turn.handle(), Optional.empty()),
                        since,
                        turns.now(),
                        Optional.empty(),
                        false));
    }

    private static Optional<AlarmRoom.Source> source(ChannelId channel, Optional<String> sender) {
        var claimed = sender.map(CleanText::cleaned).map(s -> cut(s, Limits.ADDRESS_CHARACTERS));
        return Optional.of(new AlarmRoom.Source(channel, claimed));
    }

    private void keep(
            Turn turn, AlarmId alarm, Optional<AlarmRoom.Source> source, String said, Instant at) {
        CallId id = rows.calls().insert(turn, alarm, source, at);
        String text = cut(CleanText.cleaned(said), Limits.TEXT_CHARACTERS);
        rows.calls()
                .insertField(
                        turn, id, new AlarmRoom.Field(CallField.WORDS, text, Optional.empty(), at));
    }

    /// What somebody wrote whom the desk knows. No incident of strangers: it is about a code-name,
    /// rings that one's ladder, and waits for nothing.
    AlarmId written(Turn turn, SaidPlainly said) {
        Handle handle = turn.handle();
        boolean drill = Twins.isTwin(handle, said.who().getFirst());
        Optional<AlarmId> open =
                said.who().stream()
                        .flatMap(who -> SignRows.openAbout(handle, who, drill).stream())
                        .min((one, other) -> Long.compare(one.value(), other.value()));
        AlarmId alarm = open.orElseGet(() -> byItself(turn, cause(said, drill)));
        if (rows.calls().count(handle, alarm) < Limits.OUTSIDE_CALLS) {
            var source = said.over().flatMap(over -> source(over, said.sender()));
            keep(turn, alarm, source, said.text(), said.at());
        }
        if (open.isPresent()) {
            turns.apply(turn, alarm, new Event.SomethingAdded(Optional.empty()));
        }
        return alarm;
    }

    private static Cause cause(SaidPlainly said, boolean drill) {
        var about = said.who().stream().map(who -> Signs.About.of(who, said.at())).toList();
        return new Cause(AlarmKind.CALL, about, Optional.empty(), drill);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /// A form that lay open since an alarm which is over by now means another one.
    private boolean isOpen(Turn turn, AlarmId alarm) {
        return rows.alarms().load(turn.handle(), alarm).filter(a -> !a.isClosed()).isPresent();
    }

    private AlarmId newAlarm(Turn turn, PersonId by, LoggedCall call, Instant now) {
        Handle handle = turn.handle();
        Optional<Codename> codename =
                Optional.ofNullable(call.fields().get(CallField.WHO))
                        .flatMap(who -> real(handle, who));
        Instant since =
                Optional.ofNullable(call.fields().get(CallField.HEARD_AT))
                        .flatMap(typed -> heardAt(typed, now))
                        .orElse(now);
        var origin =
                new Alarm.Origin(
                        call.nobodyKnowsWho() ? AlarmKind.UNKNOWN_CALLERS : AlarmKind.CALL,
                        codename.map(Codename::id),
                        ladderFor(handle, codename),
                        since,
                        now,
                        Optional.of(by),
                        false);
        return insert(turn, origin);
    }

    /// Whom somebody typed. A call is about somebody real, whatever name was used for it.
    private Optional<Codename> real(Handle handle, String typed) {
        Optional<Codename> named = rows.ladders().codenameTyped(handle, typed);
        return named.flatMap(one -> Twins.realOf(handle, one.id()))
                .flatMap(id -> rows.ladders().codename(handle, id))
                .or(() -> named);
    }

    private AlarmId insert(Turn turn, Alarm.Origin origin) {
        var about = origin.codename().map(who -> Signs.About.of(who, origin.since()));
        return insert(turn, origin, about.stream().toList());
    }

    /// Whatever is real ends the drill that is on.
    private AlarmId insert(Turn turn, Alarm.Origin origin, List<Signs.About> about) {
        if (!origin.drill()) {
            endDrills(turn);
        }
        var id = new AlarmId(RowNumbers.next(turn, "alarm"));
        rows.alarms().insert(turn.handle(), Alarm.fresh(id, origin, about));
        return id;
    }

    private LadderId ladderFor(Handle handle, Optional<Codename> codename) {
        return codename.flatMap(Codename::ladder)
                .or(() -> rows.ladders().defaultLadder(handle))
                .orElse(Flag.NO_LADDER);
    }

    Optional<Instant> heardAt(String typed, Instant now) {
        return HeardAt.read(typed, zone, locale, now);
    }

    /// Rings for the desk itself; the same trouble joins the alarm that is still open for it.
    AlarmId desk(Turn turn, AlarmKind kind, Sentence trouble) {
        Handle handle = turn.handle();
        var open = rows.alarms().openOf(handle, kind, Optional.of(trouble.key()));
        if (open.isPresent()) {
            turns.apply(turn, open.get(), new Event.SomethingAdded(Optional.empty()));
            return open.get();
        }
        return ofNobody(turn, kind, ladderFor(handle, Optional.empty()), turns.now(), trouble);
    }

    /// A planted timer rings. It joins nothing: whoever answered an earlier one did not answer it.
    AlarmId reminder(Turn turn, DueReminder due) {
        Handle handle = turn.handle();
        LadderId ladder =
                standing(handle, Optional.of(due.ladder()))
                        .orElseGet(() -> ladderFor(handle, Optional.empty()));
        AlarmId alarm = ofNobody(turn, AlarmKind.REMINDER, ladder, due.since(), due.says());
        if (due.late().compareTo(Policy.LATE_FROM) >= 0) {
            var line = Entry.of(LogKind.FIRED_LATE, new Alarm.Place(-1, 1, -1));
            rows.log().insert(turn, alarm, turns.now(), line.counting(due.late().toSeconds()));
        }
        return alarm;
    }

    /// That ladder, if it was not taken away since.
    private Optional<LadderId> standing(Handle handle, Optional<LadderId> ladder) {
        return ladder.filter(id -> rows.ladders().find(handle, id).isPresent());
    }

    /// An alarm that is about nobody, and says why it rings.
    private AlarmId ofNobody(
            Turn turn, AlarmKind kind, LadderId ladder, Instant since, Sentence why) {
        var origin =
                new Alarm.Origin(
                        kind,
                        Optional.empty(),
                        ladder,
                        since,
                        turns.now(),
                        Optional.empty(),
                        false);
        AlarmId alarm = insert(turn, origin);
        rows.log().keepCause(turn.handle(), alarm, why);
        turns.apply(turn, alarm, new Event.Raised());
        return alarm;
    }

    /// One field of a call that is still going on.
    record Heard(AlarmId alarm, CallId call, CallField field, String text, PersonId by) {}

    Reply.ToNote add(Turn turn, Heard heard) {
        Handle handle = turn.handle();
        Optional<Alarm> alarm = rows.alarms().load(handle, heard.alarm());
        if (alarm.isEmpty() || !rows.calls().belongs(handle, heard.call(), heard.alarm())) {
            return new Reply.NoSuchAlarm();
        }
        if (alarm.get().isClosed()) {
            return new Reply.AlreadyClosed();
        }
        Instant now = turns.now();
        boolean aTime = heard.field() == CallField.HEARD_AT && !heard.text().isEmpty();
        Optional<Instant> since = aTime ? heardAt(heard.text(), now) : Optional.empty();
        if (aTime && since.isEmpty()) {
            return new Reply.NotATime();
        }
        if (standsAlready(handle, heard)) {
            return new Reply.Kept();
        }
        if (alarm.get().origin().drill() && isAboutSomebodyReal(handle, heard)) {
            return new Reply.StaysADrill();
        }
        rows.calls()
                .insertField(
                        turn,
                        heard.call(),
                        new AlarmRoom.Field(
                                heard.field(), heard.text(), Optional.of(heard.by()), now));
        since.filter(_ -> alarm.get().origin().kind() == AlarmKind.CALL)
                .ifPresent(at -> rows.alarms().setSince(handle, heard.alarm(), at));
        log(turn, alarm.get(), LogKind.FIELD_SAVED, heard.by());
        if (heard.field() == CallField.WHO) {
            named(turn, alarm.get(), heard);
        }
        turns.apply(turn, heard.alarm(), new Event.Noted(heard.by()));
        return new Reply.Kept();
    }

    private boolean isAboutSomebodyReal(Handle handle, Heard heard) {
        return heard.field() == CallField.WHO
                && rows.ladders()
                        .codenameTyped(handle, heard.text())
                        .filter(one -> !Twins.isTwin(handle, one.id()))
                        .isPresent();
    }

    private boolean standsAlready(Handle handle, Heard heard) {
        String stands =
                rows.calls().fields(handle, heard.call()).stream()
                        .filter(field -> field.name() == heard.field())
                        .map(AlarmRoom.Field::text)
                        .findFirst()
                        .orElse("");
        return stands.equals(heard.text());
    }

    /// Somebody said who it is: from now on the plan card and the ladder are that code-name's.
    private void named(Turn turn, Alarm alarm, Heard heard) {
        if (alarm.origin().kind() != AlarmKind.CALL || alarm.origin().drill()) {
            return;
        }
        var codename = real(turn.handle(), heard.text());
        if (codename.map(Codename::id).equals(alarm.origin().codename())) {
            return;
        }
        rows.alarms().setCodename(turn.handle(), alarm, codename.map(Codename::id));
        log(turn, alarm, LogKind.NAMED, heard.by());
        LadderId ladder = ladderFor(turn.handle(), codename);
        if (!ladder.equals(alarm.origin().ladder())) {
            turns.apply(turn, alarm.id(), new Event.LadderChanged(ladder));
        }
    }

    private void log(Turn turn, Alarm alarm, LogKind kind, PersonId by) {
        rows.log().insert(turn, alarm.id(), turns.now(), Entry.of(kind, alarm.place()).about(by));
    }
}
