package org.watchword.desk.watch;

import java.util.List;
import java.util.TreeMap;

/// Mistakes around the step function of alarms.
public final class PlantedSteps {
    /// A timer of an older generation counts as the one that is awaited.
    public static Stepping withoutGenerations(Stepping engine) {
        return (alarm, event, situation) ->
                engine.step(
                        alarm,
                        event instanceof Event.Timed
                                ? alarm.clockwork().timer().<Event>map(Engine::due).orElse(event)
                                : event,
                        situation);
    }

    /// An OK that comes late ends the alarm.
    public static Stepping endedByAnOk(Stepping engine) {
        return (alarm, event, situation) -> {
            boolean ok = event instanceof Event.Word word && word.meaning() == Meaning.OK;
            Next next = engine.step(alarm, event, situation);
            return ok && !alarm.isClosed()
                    ? new Next(closed(next.alarm(), situation), next.effects(), next.reply())
                    : next;
        };
    }

    private static Alarm closed(Alarm alarm, Situation situation) {
        return new Alarm(
                alarm.id(),
                alarm.origin(),
                new Alarm.Closed(situation.now()),
                alarm.place(),
                alarm.clockwork(),
                new TreeMap<>(alarm.people()),
                alarm.statements(),
                alarm.signs());
    }

    /// A hidden word into an open alarm is taken for an OK.
    public static Stepping hiddenWordAsOk(Stepping engine) {
        return (alarm, event, situation) ->
                engine.step(
                        alarm,
                        event instanceof Event.Word(var who, Meaning meaning, var over)
                                        && meaning == Meaning.DURESS
                                ? new Event.Word(who, Meaning.OK, over)
                                : event,
                        situation);
    }

    /// An answer that nobody proved counts in full.
    public static Stepping unprovenCounts(Stepping engine) {
        return (alarm, event, situation) -> {
            if (event instanceof Event.AnsweredUnproven(var person, var by)) {
                Next next = engine.step(alarm, new Event.Acknowledged(person), situation);
                return new Next(
                        next.alarm(),
                        next.effects(),
                        new Reply.Unproven(situation.now().plus(situation.policy().unproven())));
            }
            return engine.step(alarm, event, situation);
        };
    }

    /// No answer ever lapses.
    public static Stepping withoutLapses(Stepping engine) {
        return (alarm, event, situation) ->
                event instanceof Event.LapseDue
                        ? new Next(alarm, List.of(), new Reply.Stale())
                        : engine.step(alarm, event, situation);
    }

    /// What a channel refused is left to that channel.
    public static Stepping withoutTheNextChannel(Stepping engine) {
        return (alarm, event, situation) ->
                event instanceof Event.Refused
                        ? new Next(alarm, List.of(), new Reply.Kept())
                        : engine.step(alarm, event, situation);
    }

    /// One answer is enough where all must answer.
    public static Stepping oneIsEnough(Stepping engine) {
        return (alarm, event, situation) -> {
            var steps =
                    situation.steps().stream()
                            .map(s ->
                                    new Situation.Step(s.targets(), s.channels(), s.lasts(), false))
                            .toList();
            return engine.step(
                    alarm,
                    event,
                    new Situation(
                            situation.now(),
                            steps,
                            situation.ways(),
                            situation.members(),
                            situation.leads(),
                            situation.policy()));
        };
    }

    private PlantedSteps() {}
}
