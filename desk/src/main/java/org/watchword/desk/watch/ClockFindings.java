package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.basis.Sentence;

/// What the watch does about a clock that was moved.
record ClockFindings(Watch watch) implements ClockWatch.Found {
    @Override
    public void jumpedAhead(Sentence what) {
        watch.ring(AlarmKind.CLOCK, what);
    }

    @Override
    public void setBack(Sentence what, Duration by, Instant to) {
        watch.clockSetBack(by, to);
        watch.tell(what);
    }

    @Override
    public void cannotBe(Sentence what) {
        watch.tell(what);
    }
}
