package org.watchword.story.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.story.StepResult;
import org.watchword.story.StoryDirector;
import org.watchword.story.StoryWorld;
import org.watchword.story.gateway.Received;
import org.watchword.story.process.DeskGone;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.script.Step;
import org.watchword.story.script.Story;
import org.watchword.story.script.Verb;
import org.watchword.story.visit.Card;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Visitor;

/// The stage of the demo: a desk process, its mail servers, and a story played on them chapter by
/// chapter.
final class RunningStage implements Stage, AutoCloseable {
    /// So long before its first chapter a demo begins.
    private static final Duration EARLY = Duration.ofMinutes(2);

    private final StoryWorld world;
    private final StoryDirector director;
    private final Chapters chapters;
    private final InstantSource real;
    private final Map<Integer, Progress> progress = new LinkedHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final List<BiConsumer<String, Demo.Scored>> watchers = new ArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final KeyedHash hash;
    private CompletableFuture<?> begun = CompletableFuture.completedFuture(null);

    RunningStage(StoryWorld world, InstantSource real) {
        this.world = world;
        this.director = new StoryDirector(world, real);
        this.chapters = Chapters.of(world.story());
        this.real = real;
        this.hash = keyOf(world.desk());
        chapters.parts().forEach(part -> progress.put(part.number(), new Progress.ToCome()));
    }

    private static KeyedHash keyOf(DeskProcess desk) {
        var random = new SecureRandom();
        return new Vault(WatchKey.read(desk.directory().resolve("watch.key")), random).keyedHash();
    }

    /// Begins with what comes before the first chapter, while the page already shows the desk, and
    /// plays then everything up to an instant. Meanwhile the people of the story sign in.
    void begin(Optional<Instant> upTo) {
        director.makeCards();
        begun =
                CompletableFuture.allOf(
                        aside(director::signInEverybody), aside(this::beforeTheFirstChapter));
        upTo.ifPresent(this::playUpTo);
    }

