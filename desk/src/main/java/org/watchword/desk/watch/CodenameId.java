package org.watchword.desk.watch;

/// One code-name, by the number the desk gave it.
public record CodenameId(long value) {
    @Override
    public String toString() {
        return "codename-" + value;
    }
}
