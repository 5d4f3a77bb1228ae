package org.watchword.desk.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.Channel;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Inbound;
import org.watchword.desk.delivery.Outgoing;

/// A sort of channel with short texts, both ways: everything goes out, and everybody's messages can
/// be read.
final class Phones implements ChannelKind {
    static final String NAME = "phone";

    final List<Outgoing> sent = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sentence label() {
        return Sentence.of("delivery.kind.paper");
    }

    @Override
    public boolean byHand() {
        return false;
    }

    @Override
    public boolean brief() {
        return true;
    }

    @Override
    public boolean hears() {
        return true;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Map<String, Sentence> wrongWith(Map<String, String> settings) {
        return Map.of();
    }

    @Override
    public Typed address(String typed) {
        return new Kept(typed);
    }

    @Override
    public Channel open(ChannelId id, Map<String, String> settings) {
        return new Line();
    }

    private final class Line implements Channel {
        @Override
        public Result send(Outgoing message) {
            sent.add(message);
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
}
