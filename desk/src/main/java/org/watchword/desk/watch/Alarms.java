package org.watchword.desk.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Turn;

/// Alarms that nobody presses a button for: a word that did not come, and one that asks for help.
/// Everything happens in the caller's turn of the writer. What is a drill's meets only drills.
public final class Alarms {
    private final AlarmTurns.Rows rows;
    private final AlarmTurns turns;
    private final Raising raising;
    private final Drilling drilling;

    Alarms(AlarmTurns.Rows rows, AlarmTurns turns, Raising raising) {
        this.rows = rows;
        this.turns = turns;
        this.raising = raising;
        this.drilling = new Drilling(rows, turns, raising);
    }

    /// Somebody was not heard. Joins the oldest open alarm about one of them, to which the others
    /// belong from then on; raises one where there is none. The same key does so once, ever.
    ///
    /// @return the alarm it raised or joined, over by now or not
    public AlarmId silent(Turn turn, Silence silence) {
        Handle handle = turn.handle();
        Optional<AlarmId> before = SignRows.keyed(handle, silence.key());
        if (before.isPresent()) {
            return before.get();
        }
        var own = new LinkedHashMap<AlarmId, List<Signs.About>>();
        var others = new ArrayList<Signs.About>();
        for (CodenameId who : silence.about()) {
            var open = SignRows.openAbout(handle, who, silence.drill());
            var about = Signs.About.of(who, silence.since());
            open.forEach(alarm -> own.computeIfAbsent(alarm, _ -> new ArrayList<>()).add(about));
            if (open.isEmpty()) {
                others.add(about);
            }
        }
        AlarmId alarm =
                own.keySet().stream()
                        .min((one, other) -> Long.compare(one.value(), other.value()))
                        .orElseGet(() -> raised(turn, silence));
        own.computeIfPresent(alarm, (_, about) -> joined(about, others));
        own.forEach((id, about) -> turns.apply(turn, id, new Event.SilenceJoined(about)));
        SignRows.keepKeys(handle, List.of(silence.key()), alarm, turns.now());
        return alarm;
    }

    /// Somebody who is known wrote something in plain words. It joins the oldest open alarm about
    /// one of those it may be, and raises one about all of them where there is none.
    public AlarmId written(Turn turn, SaidPlainly said) {
        return raising.written(turn, said);
    }

    /// What the desk itself has to say rings, in the caller's turn; it joins the alarm that is
    /// still open for the same.
    public AlarmId desk(Turn turn, Sentence what) {
        return raising.desk(turn, AlarmKind.DESK, what);
    }

    /// A timer that somebody planted rings.
    public AlarmId reminder(Turn turn, DueReminder due) {
        return raising.reminder(turn, due);
    }

