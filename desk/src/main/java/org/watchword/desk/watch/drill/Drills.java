package org.watchword.desk.watch.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Tick;
import org.watchword.desk.basis.Ticks;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.AlarmRoom;
import org.watchword.desk.watch.Drilling;
import org.watchword.desk.watch.Reply;
import org.watchword.desk.watch.Watch;

/// Begins, ends and lists drills. Every command returns after its commit.
public final class Drills implements Ticks {
    /// How long an answered drill speaks for the team.
    static final Duration SPEAKS_FOR = Duration.ofDays(92);

    /// How far back drills are listed, and how many.
    private static final Duration LISTED = Duration.ofDays(184);

    private static final int MOST_LISTED = 20;

    static final Sentence SOMETHING_REAL = Sentence.of("drill.refused.real");
    static final Sentence ANOTHER_RUNS = Sentence.of("drill.refused.another");

    private final Store store;
    private final Watch watch;
    private final InstantSource clock;
    private final TimeWords times;

    /// @param times in which the tick names a day
    public Drills(Store store, Watch watch, InstantSource clock, TimeWords times) {
        this.store = store;
        this.watch = watch;
        this.clock = clock;
        this.times = times;
    }

    private Drilling drilling() {
        return watch.alarms().drilling();
    }

    Drilling.Begun begin(Drilling.Wish wish) {
        return store.writer().write(Lane.FIRST, turn -> drilling().begin(turn, wish));
    }

    Reply.ToDrill end(AlarmId drill, PersonId by) {
        return store.writer().write(Lane.FIRST, turn -> drilling().end(turn, drill, by));
    }

    /// Why none can begin just now, in a sentence; empty when one can.
    Optional<Sentence> hindrance() {
        return store.read(handle -> {
            if (drilling().somethingRealIsOpen(handle)) {
                return Optional.of(SOMETHING_REAL);
            }
            return drilling().open(handle).isEmpty() ? Optional.empty() : Optional.of(ANOTHER_RUNS);
        });
    }

    /// The last ones, the newest first.
    List<AlarmRoom> listed() {
        Instant from = clock.instant().minus(LISTED);
        return store.read(handle -> DrillRows.since(handle, from, MOST_LISTED)).stream()
                .flatMap(id -> watch.room(id).stream())
                .toList();
    }

    @Override
    public List<Tick> now(Handle handle) {
        Optional<Instant> last = DrillRows.lastAnswered(handle);
        boolean well = last.filter(at -> at.plus(SPEAKS_FOR).isAfter(clock.instant())).isPresent();
        Sentence says =
                last.map(at ->
                                Sentence.of(
                                        well ? "drill.tick.answered" : "drill.tick.old",
                                        "at",
                                        times.dayAndMinute(at)))
                        .orElseGet(() -> Sentence.of("drill.tick.none"));
        return List.of(new Tick("drill-answered", well, says, DrillPages.PATH));
    }
}
