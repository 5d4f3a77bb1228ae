package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Tick;
import org.watchword.desk.basis.Ticks;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Ladders;
import org.watchword.desk.watch.Watch;

/// Who must be heard by when, and what follows when nobody is. Every command returns after its
/// commit.
public final class Watches implements Ticks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    /// A wall clock set back by less moves no row.
    private static final Duration SET_BACK_FROM = Duration.ofSeconds(2);

    /// What changed in a turn that was lost changed since then, also where the clock was set.
    private static final Duration LOST_WITHIN = Duration.ofHours(3);

    private final Store store;
    private final People people;
    private final Ladders ladders;
    private final DeskClock clock;
    private final WatchRows watches;
    private final FiringRows firings;
    private final WatchTurns turns;
    private final Firings ring;
    private final Ringing ringing;
    private final DueTimes times;

    public Watches(
            Store store, Delivery.Ground ground, People people, Watch watch, SilencePolicy policy) {
        this(store, ground, Team.of(people, watch), policy, WatchStepping.engine(policy));
    }

    /// Who there is, which code-names, and how somebody is rung about them.
    public record Team(People people, Ladders ladders, Ringing ringing) {
        public static Team of(People people, Watch watch) {
            return new Team(people, watch.ladders(), new AlarmsRinging(watch.alarms()));
        }
    }

    /// @param engine says what an event makes of a watch
    public Watches(
            Store store,
            Delivery.Ground ground,
            Team team,
            SilencePolicy policy,
            WatchStepping engine) {
        this.store = store;
        this.people = team.people();
        this.ladders = team.ladders();
        this.clock = ground.clock();
        this.watches = new WatchRows(ground.seal());
        this.firings = new FiringRows(ground.seal());
        this.turns = new WatchTurns(watches, firings, engine, clock, this::arm);
        this.ring = new Firings(watches, firings, policy, team.ringing());
        this.ringing = team.ringing();
        this.times = new DueTimes(clock, Limits.DUE_AT_ONCE, new Due(), ground.pace());
        ladders.reliedOnBy(new OnWatches(watches));
    }

    /// Takes up every watch where it stands, applies the words that wait, and begins. What is
    /// overdue fires at once.
    public void start(Waiting waiting, Reminding reminding) {
        turns.plug(waiting, reminding);
        Instant newest = store.read(watches::lastTouched);
        times.knowing(newest);
        takeUp(Instant.MIN, newest);
        watched(store.writer().submit(Lane.FIRST, this::applyWords));
        times.start();
        store.onLost(() -> takeUp(clock.instant().minus(LOST_WITHIN), Instant.EPOCH));
    }

    /// Takes up the timers of the watches that changed since.
    ///
    /// @param newest as late as this it is at least
    private void takeUp(Instant since, Instant newest) {
        Instant wall = clock.instant();
        Instant now = wall.isBefore(newest) ? newest : wall;
        store.read(handle -> {
            watches.timers(
                    handle,
                    timer -> {
                        Instant from = timer.touched().isAfter(now) ? timer.touched() : now;
                        if (timer.touched().isAfter(since)) {
                            times.add(
                                    new DueTimes.Entry(timer.watch(), timer.generation()),
                                    timer.at(),
                                    Duration.between(from, timer.at()));
                        }
                    });
            return now;
        });
        times.wake();
    }

    private Instant applyWords(Turn turn) {
        turns.applyWords(turn);
        return clock.instant();
    }

    @Override
    public void close() {
        times.close();
    }

    /// When the next timer fires; empty when there is none.
    public Optional<Instant> nextDue() {
        return times.nextDue();
    }

    /// Whether nothing is due and no turn of a timer is under way.
    public boolean isIdle() {
        return times.isIdle();
    }

    private void arm(DueTimes.Entry entry, Instant at, Duration wait) {
        times.arm(entry, at, wait);
    }

    private final class Due implements DueTimes.Firing {
        @Override
        public CompletableFuture<?> fire(List<DueTimes.Entry> due) {
            var work =
                    store.writer()
                            .submit(
                                    Lane.FIRST,
                                    turn -> {
                                        ring.ring(turn, turns.due(turn, due), clock.instant());
                                        return due.size();
                                    });
            watched(work);
            return work;
        }

        @Override
        public void clockSetBack(Duration by) {
            if (by.compareTo(SET_BACK_FROM) >= 0) {
                Instant to = clock.instant();
                watched(
                        store.writer()
                                .submit(
                                        Lane.FIRST,
                                        turn -> {
                                            watches.clockSetBack(turn.handle(), by, to);
                                            return to;
                                        }));
            }
        }
    }

    private static void watched(CompletableFuture<?> work) {
        var _ =
                work.whenComplete((_, trouble) -> {
                    if (trouble != null) {
                        LOG.error(
                                "watches could not keep a turn: {}",
                                trouble.getClass().getSimpleName());
                    }
                });
    }

    /// An OK that counts was kept at that instant. In every watch about that code-name it counts
    /// for the due time that is awaited, and for no other.
    public void heard(Turn turn, CodenameId who, Instant at) {
        turns.heard(turn, who, at);
    }

    /// Plans a watch. Nobody is awaited before it is armed.
    public WatchReply add(Plan plan, PersonId by) {
        Plan clean = cleaned(plan);
        return store.writer()
                .write(
                        Lane.ORDINARY,
                        turn ->
                                problem(turn.handle(), clean)
                                        .orElseGet(() -> insert(turn, clean, by)));
    }

    private WatchReply insert(Turn turn, Plan plan, PersonId by) {
        Instant now = clock.instant();
        WatchId id = watches.insert(turn, plan, now);
        firings.log(turn, id, now, WatchEffect.Line.byHand(WatchEffect.Kind.PLANNED, by));
        return new WatchReply.Changed(id);
    }

    /// Another plan for a watch. Where it is armed, the new plan holds at once.
    WatchReply changeIn(Turn turn, WatchChanges.Over over, Plan plan) {
        return problem(turn.handle(), plan)
                .orElseGet(() ->
                        turns.byHand(
                                turn,
                                over.id(),
                                over.seen(),
                                new WatchEvent.Replanned(plan, Optional.of(over.by()))));
    }

    /// The same for a change that had waited.
    boolean changedByItself(Turn turn, OneWatch watch, Plan plan) {
        var event = new WatchEvent.Replanned(plan, Optional.empty());
        return problem(turn.handle(), plan).isEmpty()
                && turns.byHand(turn, watch.id(), watch.edition(), event)
                        instanceof WatchReply.Changed;
    }

    /// What is about drill twins is a drill, whatever else was said.
    Plan cleaned(Plan plan) {
        boolean drill = plan.drill() || store.read(handle -> twins(handle, plan)) > 0;
        return new Plan(
                CleanText.onOneLine(CleanText.cleaned(plan.label())),
                plan.about(),
                plan.ladder(),
                plan.schedule(),
                plan.margins(),
                plan.anyone(),
                drill);
    }

    /// Why a plan cannot be kept, as code-names stand in this turn.
    Optional<WatchReply> problem(Handle handle, Plan plan) {
        Set<CodenameId> known = ladders.standing(handle, plan.about());
        long twins = twins(handle, plan);
        return twins > 0 && twins < plan.about().size()
                ? Optional.of(WatchReply.refused("about", "silence.refused.mixed"))
                : PlanRules.problem(plan, known, clock.instant()).map(refused -> refused);
    }

    private long twins(Handle handle, Plan plan) {
        return plan.about().stream().filter(who -> ringing.isTwin(handle, who)).count();
    }

    /// From now on its code-names are awaited.
    public WatchReply arm(WatchId id, long seen, PersonId by) {
        return byHand(id, seen, new WatchEvent.Armed(by));
    }

    /// Awaits nobody until then, and goes on by itself.
    public WatchReply pause(WatchId id, long seen, Pause pause) {
        return inTurn(turn -> pauseIn(turn, new WatchChanges.Over(id, seen, pause.by()), pause));
    }

    WatchReply pauseIn(Turn turn, WatchChanges.Over over, Pause pause) {
        String why = CleanText.onOneLine(CleanText.cleaned(pause.why()));
        if (why.isEmpty()) {
            return WatchReply.refused("why", "silence.refused.why");
        }
        if (why.length() > Limits.PLAN_CHARACTERS) {
            return WatchReply.refused("why", "silence.refused.why-long");
        }
        if (!people.acting(turn.handle()).contains(pause.second())) {
            return WatchReply.refused("second", "silence.refused.second");
        }
        var clean = new Pause(pause.until(), pause.by(), pause.second(), why);
        return turns.byHand(turn, over.id(), over.seen(), new WatchEvent.Paused(clean));
    }

    /// Goes on before the pause is over.
    public WatchReply resume(WatchId id, long seen, PersonId by) {
        return byHand(id, seen, new WatchEvent.Resumed(by));
    }

    WatchReply endIn(Turn turn, WatchChanges.Over over) {
        var event = new WatchEvent.Ended(Optional.of(over.by()));
        return turns.byHand(turn, over.id(), over.seen(), event);
    }

    /// The same for a change that had waited.
    boolean endedByItself(Turn turn, OneWatch watch) {
        var event = new WatchEvent.Ended(Optional.empty());
        return turns.byHand(turn, watch.id(), watch.edition(), event) instanceof WatchReply.Changed;
    }

    private WatchReply byHand(WatchId id, long seen, WatchEvent.ByHand event) {
        return inTurn(turn -> turns.byHand(turn, id, seen, event));
    }

    <T> T inTurn(Function<Turn, T> work) {
        return store.writer().write(Lane.FIRST, work::apply);
    }

    Instant now() {
        return clock.instant();
    }

    PlanInWords inWords(Handle handle, Words words, TimeWords times) {
        return new PlanInWords(words, times, ladders.codenames(handle), ladders.all(handle));
    }

    /// Another number whenever a person did something to the watch.
    public Optional<Long> edition(WatchId id) {
        return store.read(handle -> watches.load(handle, id)).map(OneWatch::edition);
    }

    /// What people decided about a watch.
    public Optional<Plan> plan(WatchId id) {
        return store.read(handle -> watches.load(handle, id)).map(OneWatch::plan);
    }

    /// How many watches are armed that are no drill's.
    public int armed(Handle handle) {
        return watches.armed(handle);
    }

    @Override
    public List<Tick> now(Handle handle) {
        int armed = watches.armed(handle);
        var says =
                armed > 0
                        ? Sentence.of("silence.tick.armed", "count", armed)
                        : Sentence.of("silence.tick.none");
        return List.of(new Tick("watch-armed", armed > 0, says, SilencePages.PATH));
    }

    WatchRows rows() {
        return watches;
    }

    FiringRows firings() {
        return firings;
    }
}
