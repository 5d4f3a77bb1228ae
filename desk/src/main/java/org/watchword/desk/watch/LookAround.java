package org.watchword.desk.watch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;

/// What the watch looks at about once a second, between the firings: does the clock run as it
/// should, is anything owed, has the team changed in a way that concerns a ladder being climbed?
final class LookAround {
    private static final Logger LOG = LoggerFactory.getLogger(LookAround.class);
    private static final Duration TEAM_EVERY = Duration.ofSeconds(5);

    private final DeskClock clock;
    private final Runnable team;
    private final List<Runnable> looks = new CopyOnWriteArrayList<>();
    private long teamLookedAtNanos;

    /// @param team looked at less often: it is asked about every open alarm
    LookAround(DeskClock clock, Runnable team) {
        this.clock = clock;
        this.team = team;
        this.teamLookedAtNanos = clock.monotonicNanos();
        looks.add(this::team);
    }

    void add(Runnable look) {
        looks.add(look);
    }

    /// One that fails keeps no other from looking.
    void look() {
        for (Runnable one : looks) {
            try {
                one.run();
            } catch (RuntimeException e) {
                LOG.warn("the watch could not look around: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void team() {
        long now = clock.monotonicNanos();
        if (now - teamLookedAtNanos >= TEAM_EVERY.toNanos()) {
            teamLookedAtNanos = now;
            team.run();
        }
    }
}
