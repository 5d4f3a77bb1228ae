package org.watchword.story.torture;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.watchword.story.process.DeskProcess;

/// Everything that people set out to do, and what they were told of it.
final class Told {
    private final DeskProcess desk;
    private final InstantSource real;
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentLinkedQueue<Deed> deeds = new ConcurrentLinkedQueue<>();
    private final Map<Deed, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();
    private volatile Began began = new Began(0, 0);

    /// How it stood when the round began.
    ///
    /// @param kept words that were there
    /// @param answered how many people had been told so
    private record Began(int kept, long answered) {}

    Told(DeskProcess desk, InstantSource real) {
        this.desk = desk;
        this.real = real;
    }

    /// What somebody was told.
    ///
    /// @param done that it is done; otherwise that it is not
    /// @param alarm to which one it led
    /// @param real when, by the clock on the wall
    /// @param story when, in the story's time
    record Answer(boolean done, long alarm, Instant real, Instant story) {}

    /// A round begins, and nothing is under way. All words are one fact, and more of them may be
    /// there than were answered: those of before must not stand in for one of this round.
    void round(Kept rows) {
        began = new Began(rows.count(Deed.WORD), answeredWords(Instant.MAX));
    }

    private long answeredWords(Instant end) {
        return deeds.stream().filter(deed -> deed.isWord() && isCertain(deed, end)).count();
    }

    private boolean isCertain(Deed deed, Instant end) {
        return answer(deed).filter(a -> a.done() && a.real().isBefore(end)).isPresent();
    }

    Deed begin(Deed.Kind kind, long alarm, String who, String text) {
        long number = numbers.incrementAndGet();
        String typed = kind == Deed.Kind.RAISE || !text.isEmpty() ? text + " " + number : text;
        var deed = new Deed(number, kind, alarm, who, typed.strip(), desk.now());
        deeds.add(deed);
        return deed;
    }

    void done(Deed deed, long alarm) {
        answers.put(deed, new Answer(true, alarm, real.instant(), desk.now()));
        acknowledged.incrementAndGet();
    }

    /// That it is not done, for a reason that has nothing to do with the disk.
    void refused(Deed deed) {
        answers.put(deed, new Answer(false, 0, real.instant(), desk.now()));
    }

    /// That the desk cannot, just now. It does not say that nothing of it was kept.
    void cannot() {
        refusals.incrementAndGet();
    }

    /// How often the desk said that it cannot.
    int refusals() {
        return refusals.get();
    }

    Optional<Answer> answer(Deed deed) {
        return Optional.ofNullable(answers.get(deed));
    }

    boolean isDone(Deed deed) {
        return answer(deed).filter(Answer::done).isPresent();
    }

    /// Whether it may have been done: nobody was told that it was not.
    boolean maybe(Deed deed) {
        return answer(deed).map(Answer::done).orElse(true);
    }

    List<Deed> deeds(Predicate<Deed> which) {
        return deeds.stream().filter(which).toList();
    }

    /// How many were told that it is done.
    long acknowledged() {
        return acknowledged.get();
    }

    /// How often each fact must be there, and how often it may be.
    record Bounds(int least, int most) {
        Bounds and(boolean certain, boolean possible) {
            return new Bounds(least + (certain ? 1 : 0), most + (possible ? 1 : 0));
        }
    }

    /// What must be among the rows of a desk whose life ended at an instant.
    ///
    /// @param end by the clock on the wall
    Map<String, Bounds> facts(Instant end) {
        Map<String, Bounds> all = new HashMap<>();
        for (Deed deed : deeds) {
            all.put(
                    deed.fact(),
                    all.getOrDefault(deed.fact(), new Bounds(0, 0))
                            .and(isCertain(deed, end), maybe(deed)));
        }
        int words = began.kept() + (int) (answeredWords(end) - began.answered());
        all.computeIfPresent(Deed.WORD, (_, b) -> new Bounds(Math.max(b.least(), words), b.most()));
        return all;
    }
}
