package org.watchword.desk.watch.silence;

/// One watch, by the number the desk gave it.
public record WatchId(long value) {
    @Override
    public String toString() {
        return "watch-" + value;
    }
}
