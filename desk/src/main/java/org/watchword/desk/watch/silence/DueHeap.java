package org.watchword.desk.watch.silence;

import java.util.Arrays;

/// What is due, by when, in a heap of plain numbers: a million watches take 24 MB.
///
/// An entry is a watch, the generation of its timer and a deadline. Entries are never taken out
/// before their time; one whose generation has passed is found out when it is loaded.
final class DueHeap {
    private static final int AT_FIRST = 1_024;

    private long[] deadlines = new long[AT_FIRST];
    private long[] generations = new long[AT_FIRST];
    private long[] watches = new long[AT_FIRST];
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

    void add(long deadline, long generation, long watch) {
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
        set(at, deadline, generation, watch);
    }

    void removeFirst() {
        int last = --size;
        long deadline = deadlines[last];
        long generation = generations[last];
        long watch = watches[last];
        int at = 0;
        for (int below = 1; below < last; below = 2 * at + 1) {
            int other = below + 1;
            if (other < last && isBefore(deadlines[other], generations[other], below)) {
                below = other;
            }
            if (!isBefore(deadlines[below], generations[below], deadline, generation)) {
                break;
            }
            move(below, at);
            at = below;
        }
        set(at, deadline, generation, watch);
    }

    private boolean isBefore(long deadline, long generation, int other) {
        return isBefore(deadline, generation, deadlines[other], generations[other]);
    }

    private static boolean isBefore(long deadline, long generation, long deadline2, long other) {
        return deadline < deadline2 || (deadline == deadline2 && generation < other);
    }

    private void move(int from, int to) {
        set(to, deadlines[from], generations[from], watches[from]);
    }

    private void set(int at, long deadline, long generation, long watch) {
        deadlines[at] = deadline;
        generations[at] = generation;
        watches[at] = watch;
    }

    private void grow() {
        int wider = size + (size >> 1);
        deadlines = Arrays.copyOf(deadlines, wider);
        generations = Arrays.copyOf(generations, wider);
        watches = Arrays.copyOf(watches, wider);
    }
}
