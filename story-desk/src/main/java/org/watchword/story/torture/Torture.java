package org.watchword.story.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.process.DeskGone;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.process.Plant;
import org.watchword.story.visit.NoSuchThing;

/// Round after round on one desk: people work, the desk is upset, comes back, and is judged.
final class Torture implements AutoCloseable {
    /// The longest that everything due may take, by the clock on the wall.
    private static final Duration SETTLES = Duration.ofSeconds(30);

    /// The longest that an upset waits for a message, or for deeds.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// So often somebody tries to write on a full disk until it is refused, and on a mended one
    /// until it is taken.
    private static final int TRIES = 60;

    private static final int LONG_NOTE = 1_500;

    /// One alarm of so many is left for the rounds to come.
    private static final int LEFT_ONCE_IN = 5;

    private final Scene scene;
    private final InstantSource real;
    private final FullDisk small;
    private final Optional<PowerRound> power;
    private final MessagesOut messages;
    private final Rung rung;
    private final Deadlines deadlines;
    private final Figures figures = new Figures();
    private final Instant armed;
    private final AtomicReference<Plan> plan;
    private final AtomicReference<CountDownLatch> awaited;

    private Torture(Scene scene, InstantSource real) throws IOException {
        this.scene = scene;
        this.real = real;
        boolean mounts = FullDisk.canMount(scene.directory());
        this.small = new FullDisk(scene.desk(), scene.directory().resolve("aside"), mounts);
        this.power = Traced.isHere() ? Optional.of(new PowerRound(scene)) : Optional.empty();
        this.messages = new MessagesOut(Scene.english().say("delivery.again"));
        this.rung = new Rung(scene.told());
        this.deadlines = new Deadlines(scene.told(), scene.story().watchkeeping().watches());
        this.armed = scene.desk().now();
        scene.desk().liveBriefly();
        this.plan = new AtomicReference<>(Plan.draw(0, 1, Optional.empty()));
        this.awaited = new AtomicReference<>(new CountDownLatch(0));
        scene.mail().onReceived(_ -> hold());
    }

    /// Founds a desk below an empty directory.
    static Torture open(Path directory, Optional<Plant> plant, InstantSource real)
            throws IOException {
        var torture = new Torture(Scene.open(directory, real), real);
        plant.ifPresent(planted -> {
            DeskProcess desk = torture.scene.desk();
            desk.plant(planted);
            desk.quit();
            desk.restart();
        });
        return torture;
    }

    /// A mail server that takes its time: whoever hands in a message waits.
    private void hold() {
        awaited.get().countDown();
        Plan now = plan.get();
        LockSupport.parkNanos(now.slow().toNanos());
    }

    /// What this machine lacks, for whoever reads the figures.
    List<Sentence> lacking() {
        List<Sentence> lacking = new ArrayList<>();
        if (!small.isReal()) {
            lacking.add(Sentence.of("torture.no-tmpfs"));
        }
        if (power.isEmpty()) {
            lacking.add(Sentence.of("torture.no-strace"));
        }
        return lacking;
    }

    Figures figures() {
        return figures;
    }

    long acknowledged() {
        return scene.told().acknowledged();
    }

    int messages() {
        return scene.taken().all().size();
    }

    /// Plays one round.
    ///
    /// @return what does not hold, each once
    List<Sentence> round(Plan drawn) throws IOException {
        plan.set(drawn);
        figures.round(drawn.upset());
        prepare(drawn.upset());
        Kept before = scene.rows();
        awaited.set(new CountDownLatch(drawn.afterMessages()));
        scene.crowd().begin(drawn, before);
        List<Sentence> wrong = new ArrayList<>(upset(drawn));
        Instant end = real.instant();
        scene.crowd().end();
        if (!scene.desk().isUp()) {
            wrong.addAll(afterTheKill(drawn, end));
        }
        if (wrong.isEmpty()) {
            // Of a desk that has lost something nothing more can be said.
            wrong.addAll(comesBack(drawn));
        }
        List<Sentence> each = wrong.stream().distinct().toList();
        each.forEach(figures::found);
        return each;
    }

    private void prepare(Upset upset) throws IOException {
        switch (upset) {
            case POWER -> {
                if (power.isPresent()) {
                    scene.desk().quit();
                    power.get().record();
                    scene.desk().restart();
                }
            }
            case DISK -> {
                if (small.isReal()) {
                    scene.desk().quit();
                    small.lay();
                    scene.desk().restart();
                }
            }
            case KILL, DELIVERY, FREEZE -> {}
        }
    }

    private List<Sentence> upset(Plan drawn) throws IOException {
        switch (drawn.upset()) {
            case KILL, POWER -> {
                works(drawn);
                scene.desk().kill();
            }
            case DELIVERY -> {
                await();
                pause(Duration.ofNanos(drawn.random().nextLong(drawn.slow().toNanos())));
                scene.desk().kill();
            }
            case FREEZE -> {
                works(drawn);
                scene.desk().freeze(true);
                pause(drawn.lasts());
                scene.desk().freeze(false);
                pause(drawn.load());
            }
            case DISK -> {
                works(drawn);
                return full(drawn);
            }
        }
        return List.of();
    }

    private void await() {
        try {
            boolean _ = awaited.get().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskGone("interrupted", e);
        }
    }