    private static CompletableFuture<Void> aside(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    private void beforeTheFirstChapter() {
        chapters.before().forEach(director::happens);
        chapters.parts().stream()
                .findFirst()
                .ifPresent(part -> world.desk().advance(part.from().minus(EARLY)));
    }

    private void playUpTo(Instant until) {
        untilBegun();
        for (Chapters.Part part : chapters.parts()) {
            if (part.from().isBefore(until)) {
                var before = inTime(part).stream().filter(s -> !s.at().isAfter(until)).toList();
                show(part, played(part, before));
            }
        }
        director.advance(until);
    }

    /// Tells this of every chapter that was played.
    synchronized void onPlayed(BiConsumer<String, Demo.Scored> watcher) {
        watchers.add(watcher);
    }

    @Override
    public Story story() {
        return world.story();
    }

    @Override
    public synchronized Scene scene() {
        List<Chapter> shown = chapters.parts().stream().map(this::chapter).toList();
        List<Phone> phones =
                Stream.concat(story().team().people().stream(), inHiding(story()))
                        .map(this::phone)
                        .toList();
        return new Scene(world.desk().now(), world.desk().isUp(), shown, phones);
    }

    /// The people behind code-names who have a telephone that the desk knows.
    static Stream<Story.Person> inHiding(Story story) {
        return story.watchkeeping().codenames().stream()
                .filter(c -> !c.addresses().isEmpty())
                .map(c ->
                        new Story.Person(
                                c.name(), c.language(), List.of(), c.addresses(), Set.of()));
    }

    private Chapter chapter(Chapters.Part part) {
        return new Chapter(
                part.number(),
                part.name(),
                part.from(),
                part.kills(),
                progress.getOrDefault(part.number(), new Progress.ToCome()));
    }

    private Phone phone(Story.Person person) {
        List<Text> texts = new ArrayList<>();
        List<String> ways = new ArrayList<>();
        for (Story.Channel channel : story().watchkeeping().channels()) {
            String name = channel.name();
            world.delivered(person.name(), name).stream()
                    .map(m -> new Text(m.storyAt(), name, m.subject(), m.text(), false))
                    .forEach(texts::add);
            world.said(person.name(), name).stream()
                    .map(said -> new Text(said.storyAt(), name, "", said.text(), true))
                    .forEach(texts::add);
            if (channel.kind().hears() && person.addresses().containsKey(name)) {
                ways.add(name);
            }
        }
        texts.sort(Comparator.comparing(Text::at));
        return new Phone(person, texts, ways);
    }

    @Override
    public boolean say(String person, String channel, String text) {
        untilBegun();
        return world.addressOf(person, channel)
                .filter(address -> world.say(address, channel, text).isEmpty())
                .isPresent();
    }

    @Override
    public boolean play(int number) {
        Optional<Chapters.Part> next = next();
        if (next.isEmpty() || next.get().number() != number || !busy.compareAndSet(false, true)) {
            return false;
        }
        show(next.get(), new Progress.Playing());
        Thread.ofPlatform().name("chapter").start(() -> playing(next.get()));
        return true;
    }

    private Demo.Scored playing(Chapters.Part part) {
        Progress.Played came;
        try {
            came = played(part, inTime(part));
            show(part, came);
        } finally {
            busy.set(false);
        }
        var scored = new Demo.Scored(part.name(), came.well(), came.measured());
        watchersNow().forEach(watcher -> watcher.accept(part.name(), scored));
        return scored;
    }

    /// Plays the next chapter to its end; empty when there is none or one is playing.
    Optional<Demo.Scored> playNext() {
        Optional<Chapters.Part> next = next();
        if (next.isEmpty() || !busy.compareAndSet(false, true)) {
            return Optional.empty();
        }
        show(next.get(), new Progress.Playing());
        return Optional.of(playing(next.get()));
    }

    boolean beginNextKill() {
        return next().filter(Chapters.Part::kills).map(part -> play(part.number())).orElse(false);
    }

    /// Everything that this person's telephones took so far, oldest first.
    List<Received> received(String person) {
        return story().team().person(person).addresses().keySet().stream()
                .flatMap(channel -> world.delivered(person, channel).stream())
                .sorted(Comparator.comparing(Received::realAt))
                .toList();
    }

    /// The chapter whose turn it is.
    synchronized Optional<Chapters.Part> next() {
        return chapters.parts().stream()
                .filter(part -> progress.get(part.number()) instanceof Progress.ToCome)
                .findFirst();
    }

    private synchronized List<BiConsumer<String, Demo.Scored>> watchersNow() {
        return List.copyOf(watchers);
    }

    private synchronized void show(Chapters.Part part, Progress now) {
        progress.put(part.number(), now);
    }

    private List<Step> inTime(Chapters.Part part) {
        return part.beginningAt(world.desk().now());
    }

    /// Waits for the first chapter's time. What went wrong on the way is tried again when a step
    /// needs it.
    private void untilBegun() {
        var _ = begun.handle((_, _) -> true).join();
    }

    private Progress.Played played(Chapters.Part part, List<Step> steps) {
        untilBegun();
        List<StepResult> results = new ArrayList<>();
        Counted before = counted();
        Optional<Instant> raised = Optional.empty();
        try {
            for (Step step : steps) {
                director.advance(step.at());
                if (raised.isEmpty() && raises(step)) {
                    raised = Optional.of(real.instant());
                }
                results.add(director.play(step));
            }
            if (!world.desk().isUp()) {
                world.desk().restart();
            }
        } catch (DeskGone e) {
            return new Progress.Played(false, List.of(Sentence.of("demo.measured.gone")));
        }
        Optional<Duration> away =
                part.kills() ? Optional.of(world.desk().lastAway()) : Optional.empty();
        List<Sentence> said = new ArrayList<>(counted().since(before, away, raised));
        said.addAll(Counted.steps(results));
        boolean well = results.stream().noneMatch(r -> r.outcome() == StepResult.Outcome.FAILED);
        results.forEach(failed -> failures.addAll(told(failed)));
        return new Progress.Played(well, said);
    }

    private static boolean raises(Step step) {
        return step.lacks().isEmpty()
                && step.deed()
                        .map(Step.Deed::verb)
                        .filter(v -> v instanceof Verb.LogCall || v instanceof Verb.RaiseNow)
                        .isPresent();
    }

    private static List<String> told(StepResult result) {
        return result.checks().stream()
                .filter(check -> check.wrong().isPresent())
                .map(check -> "line " + result.step().line() + ": " + check.what())
                .toList();
    }

    /// What was not as expected, in the words of the story.
    List<String> failures() {
        return List.copyOf(failures);
    }

    private Counted counted() {
        return Counted.now(world, hash);
    }

    /// Kills the desk here and now and starts it again.
    ///
    /// @return what it came to; empty while a chapter plays
    Optional<List<Sentence>> kill() {
        return alone(_ -> {
            Counted before = counted();
            world.desk().kill();
            world.desk().restart();
            world.desk().settle();
            Optional<Duration> away = Optional.of(world.desk().lastAway());
            return counted().since(before, away, Optional.empty());
        });
    }

    /// Does something to the stage while no chapter plays.
    ///
    /// @return what came of it; empty while one does
    <T> Optional<T> alone(Function<StoryWorld, T> work) {
        if (!busy.compareAndSet(false, true)) {
            return Optional.empty();
        }
        try {
            untilBegun();
            return Optional.of(work.apply(world));
        } finally {
            busy.set(false);
        }
    }

    /// Lets the story's time pass by so much.
    void advance(Duration by) {
        untilBegun();
        world.desk().advance(world.desk().now().plus(by));
    }

    @Override
    public Optional<String> signIn(String person) {
        // A session begun in the morning would be locked when the first chapter's time comes.
        untilBegun();
        Credentials who = world.credentials(person);
        String host = story().team().person(person).host();
        var visitor = new Visitor(who, new Visitor.Place(host, world.desk().port()));
        try {
            visitor.signIn();
        } catch (NoSuchThing e) {
            return Optional.empty();
        }
        return visitor.cookies().entrySet().stream()
                .map(cookie ->
                        "%s=%s; Path=/; Secure; HttpOnly; SameSite=Strict"
                                .formatted(cookie.getKey(), cookie.getValue()))
                .findFirst();
    }

    @Override
    public Credentials credentials(String person) {
        return world.credentials(person);
    }

    @Override
    public String quietDoor() {
        return "http://" + DeskProcess.DOOR + ":" + world.desk().doorPort() + "/";
    }

    @Override
    public Map<String, Card> cards() {
        return new TreeMap<>(world.cards().all());
    }

    @Override
    public String staffDesk() {
        return "http://" + DeskProcess.HOST + ":" + world.desk().port() + "/";
    }

    @Override
    public String deskOf(String person) {
        String host = story().team().person(person).host();
        return "http://" + host + ":" + world.desk().port() + "/";
    }

    @Override
    public void close() {
        world.close();
    }
}
