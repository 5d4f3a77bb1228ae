package org.watchword.desk.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.watchword.desk.basis.Sentence;

/// A sort of channel whose gateway does what the test says.
final class HandChannels implements ChannelKind {
    private final Map<ChannelId, Gateway> gateways = new ConcurrentHashMap<>();

    /// What this sort of channel is, for the test to say.
    volatile Duration deadline = Duration.ofMinutes(1);

    volatile boolean brief;

    volatile boolean hears = true;
    volatile boolean reports;
    volatile boolean addsByCode;

    /// What a channel of this sort makes of what is sent to its own address.
    volatile Function<Posted, Channel.Reply> takes = _ -> Channel.Reply.NOTHING_HERE;

    /// How often a channel of this sort was opened.
    final AtomicInteger opened = new AtomicInteger();

    Gateway gateway(ChannelId id) {
        return gateways.computeIfAbsent(id, _ -> new Gateway());
    }

    /// The other side of one channel.
    static final class Gateway {
        final List<Outgoing> got = new CopyOnWriteArrayList<>();
        final Queue<Channel.Result> answers = new ConcurrentLinkedQueue<>();
        private volatile Channel.Result always = new Channel.Sent("");
        private volatile Channel.Health health = new Channel.Alive();
        private volatile String hangsOn = "a text that no message has";
        private final CountDownLatch released = new CountDownLatch(1);

        void answers(Channel.Result... results) {
            answers.addAll(List.of(results));
        }

        void alwaysAnswers(Channel.Result result) {
            always = result;
        }

        void is(Channel.Health now) {
            health = now;
        }

        /// Falls silent on every message whose text holds this.
        void hangsOn(String part) {
            hangsOn = part;
        }

        void release() {
            released.countDown();
        }

        private Channel.Result send(Outgoing message) throws InterruptedException {
            got.add(message);
            if (message.text().contains(hangsOn)) {
                released.await();
            }
            Channel.Result answer = answers.poll();
            return answer == null ? always : answer;
        }
    }

    @Override
    public String name() {
        return "hand";
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
        return brief;
    }

    @Override
    public boolean hears() {
        return hears;
    }

    @Override
    public boolean reports(Map<String, String> settings) {
        return reports;
    }

    @Override
    public boolean addsByCode() {
        return addsByCode;
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
        Gateway gateway = gateway(id);
        opened.incrementAndGet();
        return new Channel() {
            @Override
            public Result send(Outgoing message) {
                try {
                    return gateway.send(message);
                } catch (InterruptedException e) {
                    return new Unsure(Reason.NO_ANSWER);
                }
            }

            @Override
            public Reply posted(Posted what) {
                return takes.apply(what);
            }

            @Override
            public Health probe() {
                return gateway.health;
            }

            @Override
            public Duration deadline() {
                return deadline;
            }

            @Override
            public void start(Inbound inbound) {}

            @Override
            public void close() {}
        };
    }
}
