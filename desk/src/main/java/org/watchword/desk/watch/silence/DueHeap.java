package org.watchword.desk.watch.silence;

import java.util.Arrays;
import org.watchword.desk.basis.Deadlines;

/// What is due, by when, in a heap of plain numbers: a million watches take 32 MB.
///
/// An entry is a watch, the generation of its timer, a deadline and the instant that it is meant
/// for. Entries are never taken out before their time; one whose generation has passed is found out
/// when it is loaded.
final class DueHeap {
    private static final int AT_FIRST = 1_024;

    private long[] deadlines = new long[AT_FIRST];
    private long[] generations = new long[AT_FIRST];
    private long[] watches = new long[AT_FIRST];
    private long[] instants = new long[AT_FIRST];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The earliest deadline; the heap must not be empty.
    long firstDeadline() {
        return deadlines[0];
    }

    long firstGeneration() {
        return generations[0];
    }

    long firstWatch() {
        return watches[0];
    }

    /// @param instant in nanoseconds since 1970
    void add(long deadline, long generation, long watch, long instant) {
        if (size == deadlines.length) {
            grow();
        }
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >>> 1;
            if (!isBefore(deadline, generation, above)) {
                break;
            }
            move(above, at);
            at = above;
        }
        set(at, deadline, generation, watch, instant);
    }

    void removeFirst() {
        int last = --size;
        sink(0, deadlines[last], generations[last], watches[last], instants[last]);
    }

    /// Follows a wall clock that leapt ahead.
    void follow(Deadlines.Leap leap) {
        for (int i = 0; i < size; i++) {
            deadlines[i] = leap.deadline(deadlines[i], instants[i]);
            instants[i] = leap.instant(instants[i]);
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i, deadlines[i], generations[i], watches[i], instants[i]);
        }
    }

    private void sink(int from, long deadline, long generation, long watch, long instant) {
        int at = from;
        for (int below = 2 * at + 1; below < size; below = 2 * at + 1) {
            int other = below + 1;
            if (other < size && isBefore(deadlines[other], generations[other], below)) {
                below = other;
            }
            if (!isBefore(deadlines[below], generations[below], deadline, generation)) {
                break;
            }
            move(below, at);
            at = below;
        }
        set(at, deadline, generation, watch, instant);
    }

    private boolean isBefore(long deadline, long generation, int other) {
        return isBefore(deadline, generation, deadlines[other], generations[other]);
    }

    private static boolean isBefore(long deadline, long generation, long deadline2, long other) {
        return deadline < deadline2 || (deadline == deadline2 && generation < other);
    }

    private void move(int from, int to) {
        set(to, deadlines[from], generations[from], watches[from], instants[from]);
    }

    private void set(int at, long deadline, long generation, long watch, long instant) {
        deadlines[at] = deadline;
        generations[at] = generation;
        watches[at] = watch;
        instants[at] = instant;
    }

    private void grow() {
        int wider = size + (size >> 1);
        deadlines = Arrays.copyOf(deadlines, wider);
        generations = Arrays.copyOf(generations, wider);
        watches = Arrays.copyOf(watches, wider);
        instants = Arrays.copyOf(instants, wider);
    }
}
