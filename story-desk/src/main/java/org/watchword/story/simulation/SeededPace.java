package org.watchword.story.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.watchword.desk.basis.Pace;

/// What runs beside, in one thread and by the seed: it decides what comes next, and when.
///
/// Whoever only looks around is let rest longer than in earnest, and much longer once a look found
/// the world as it was: nothing but a commit, a message, a shift or the clock could change what is
/// seen, and whatever changes says so.
final class SeededPace implements Pace {
    private static final long MILLI = 1_000_000;
    private static final int ROUNDS_WAITED = 10_000;
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// How many times longer than in earnest a look may wait after something changed.
    private static final int AFTER_A_CHANGE = 45;

    private static final int WHILE_NOTHING_CHANGES = 1_800;

    private final Agenda agenda;
    private final Life life;
    private final SplittableRandom random;
    private final List<Turning> turning = new ArrayList<>();
    private long lasting;
    private long changes;

    SeededPace(Agenda agenda, Life life, SplittableRandom random) {
        this.agenda = agenda;
        this.life = life;
        this.random = random;
    }

    /// Mostly at once; now and then the machine was busy with something else.
    private long aMoment() {
        int dice = random.nextInt(1_000);
        return dice < 700
                ? 0
                : dice < 990 ? random.nextInt(3) * MILLI : random.nextInt(900) * MILLI;
    }

    /// Said by a channel within a call: so long it took.
    void lasts(Duration time) {
        lasting = time.toNanos();
    }

    /// Whoever only looks around looks as soon as in earnest: a commit failed, and nobody was
    /// woken.
    void lookSoon() {
        turning.forEach(Turning::lookSoon);
    }

    /// Something changed that somebody may look at.
    void changed() {
        changes++;
        turning.forEach(Turning::mayLook);
    }

    @Override
    public Beat beat(String name, Round round) {
        var mine = new Turning(round);
        turning.add(mine);
        return mine;
    }

    @Override
    public void aside(String name, Runnable work) {
        agenda.in(aMoment(), life, work);
    }

    @Override
    public void later(String name, Duration wait, Runnable work) {
        agenda.in(wait.toNanos() + aMoment(), life, work);
    }

    @Override
    public <T> void within(Duration limit, Callable<T> work, Consumer<Optional<T>> then) {
        lasting = 0;
        Optional<T> came = called(work);
        boolean late = lasting > limit.toNanos();
        agenda.in(
                Math.min(lasting, limit.toNanos()) + aMoment(),
                life,
                () -> then.accept(late ? Optional.empty() : came));
    }

    private static <T> Optional<T> called(Callable<T> work) {
        try {
            return Optional.of(work.call());
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private final class Turning implements Beat {
        private final Round round;
        private boolean started;
        private boolean over;
        private boolean woken;
        private boolean resting;
        private boolean nothingToSee;
        private boolean soon;
        private Duration look = LOOK;
        private long plan;
        private long plannedFor;

        Turning(Round round) {
            this.round = round;
        }

        @Override
        public void start() {
            started = true;
            planFor(0);
        }

        @Override
        public void wake() {
            boolean first = !woken;
            woken = true;
            if (started && !over && first) {
                planFor(aMoment());
            }
        }

        /// The newest plan counts; an older one is passed over.
        private void planFor(long wait) {
            long mine = ++plan;
            plannedFor = agenda.now() + wait;
            agenda.in(
                    wait,
                    life,
                    () -> {
                        if (mine == plan) {
                            turn();
                        }
                    });
        }

        private void lookSoon() {
            soon = true;
            if (started && !over && !woken) {
                planFor(Math.min(look.toNanos(), plannedFor - agenda.now()));
            }
        }

        /// Wakes up to what changed in its long rest, but no later than it meant to anyway.
        private void mayLook() {
            if (started && !over && !woken && nothingToSee) {
                nothingToSee = false;
                planFor(Math.min(look.toNanos() * AFTER_A_CHANGE, plannedFor - agenda.now()));
            }
        }

        private void turn() {
            boolean looks = resting && !woken;
            soon &= !looks;
            long before = changes;
            Optional<Rest> rest = step(looks);
            while (rest.filter(Rest.NONE::equals).isPresent()) {
                rest = step(false);
            }
            resting = rest.isPresent();
            nothingToSee = looks && before == changes;
            if (rest.isEmpty()) {
                over = true;
            } else if (woken) {
                planFor(aMoment());
            } else {
                planFor(wait(rest.get()));
            }
        }

        private Optional<Rest> step(boolean rested) {
            woken = false;
            return round.next(rested);
        }

        private long wait(Rest rest) {
            look = rest.look();
            int times = soon ? 1 : nothingToSee ? WHILE_NOTHING_CHANGES : AFTER_A_CHANGE;
            return Math.min(rest.due().toNanos() + aMoment(), look.toNanos() * times);
        }

        @Override
        public <T> T await(CompletableFuture<T> brought) {
            for (int i = 0; i < ROUNDS_WAITED && !brought.isDone(); i++) {
                Optional<Rest> _ = step(false);
            }
            life.check();
            if (!brought.isDone()) {
                throw new IllegalStateException("what was awaited never came");
            }
            return brought.join();
        }

        @Override
        public void ended(Duration most) {
            // Nothing of the simulation is closed in order.
        }
    }
}
