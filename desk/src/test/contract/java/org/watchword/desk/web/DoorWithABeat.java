package org.watchword.desk.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.watchword.desk.basis.DeskClock;

/// A door on loopback whose answers leave on another beat than the desk's, or, at nought, as soon
/// as they are ready.
public final class DoorWithABeat {
    public static final String HOST = "door.localhost";

    private DoorWithABeat() {}

    public static DoorListener opened(DoorPage page, Duration beat) {
        var door =
                new DoorListener(
                        new Listening(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                        new DoorSite(List.of(new HostName(HOST, false))),
                        page,
                        DoorListener.means(new Running(), new Random(3), beat));
        door.start();
        return door;
    }

    private static final class Running implements DeskClock {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public long monotonicNanos() {
            return System.nanoTime();
        }
    }
}
