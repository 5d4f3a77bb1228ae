package org.watchword.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.watchword.story.visit.PageForm;
import org.watchword.story.visit.Visitor;

/// Strangers before the sign-in page, each of whom tries the next name and passphrase as soon as he
/// was answered. No name comes twice, so that none has to wait because of wrong tries before.
final class Strangers implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong tries = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final long came = System.nanoTime();
    private volatile boolean stopped;

    Strangers(int how, RingRound round) {
        for (int i = 0; i < how; i++) {
            Visitor stranger = round.stranger();
            PageForm form =
                    stranger.get("/sign-in").formsUnder("/").stream()
                            .filter(one -> one.has("passphrase"))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("no sign-in form"));
            threads.add(Thread.ofVirtual().unstarted(() -> tryOn(stranger, form)));
        }
        threads.forEach(Thread::start);
    }

    private void tryOn(Visitor stranger, PageForm form) {
        while (!stopped) {
            long number = tries.incrementAndGet();
            form.with("name", "Nobody " + number).with("passphrase", "perhaps this one " + number);
            if (stranger.post(form).done()) {
                throw new IllegalStateException("a stranger was let in");
            }
            answered.incrementAndGet();
        }
    }

    /// How many were sent away a second, since they came.
    double perSecond() {
        return answered.get() * 1e9 / (System.nanoTime() - came);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