    /// The newest instant that lies in an alarm's row: it was at least so late when it was written.
    public Instant lastTouched(Handle handle) {
        return rows.alarms().lastTouched(handle);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private AlarmId raised(Turn turn, Silence silence) {
        var about =
                silence.about().stream().map(who -> Signs.About.of(who, silence.since())).toList();
        return raising.byItself(
                turn,
                new Raising.Cause(AlarmKind.SILENCE, about, silence.ladder(), silence.drill()));
    }

    /// So many were not heard at about the same time that it is one incident with a list. Whoever
    /// has an open alarm joins that one. As long as the incident of that key is open, more join it.
    ///
    /// @param which all of them a drill's, or none
    /// @return the incident; where all of them had an alarm, the oldest of these
    public AlarmId manySilent(Turn turn, String key, List<Silence> which) {
        Handle handle = turn.handle();
        if (which.isEmpty()) {
            throw new IllegalArgumentException("nobody is silent");
        }
        boolean drill = which.getFirst().drill();
        Set<CodenameId> covered =
                SignRows.covered(
                        handle,
                        which.stream().flatMap(one -> one.about().stream()).toList(),
                        drill);
        var known = SignRows.known(handle, which.stream().map(Silence::key).toList());
        var fresh = new ArrayList<Silence>();
        var oldest = new TreeMap<Long, AlarmId>();
        for (Silence one : onceEach(which)) {
            boolean alone = one.about().stream().noneMatch(covered::contains);
            if (alone && !known.contains(one.key())) {
                fresh.add(one);
            } else {
                AlarmId alarm = silent(turn, one);
                oldest.put(alarm.value(), alarm);
            }
        }
        Optional<AlarmId> incident = SignRows.keyed(handle, key);
        if (fresh.isEmpty()) {
            return incident.orElseGet(() -> oldest.firstEntry().getValue());
        }
        AlarmId alarm =
                incident.filter(id -> isOpen(handle, id))
                        .map(id -> more(turn, id, fresh))
                        .orElseGet(() -> raisedForMany(turn, fresh));
        var keys = new ArrayList<>(fresh.stream().map(Silence::key).toList());
        keys.add(key);
        SignRows.keepKeys(handle, keys, alarm, turns.now());
        return alarm;
    }

    private static Collection<Silence> onceEach(List<Silence> which) {
        var byKey = new LinkedHashMap<String, Silence>();
        which.forEach(one -> byKey.putIfAbsent(one.key(), one));
        return byKey.values();
    }

    private boolean isOpen(Handle handle, AlarmId id) {
        return rows.alarms().load(handle, id).filter(alarm -> !alarm.isClosed()).isPresent();
    }

    private AlarmId more(Turn turn, AlarmId incident, List<Silence> silences) {
        turns.apply(turn, incident, new Event.SilenceJoined(about(silences)));
        return incident;
    }

    private AlarmId raisedForMany(Turn turn, List<Silence> silences) {
        return raising.byItself(
                turn,
                new Raising.Cause(
                        AlarmKind.MANY_SILENT,
                        about(silences),
                        silences.stream().flatMap(one -> one.ladder().stream()).findFirst(),
                        silences.getFirst().drill()));
    }

    private static List<Signs.About> about(List<Silence> silences) {
        return silences.stream()
                .flatMap(one -> one.about().stream().map(who -> Signs.About.of(who, one.since())))
                .toList();
    }

    /// What a word means for alarms. One that asks for help, said freely or hidden, joins every
    /// open alarm about that code-name, or raises one; of an incident of many it takes that
    /// code-name out into an alarm of its own. Any other one matters only to an open alarm.
    ///
    /// A word of a drill asks for help in that drill only. When none is on, whoever sends it has
    /// taken the wrong card, and is rung for as what she is.
    public void word(Turn turn, WordCame came) {
        Handle handle = turn.handle();
        boolean asksForHelp = came.meaning() == Meaning.HELP || came.meaning() == Meaning.DURESS;
        WordCame word = asksForHelp ? inEarnest(handle, came) : came;
        boolean joined = false;
        for (AlarmId id : SignRows.openAbout(handle, word.who(), word.drill())) {
            boolean many =
                    rows.alarms()
                            .load(handle, id)
                            .filter(a -> a.origin().kind() == AlarmKind.MANY_SILENT)
                            .isPresent();
            if (asksForHelp && many) {
                turns.apply(turn, id, new Event.Parted(word.who()));
            } else {
                turns.apply(turn, id, new Event.Word(word.who(), word.meaning(), word.over()));
                joined = true;
            }
        }
        if (!asksForHelp) {
            return;
        }
        if (!joined) {
            raised(turn, word);
        }
    }

    private static WordCame inEarnest(Handle handle, WordCame word) {
        return word.drill() && SignRows.openAbout(handle, word.who(), true).isEmpty()
                ? word.about(Twins.realOf(handle, word.who()).orElse(word.who()))
                : word;
    }

    private void raised(Turn turn, WordCame word) {
        var kind = word.meaning() == Meaning.HELP ? AlarmKind.HELP : AlarmKind.DURESS;
        AlarmId id =
                raising.byItself(
                        turn,
                        new Raising.Cause(
                                kind,
                                List.of(Signs.About.of(word.who(), word.at())),
                                Optional.empty(),
                                word.drill()));
        var line = kind == AlarmKind.HELP ? LogKind.HELP_WORD : LogKind.DO_NOT_CALL;
        Entry entry = Entry.of(line, new Alarm.Place(-1, 1, -1)).of(word.who());
        rows.log().insert(turn, id, turns.now(), word.over().map(entry::over).orElse(entry));
    }

    /// Which of these code-names an open real alarm is about.
    public Set<CodenameId> covered(Handle handle, Collection<CodenameId> who) {
        return SignRows.covered(handle, who, false);
    }

    /// Whether this is an open real alarm about that code-name.
    public boolean isOpenAbout(Handle handle, AlarmId alarm, CodenameId who) {
        return SignRows.openAbout(handle, who, false).contains(alarm);
    }

    /// Whom an alarm is about, open or not, a drill or not.
    public List<CodenameId> about(Handle handle, AlarmId alarm) {
        return SignRows.about(handle, alarm).stream().map(Signs.About::who).toList();
    }

    /// Tells the officers something neutral, when this turn stands.
    public void tell(Turn turn, Sentence what) {
        rows.log().tell(turn, what, turns.now());
    }

    /// Whether everything about this code-name is a drill.
    public boolean isTwin(Handle handle, CodenameId who) {
        return Twins.isTwin(handle, who);
    }

    /// Drills that people begin and end.
    public Drilling drilling() {
        return drilling;
    }
}
