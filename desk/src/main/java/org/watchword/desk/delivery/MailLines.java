package org.watchword.desk.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Lines to the mail server that stand for a moment after a message went well, so that the next one
/// goes over the same: connecting and agreeing on keys is most of what a message costs. Nothing is
/// kept of a line that had any trouble.
final class MailLines {
    private final Duration kept;
    private final Deque<MailTalk> resting = new ArrayDeque<>();
    private boolean watched;
    private boolean closed;

    /// @param kept how long one may rest; at most twice that
    MailLines(Duration kept) {
        this.kept = kept;
    }

    /// The one that rested least.
    synchronized Optional<MailTalk> take() {
        return Optional.ofNullable(resting.pollFirst());
    }

    void keep(MailTalk talk) {
        if (!rests(talk)) {
            talk.hangUp();
        }
    }

    private synchronized boolean rests(MailTalk talk) {
        if (closed) {
            return false;
        }
        talk.stirs();
        resting.addFirst(talk);
        if (!watched) {
            watched = true;
            Thread.ofVirtual().name("mail-lines").start(this::watch);
        }
        return true;
    }

    /// Hangs up those that rested long enough, until none is left.
    private void watch() {
        try {
            do {
                Thread.sleep(kept);
            } while (hungUp(longResting()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hungUp(List<MailTalk> over) {
        over.forEach(MailTalk::hangUp);
        return isWatched();
    }

    private synchronized boolean isWatched() {
        watched = !resting.isEmpty();
        return watched;
    }

    private synchronized List<MailTalk> longResting() {
        var over = new ArrayList<MailTalk>();
        resting.removeIf(talk -> talk.rests() && over.add(talk));
        return over;
    }

    void close() {
        List<MailTalk> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(resting);
            resting.clear();
        }
        all.forEach(MailTalk::hangUp);
    }
}
