package org.watchword.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.watchword.bench.RingStory.Barrage;
import org.watchword.story.StoryWorld;
import org.watchword.story.gateway.Fault;
import org.watchword.story.gateway.Received;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// One round: a fresh desk in a process of its own, its officers signed in, and one barrage of
/// alarms after the other, each with another channel out of order.
final class RingRound implements AutoCloseable {
    /// A message that has not come by then counts as this late, and the goal is missed.
    private static final Duration LOST = Duration.ofSeconds(30);

    private final RingStory bench;
    private final StoryWorld world;
    private final List<Visitor> sessions = new ArrayList<>();
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();

    /// What a round measured, in milliseconds from the press to the message at a gateway.
    record Waits(Map<Barrage, List<Double>> all) {
        List<Double> of(Barrage barrage) {
            return all.getOrDefault(barrage, List.of());
        }
    }

    private RingRound(RingStory bench, StoryWorld world) {
        this.bench = bench;
        this.world = world;
        world.gateways().forEach(gateway -> gateway.onReceived(this::note));
    }

    static RingRound open(RingStory bench, Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ring.yaml"), bench.yaml());
        if (!(StoryFile.read(file) instanceof StoryFile.Reading.Whole(Story story))) {
            throw new IllegalStateException("the bench's own story is wrong");
        }
        var outside = new StoryWorld.Outside(InstantSource.system(), new SecureRandom());
        var round = new RingRound(bench, StoryWorld.open(story, file, directory, outside));
        round.signIn();
        return round;
    }

    private void signIn() {
        for (int i = 0; i < bench.alarms(); i++) {
            String who = RingStory.officer(i / RingStory.SESSIONS_EACH);
            var visitor = new Visitor(world.credentials(who), place());
            visitor.signIn();
            sessions.add(visitor);
        }
    }

    Waits run() throws InterruptedException {
        Map<Barrage, List<Double>> all = new EnumMap<>(Barrage.class);
        for (Barrage barrage : Barrage.values()) {
            world.gateway(barrage.broken()).turn(barrage.fault());
            all.put(barrage, barrage(barrage::codename));
            world.gateway(barrage.broken()).turn(Fault.NONE);
        }
        return new Waits(all);
    }

    /// The same with every channel in order.
    List<Double> undisturbed(Barrage barrage) throws InterruptedException {
        return barrage(barrage::codename);
    }

    /// Somebody who is signed in.
    Visitor officer() {
        return sessions.getFirst();
    }

    /// The officer on duty, before a browser of his own that nobody has signed in with.
    Visitor onDuty() {
        return new Visitor(world.credentials(RingStory.officer(0)), place());
    }

    /// Somebody whom the desk does not know.
    Visitor stranger() {
        return new Visitor(Credentials.made("Nobody", new SecureRandom()), place());
    }

    private Visitor.Place place() {
        return new Visitor.Place(DeskProcess.HOST, world.desk().port());
    }

    /// Every session opens its form, then all press at once.
    private List<Double> barrage(IntFunction<String> codename) throws InterruptedException {
        List<PageForm> forms = new ArrayList<>();
        for (int i = 0; i < bench.alarms(); i++) {
            PageForm form =
                    sessions.get(i)
                            .open("/call")
                            .form("/call")
                            .orElseThrow(() -> new IllegalStateException("no call form"));
            forms.add(form.with("who", codename.apply(i)).pressing("raise", "top"));
        }
        Map<String, Long> pressed = new ConcurrentHashMap<>();
        var go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Page>> answers = new ArrayList<>();
            for (int i = 0; i < bench.alarms(); i++) {
                int n = i;
                answers.add(
                        threads.submit(() -> {
                            go.await();
                            pressed.put(codename.apply(n), System.nanoTime());
                            return sessions.get(n).send(forms.get(n));
                        }));
            }
            go.countDown();
            answers.forEach(RingRound::raised);
        }
        return waits(pressed);
    }

    private static void raised(Future<Page> answer) {
        try {
            if (answer.get().refused()) {
                throw new IllegalStateException("the desk refused an alarm");
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("an alarm was not raised", e);
        }
    }

    private List<Double> waits(Map<String, Long> pressed) throws InterruptedException {
        long end = System.nanoTime() + LOST.toNanos();
        while (!arrived.keySet().containsAll(pressed.keySet()) && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        return pressed.entrySet().stream()
                .map(press -> {
                    Long at = arrived.get(press.getKey());
                    return at == null ? (double) LOST.toMillis() : (at - press.getValue()) / 1e6;
                })
                .toList();
    }

    private void note(Received message) {
        long now = System.nanoTime();
        for (Barrage barrage : Barrage.values()) {
            for (int i = 0; i < bench.alarms(); i++) {
                noteIfAbout(barrage.codename(i), message, now);
            }
        }
    }

    private void noteIfAbout(String codename, Received message, long now) {
        if (message.shown().contains(codename)) {
            arrived.putIfAbsent(codename, now);
        }
    }

    @Override
    public void close() {
        world.close();
    }
}
