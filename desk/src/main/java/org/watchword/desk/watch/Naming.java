package org.watchword.desk.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Sentence;

/// Whom an alarm is about, as far as anybody has said.
final class Naming {
    /// How many code-names are read for a headline.
    private static final int MOST_NAMED = 25;

    private final LadderRows ladders;
    private final CallRows calls;
    private final LogRows log;

    Naming(LadderRows ladders, CallRows calls, LogRows log) {
        this.ladders = ladders;
        this.calls = calls;
        this.log = log;
    }

    Who who(Handle handle, Alarm alarm) {
        return switch (alarm.origin().kind()) {
            case UNKNOWN_CALLERS -> new Who.UnknownCallers(calls.count(handle, alarm.id()));
            case CLOCK, DESK -> new Who.TheDesk(cause(handle, alarm, "watch.trouble.unknown"));
            case REMINDER -> new Who.AReminder(cause(handle, alarm, "watch.message.reminder.next"));
            case CALL -> ofCall(handle, alarm);
            case SILENCE, MANY_SILENT, HELP, DURESS -> named(handle, alarm);
        };
    }

    private Sentence cause(Handle handle, Alarm alarm, String orElse) {
        return log.cause(handle, alarm.id()).orElse(Sentence.of(orElse));
    }

    /// Everybody it is about, whoever's silence joined it included.
    private Who named(Handle handle, Alarm alarm) {
        List<Who.Named> names =
                alarm.signs().about().stream()
                        .limit(MOST_NAMED)
                        .flatMap(one -> ladders.codename(handle, one.who()).stream())
                        .map(codename -> new Who.Named(codename.id(), codename.name()))
                        .toList();
        int more = alarm.signs().about().size() - names.size();
        return switch (names.size()) {
            case 0 -> new Who.NotYetNamed();
            case 1 -> more == 0 ? names.getFirst() : new Who.Several(names, more);
            default -> new Who.Several(names, more);
        };
    }

    /// Of whom a late word came.
    List<Who.Named> late(Handle handle, Alarm alarm) {
        return alarm.signs().about().stream()
                .filter(one -> one.lateWord().isPresent())
                .limit(MOST_NAMED)
                .flatMap(one -> ladders.codename(handle, one.who()).stream())
                .map(codename -> new Who.Named(codename.id(), codename.name()))
                .toList();
    }

    private Who ofCall(Handle handle, Alarm alarm) {
        if (alarm.origin().codename().isPresent()) {
            return named(handle, alarm);
        }
        return typed(calls.of(handle, alarm.id()))
                .<Who>map(Who.Typed::new)
                .orElseGet(Who.NotYetNamed::new);
    }

    private static Optional<String> typed(List<AlarmRoom.Call> calls) {
        return calls.stream()
                .flatMap(call -> call.field(CallField.WHO).stream())
                .max(Comparator.comparing(AlarmRoom.Field::at))
                .map(AlarmRoom.Field::text);
    }
}
