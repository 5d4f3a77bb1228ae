package org.watchword.desk.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.store.StoreUnavailable;

/// The thread on which a channel hears what people write, and why it does not.
///
/// Whatever ends a round, another one follows: a thread that ended silently would leave a desk that
/// looks well and hears nobody.
final class Listening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration FIRST_REST = Duration.ofSeconds(1);

    private final ChannelId id;
    private volatile @Nullable Reason trouble;
    private volatile boolean closed;
    private volatile Duration rest = FIRST_REST;
    private @Nullable Thread thread;

    Listening(ChannelId id) {
        this.id = id;
    }

    /// Begins to hear, round after round.
    ///
    /// @param round hears for a while; returns why it ended, empty where all is well
    void start(String name, Supplier<Optional<Reason>> round) {
        thread = Thread.ofVirtual().name(name + "-" + id.value()).start(() -> run(round));
    }

    /// Why nothing comes in; empty while all is well.
    Optional<Reason> trouble() {
        return Optional.ofNullable(trouble);
    }

    boolean closed() {
        return closed;
    }

    private void run(Supplier<Optional<Reason>> round) {
        while (!closed) {
            try {
                Optional<Reason> why = surely(round);
                if (!closed) {
                    why.ifPresentOrElse(this::rest, this::well);
                }
            } catch (RuntimeException | Error e) {
                // Not even a line in the log could be written; the board says it.
                trouble = Reason.DESK_FAULT;
                pause(FIRST_REST);
            }
        }
    }

    private Optional<Reason> surely(Supplier<Optional<Reason>> round) {
        try {
            return round.get();
        } catch (StoreUnavailable e) {
            LOG.warn("what came in over {} cannot be stored: {}", id, e.why());
        } catch (RuntimeException | Error e) {
            LOG.error("{} could not take in what came: {}", id, e.getClass().getName());
        }
        return Optional.of(Reason.DESK_FAULT);
    }

    /// The line works.
    void well() {
        tell(null);
        rest = FIRST_REST;
    }

    private void rest(Reason why) {
        tell(why);
        pause(rest);
        Duration twice = rest.multipliedBy(2);
        rest = twice.compareTo(Limits.LISTEN_AGAIN) < 0 ? twice : Limits.LISTEN_AGAIN;
    }

    private void tell(@Nullable Reason now) {
        Reason before = trouble;
        trouble = now;
        if (before != now) {
            LOG.info("{} hears: {}", id, now == null ? "yes" : now.name());
        }
    }

    void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
