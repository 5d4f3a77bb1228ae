package org.watchword.desk.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Sentence;

/// Whom an alarm is about, as far as anybody has said.
final class Naming {
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
            case CLOCK, DESK ->
                    new Who.TheDesk(
                            log.cause(handle, alarm.id())
                                    .orElse(Sentence.of("watch.trouble.unknown")));
            case CALL -> ofCall(handle, alarm);
        };
    }

    private Who ofCall(Handle handle, Alarm alarm) {
        Optional<Codename> codename =
                alarm.origin().codename().flatMap(id -> ladders.codename(handle, id));
        if (codename.isPresent()) {
            return new Who.Named(codename.get().id(), codename.get().name());
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
