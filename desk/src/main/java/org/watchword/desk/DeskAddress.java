package org.watchword.desk;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.Settings.Entrance;

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
        var staff = settings.staff();
        return Entrances.link(settings, staff, actual(staff));
    }

    /// The same by the name and the port it listens on, whatever the settings say of links.
    String own() {
        var staff = settings.staff();
        var bare =
                new Entrance(
                        staff.host(),
                        staff.port(),
                        Optional.empty(),
                        staff.address(),
                        staff.certificate());
        return Entrances.link(settings, bare, port.getAsInt());
    }

    private int actual(Entrance staff) {
        return staff.port() == 0 ? port.getAsInt() : staff.port();
    }
}
