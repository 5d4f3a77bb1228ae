package org.watchword.desk.watch;

/// One call that somebody logged, by the number the desk gave it.
public record CallId(long value) {
    @Override
    public String toString() {
        return "call-" + value;
    }
}
