package org.watchword.story.simulation;

import java.util.PriorityQueue;

/// Everything that will happen, in its order. Two things of one instant happen in the order in
/// which they were put down.
final class Agenda {
    private record Item(long at, long number, Life life, Runnable work) {}

    private final SimulatedClock clock;
    private final PriorityQueue<Item> items =
            new PriorityQueue<>((a, b) ->
                    a.at != b.at ? Long.compare(a.at, b.at) : Long.compare(a.number, b.number));
    private long number;

    Agenda(SimulatedClock clock) {
        this.clock = clock;
    }

    long now() {
        return clock.nanos();
    }

    /// Puts something down that belongs to a life, and ends with it.
    void in(long nanos, Life life, Runnable work) {
        items.add(new Item(clock.nanos() + Math.max(0, nanos), number++, life, work));
    }

    /// Lets the next thing happen, if it is due by then; false when there is none.
    boolean next(long until) {
        Item item = items.peek();
        if (item == null || item.at > until) {
            clock.pass(until - clock.nanos());
            return false;
        }
        items.remove();
        clock.pass(item.at - clock.nanos());
        if (!item.life.over()) {
            item.work.run();
        }
        return true;
    }
}