    /// Lets people work until so much was answered, or for as long as patience lasts.
    private void works(Plan drawn) {
        long enough = acknowledged() + drawn.deeds();
        Instant until = real.instant().plus(PATIENCE);
        while (acknowledged() < enough && real.instant().isBefore(until)) {
            pause(Duration.ofMillis(1));
        }
        pause(drawn.load());
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /// A desk that cannot write says so; once it can again it needs nobody's help.
    private List<Sentence> full(Plan drawn) throws IOException {
        List<Sentence> wrong = new ArrayList<>();
        small.fill(drawn.random());
        int refused = scene.told().refusals();
        if (!becomes(false) || scene.told().refusals() == refused) {
            wrong.add(Sentence.of("torture.found.takes-all"));
        }
        pause(drawn.lasts());
        if (small.isReal() && drawn.random().nextBoolean()) {
            scene.desk().kill();
            small.mend();
            return wrong;
        }
        small.mend();
        if (!becomes(true)) {
            wrong.add(Sentence.of("torture.found.takes-nothing"));
        }
        if (small.isReal()) {
            scene.desk().kill();
        }
        return wrong;
    }

    /// Whether what is nobody's emergency is taken, or is not, before long.
    private boolean becomes(boolean taken) {
        for (int i = 0; i < TRIES; i++) {
            boolean took = false;
            try {
                took = scene.crowd().writer().handOver(taken ? 0 : LONG_NOTE);
            } catch (NoSuchThing e) {
                // Not even the page is there.
            }
            if (took == taken) {
                return true;
            }
            pause(Duration.ofMillis(taken ? 200 : 5));
        }
        return false;
    }

    private List<Sentence> afterTheKill(Plan drawn, Instant end) throws IOException {
        figures.kill();
        List<Sentence> wrong = new ArrayList<>();
        Kept there = scene.rows(scene.copyOfFiles("looked-at"), true);
        wrong.addAll(KeptWrites.wrong(scene.told(), there, end));
        if (drawn.upset() == Upset.POWER && power.isPresent()) {
            var images = power.get().images(drawn.random());
            figures.images(images.looked());
            wrong.addAll(images.wrong());
        }
        return wrong;
    }

    private List<Sentence> comesBack(Plan drawn) throws IOException {
        if (!scene.desk().isUp()) {
            backUp(drawn);
        }
        Instant back = scene.desk().now();
        List<Sentence> unsettled = settle();
        return unsettled.isEmpty() ? judged(back, drawn.random()) : unsettled;
    }

    private void backUp(Plan drawn) throws IOException {
        DeskProcess desk = scene.desk();
        if (drawn.upset() == Upset.DISK && small.isReal()) {
            small.lift();
        }
        desk.runUnder(List.of());
        if (drawn.away().isPositive()) {
            desk.advance(desk.now().plus(drawn.away()));
        }
        desk.restart();
        if (drawn.upset() == Upset.KILL || drawn.upset() == Upset.DELIVERY) {
            figures.away(desk.lastAway());
        }
    }

    /// @param back up to when everything due has been done
    private List<Sentence> judged(Instant back, RandomGenerator random) {
        DeskProcess desk = scene.desk();
        List<Sentence> wrong = new ArrayList<>();
        Kept rows = scene.rows();
        scene.taken().learn(rows.messages());
        wrong.addAll(KeptWrites.wrong(scene.told(), rows, real.instant()));
        wrong.addAll(messages.wrong(rows, scene.taken()));
        wrong.addAll(deadlines.wrong(rows, armed, back));
        if (scene.neutral().others() > 0) {
            wrong.add(Sentence.of("torture.found.not-neutral"));
        }
        if (!wrong.isEmpty()) {
            return wrong;
        }
        Instant from = desk.now();
        Instant to = from.plus(Rung.ROUND);
        List<Sentence> unsettled = passes(to);
        if (!unsettled.isEmpty()) {
            return unsettled;
        }
        Kept after = scene.rows();
        scene.taken().learn(after.messages());
        wrong.addAll(messages.wrong(after, scene.taken()));
        wrong.addAll(rung.wrong(rows, after, scene.taken(), new Rung.Quiet(from, desk.now())));
        wrong.addAll(deadlines.wrong(after, armed, to));
        scene.crowd()
                .close(
                        after.openAlarms().stream()
                                .filter(_ -> random.nextInt(LEFT_ONCE_IN) > 0)
                                .map(Kept.Alarm::id)
                                .toList());
        return wrong;
    }

    /// Lets story time pass, from one due instant to the next and never faster than the desk can
    /// follow: a step that begins late ends late.
    private List<Sentence> passes(Instant to) {
        while (scene.desk().now().isBefore(to)) {
            List<Sentence> unsettled = settle();
            if (!unsettled.isEmpty()) {
                return unsettled;
            }
            scene.desk().advanceOnce(to);
        }
        return settle();
    }

    private List<Sentence> settle() {
        Instant until = real.instant().plus(SETTLES);
        while (scene.desk().look().busy() > 0) {
            if (real.instant().isAfter(until)) {
                return List.of(Sentence.of("torture.found.unsettled"));
            }
            scene.desk().settle();
        }
        return List.of();
    }

    @Override
    public void close() {
        try {
            if (small.isLaid()) {
                scene.desk().kill();
                small.lift();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            scene.close();
        }
    }
}
