package org.watchword.story.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.watchword.story.process.DeskGone;
import org.watchword.story.visit.Card;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.QuietDoor;

/// Everybody who has something to do with the desk, at the same time.
final class Crowd {
    /// So many alarms at once are a bad night.
    private static final int ALARMS = 5;

    /// The longest that somebody in hiding waits before the word.
    private static final Duration THINKS = Duration.ofMillis(500);

    private final List<Officer> officers;
    private final Map<String, Card> cards;
    private final QuietDoor door;
    private final Told told;
    private final Neutral neutral;
    private final List<Long> open = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean working;

    /// @param cards of the people in hiding, by code-name
    Crowd(
            List<Officer> officers,
            Map<String, Card> cards,
            QuietDoor door,
            Told told,
            Neutral neutral) {
        this.officers = officers;
        this.cards = cards;
        this.door = door;
        this.told = told;
        this.neutral = neutral;
    }

    /// Everybody begins.
    ///
    /// @param rows as they stand now
    void begin(Plan plan, Kept rows) {
        told.round(rows);
        working = true;
        open.clear();
        rows.openAlarms().forEach(alarm -> open.add(alarm.id()));
        for (Officer officer : officers) {
            var random = new SplittableRandom(plan.random().nextLong());
            start(() -> works(officer, plan, rows, random));
        }
        cards.forEach((who, card) -> {
            var random = new SplittableRandom(plan.random().nextLong());
            start(() -> checksIn(who, card, random));
        });
    }

    private void start(Runnable work) {
        threads.add(Thread.ofVirtual().name("somebody").start(work));
    }

    /// Nobody begins anything more; returns when everybody has come to an end.
    void end() {
        working = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DeskGone("interrupted", e);
            }
        }
        threads.clear();
    }

    private void works(Officer officer, Plan plan, Kept rows, RandomGenerator random) {
        while (working) {
            try {
                does(officer, rows, random);
            } catch (NoSuchThing e) {
                // The desk is away, or the page is another than it was: nobody was told anything.
            }
            think(random, plan.pause());
        }
    }

    private static void think(RandomGenerator random, Duration longest) {
        LockSupport.parkNanos(random.nextLong(longest.toNanos()));
    }

    private void does(Officer officer, Kept rows, RandomGenerator random) {
        int drawn = random.nextInt(100);
        if (open.isEmpty() || (drawn < 18 && open.size() < ALARMS)) {
            officer.raise(random).ifPresent(open::add);
            return;
        }
        long alarm = open.get(random.nextInt(open.size()));
        if (drawn < 40) {
            officer.note(alarm);
        } else if (drawn < 60) {
            officer.onIt(alarm);
        } else if (drawn < 80) {
            officer.answerByLink(open, rows, random);
        } else {
            boolean _ = officer.handOver(0);
        }
    }

    /// At most one word a round, at some moment of it.
    private void checksIn(String who, Card card, RandomGenerator random) {
        int drawn = random.nextInt(100);
        think(random, THINKS);
        if (!working || drawn >= 60) {
            return;
        }
        Deed deed =
                told.begin(
                        drawn < 35
                                ? Deed.Kind.OK_WORD
                                : drawn < 56
                                        ? Deed.Kind.UNKNOWN_WORD
                                        : drawn < 58 ? Deed.Kind.HELP_WORD : Deed.Kind.DURESS_WORD,
                        0,
                        who,
                        "");
        boolean known = deed.kind() != Deed.Kind.UNKNOWN_WORD;
        try {
            QuietDoor.Answer answer = door.type(known ? card.callSign() : "", word(deed, card));
            if (answer.status() == 200) {
                told.done(deed, 0);
                neutral.saw(answer.bytes());
            } else {
                told.cannot();
            }
        } catch (NoSuchThing e) {
            // The desk is away: it may have heard the word or not.
        }
    }

    private static String word(Deed deed, Card card) {
        return switch (deed.kind()) {
            case OK_WORD -> card.ok();
            case HELP_WORD -> card.help();
            case DURESS_WORD -> card.duress();
            case RAISE, ON_IT, NOTE, LINK, END, HANDOVER, UNKNOWN_WORD -> "xylem quartz";
        };
    }

    /// The lead and another end alarms. What nobody recognised is read: the desk keeps some two
    /// hundred such words that nobody read, and lets later ones go.
    void close(List<Long> alarms) {
        writer().readWords();
        for (long alarm : alarms) {
            for (Officer officer : officers.reversed()) {
                officer.end(alarm);
            }
        }
    }

    /// Whoever leaves notes for the next shift.
    Officer writer() {
        return officers.getFirst();
    }
}
