package org.watchword.desk.store;

import java.util.concurrent.CompletableFuture;

/// Stands in for the writer where a store is only looked at.
final class RefusingWriter implements Writer {
    @Override
    public <T> CompletableFuture<T> submit(Lane lane, Work<T> work) {
        return CompletableFuture.failedFuture(new StoreUnavailable(StoreUnavailable.Cause.CLOSED));
    }

    @Override
    public <T> T write(Lane lane, Work<T> work) {
        throw new StoreUnavailable(StoreUnavailable.Cause.CLOSED);
    }
}
