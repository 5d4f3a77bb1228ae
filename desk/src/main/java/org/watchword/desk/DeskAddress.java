package org.watchword.desk;

import java.util.function.IntSupplier;
import org.watchword.desk.cli.Settings;

/// Where people find the staff desk, for links in messages. A port that nobody chose is known only
/// once something listens.
final class DeskAddress {
    private final Settings settings;
    private volatile IntSupplier port;

    DeskAddress(Settings settings) {
        this.settings = settings;
        this.port = () -> 0;
    }

    void listensOn(IntSupplier actual) {
        port = actual;
    }

    /// Without a slash at its end.
    String link() {
        int chosen = settings.staffPort();
        return settings.staffLink()
                .orElseGet(() ->
                        "http://"
                                + settings.staffHost()
                                + ":"
                                + (chosen == 0 ? port.getAsInt() : chosen));
    }
}
