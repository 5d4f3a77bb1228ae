package org.watchword.desk.watch;

/// The step function of alarms, as whoever runs it is given it: in earnest the {@link Engine}.
@FunctionalInterface
public interface Stepping {
    Stepping ENGINE = Engine::step;

    Next step(Alarm alarm, Event event, Situation situation);
}
