package org.watchword.desk.delivery;

import java.time.Duration;

/// The list on the paper page. Handing a message over is putting it on the list, which is its row.
final class PaperChannel implements Channel {
    @Override
    public Result send(Outgoing message) {
        return new Sent("");
    }

    @Override
    public Health probe() {
        return new Alive();
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void start(Inbound inbound) {}

    @Override
    public void close() {}
}
