package org.watchword.desk.watch;

/// One alarm, by the number the desk gave it.
public record AlarmId(long value) {
    @Override
    public String toString() {
        return "alarm-" + value;
    }
}
