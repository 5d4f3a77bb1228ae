package org.watchword.desk.watch;

/// One ladder, by the number the desk gave it.
public record LadderId(long value) {
    @Override
    public String toString() {
        return "ladder-" + value;
    }
}
