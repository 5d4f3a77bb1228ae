package org.watchword.bench.keeper;

import java.util.concurrent.ThreadFactory;

/// A system that keeps timers, opened for one round. Timers go by number, from zero.
public interface Keeper extends AutoCloseable {
    /// Somebody who checks in, used by one thread.
    interface Client extends AutoCloseable {
        /// Moves a timer on, and returns when that is durable.
        void checkIn(int timer);

        @Override
        default void close() {}
    }

    Client client();

    /// Arms one timer more, far ahead, and returns when that is durable.
    ///
    /// @param timer whose number no other has
    void arm(int timer);

    /// What has rung.
    Alarms alarms();

    /// Waits until what was answered has been done, too.
    void settle();

    /// On which threads its clients run: light ones, unless its driver would hold what carries them
    /// while it waits.
    default ThreadFactory threads() {
        return Thread.ofVirtual().factory();
    }

    @Override
    void close();
}
