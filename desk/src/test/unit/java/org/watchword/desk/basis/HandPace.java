package org.watchword.desk.basis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A pace for one thing that goes on: each round of it is run by hand.
public final class HandPace implements Pace {
    private Optional<Round> round = Optional.empty();
    private boolean started;
    private int beats;
    private int woken;
    private final List<Duration> waited = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();

    /// Runs one round.
    public Optional<Rest> round() {
        woken = 0;
        return round.orElseThrow().next(true);
    }

    /// How many things that go on were made.
    public int beats() {
        return beats;
    }

    public boolean isStarted() {
        return started;
    }

    /// Whether somebody woke it since its last round.
    public boolean isWoken() {
        return woken > 0;
    }

    /// For how long somebody waited at most for it to be over.
    public List<Duration> waited() {
        return waited;
    }

    @Override
    public Beat beat(String name, Round turned) {
        round = Optional.of(turned);
        beats++;
        return new Beat() {
            @Override
            public void start() {
                started = true;
            }

            @Override
            public void wake() {
                woken++;
            }

            @Override
            public <T> T await(CompletableFuture<T> brought) {
                return brought.join();
            }

            @Override
            public void ended(Duration most) {
                waited.add(most);
            }
        };
    }

    @Override
    public void aside(String name, Runnable work) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void later(String name, Duration wait, Runnable work) {
        later.add(work);
    }

    /// Does what was to come after a while.
    public void passes() {
        var due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public <T> void within(Duration limit, Callable<T> work, Consumer<Optional<T>> then) {
        throw new UnsupportedOperationException();
    }
}
