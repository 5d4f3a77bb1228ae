package org.watchword.desk.delivery;

import java.util.List;

/// The couriers of all channels.
final class Couriers {
    void start() {}

    void wake(ChannelId id) {}

    void changed(ChannelId id) {}

    List<ChannelHealth> health() {
        return List.of();
    }

    void close() {}
}
