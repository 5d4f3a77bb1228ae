package org.watchword.desk.basis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What runs beside everything else, and when. In earnest each thing has a thread; whoever wants to
/// try a thousand nights in a minute decides here what comes next.
public interface Pace {
    /// Something that goes on for ever once it is started: a round, a rest, and the next round,
    /// until one says that it is over.
    ///
    /// @param name for whoever looks at the threads
    Beat beat(String name, Round round);

    /// Runs something once, beside everything else.
    void aside(String name, Runnable work);

    /// The same after a while.
    void later(String name, Duration wait, Runnable work);

    /// Holds somebody else's code to a time, and goes on with what it came to, in the same place:
    /// empty when it did not come back in time (it is interrupted and left alone) or threw.
    <T> void within(Duration limit, Callable<T> work, Consumer<Optional<T>> then);

    /// One round.
    @FunctionalInterface
    interface Round {
        /// Does what there is to do.
        ///
        /// @param rested whether nobody woke it since the last round
        /// @return how long it may rest; empty when it is over
        Optional<Rest> next(boolean rested);
    }

    /// How long a round may rest unless it is woken.
    ///
    /// @param due until something is due
    /// @param look until it looks again although nothing is due
    record Rest(Duration due, Duration look) {
        public static final Rest NONE = new Rest(Duration.ZERO, Duration.ZERO);
        private static final Duration LONG = Duration.ofDays(1);

        /// Nothing is due; it looks again by itself.
        public static Rest looking(Duration every) {
            return new Rest(LONG, every);
        }

        /// Whichever is sooner.
        public Duration shorter() {
            return due.compareTo(look) < 0 ? due : look;
        }
    }

    /// What goes on for ever.
    interface Beat {
        void start();

        /// Cuts the rest short, also the one before it is started. Returns at once.
        void wake();

        /// Waits for what one of its rounds brings about.
        ///
        /// @throws java.util.concurrent.CompletionException with what it ended in instead
        <T> T await(CompletableFuture<T> brought);

        /// Waits until it is over, or for so long; not at all when it was never started.
        void ended(Duration most);
    }
}
