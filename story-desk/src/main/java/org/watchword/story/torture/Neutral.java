package org.watchword.story.torture;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Whether everybody at the quiet door got the very same bytes, whatever the word was.
final class Neutral {
    private final AtomicReference<String> first = new AtomicReference<>("");
    private final AtomicInteger others = new AtomicInteger();

    void saw(String bytes) {
        boolean isFirst = first.compareAndSet("", bytes);
        if (!isFirst && !first.get().equals(bytes)) {
            others.incrementAndGet();
        }
    }

    /// How many answers were another's since the last look.
    int others() {
        return others.getAndSet(0);
    }
}
