package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.delivery.TestDesk.FINCH;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.delivery.HandChannels.Gateway;

@Timeout(60)
class AFloodOnOneChannel {
    private static final int LIMIT = 3;
    private static final List<Urgency> URGENCIES = List.of(Urgency.values());

    @TempDir Path dir;
    private TestDesk desk;
    private ChannelId channel;
    private Gateway gateway;
    private Address finch;

    @BeforeEach
    void open() {
        desk = new TestDesk(dir);
        channel = desk.channel("hand", Map.of(HourlyLimit.SETTING, "" + LIMIT));
        gateway = desk.gateways.gateway(channel);
        finch = desk.address(FINCH, channel, "finch");
    }

    @AfterEach
    void close() {
        gateway.release();
        desk.close();
    }

    private List<String> got() {
        return gateway.got.stream().map(Outgoing::text).toList();
    }

    private void awaitGot(int messages) {
        await(() -> got().size() == messages, () -> "got " + got());
    }

    private long sent() {
        return desk.states().stream().filter(one -> one == MessageState.SENT).count();
    }

    private void posted(String name, int count, Urgency urgency) {
        for (int i = 0; i < count; i++) {
            desk.post(name + "-" + i, finch, urgency);
        }
    }

    @Test
    void waits_for_its_hour_oldest_first_and_the_board_says_so() {
        posted("other", 5, Urgency.OTHER);
        desk.start();
        awaitGot(LIMIT);
        await(() -> desk.health(channel).held() == 2, () -> "" + desk.health(channel).held());
        assertEquals(2, desk.health(channel).waiting());
        await(() -> sent() == LIMIT, () -> "sent " + desk.states());
        desk.clock.forward(Duration.ofMinutes(61));
        awaitGot(5);
        assertTrue(got().subList(LIMIT, 5).containsAll(List.of("other-3", "other-4")));
        assertEquals(0, desk.health(channel).held());
    }

    @Test
    void never_holds_up_a_first_ring_whatever_else_is_asked_for() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        desk.start();
        int first = 0;
        for (int i = 0; i < 60; i++) {
            Urgency urgency = URGENCIES.get(random.nextInt(URGENCIES.size()));
            first += urgency == Urgency.FIRST ? 1 : 0;
            desk.post(urgency.word() + "-" + i, finch, urgency);
        }
        int firsts = first;
        await(
                () -> got().stream().filter(one -> one.startsWith("first")).count() == firsts,
                () -> "seed " + seed + ": " + got());
        long others = got().stream().filter(one -> !one.startsWith("first")).count();
        assertTrue(others <= LIMIT, "seed " + seed + ": " + others + " others went out");
    }

    @Test
    void first_rings_count_for_the_others() {
        desk.start();
        posted("first", LIMIT, Urgency.FIRST);
        awaitGot(LIMIT);
        posted("again", 2, Urgency.AGAIN);
        await(() -> desk.health(channel).held() == 2, () -> "" + desk.health(channel).held());
        posted("late-first", 1, Urgency.FIRST);
        awaitGot(LIMIT + 1);
    }

    @Test
    void what_was_sent_before_a_kill_counts_after_it() {
        desk.start();
        posted("other", LIMIT, Urgency.OTHER);
        awaitGot(LIMIT);
        await(() -> sent() == LIMIT, () -> "" + desk.states());
        desk.startAgain();
        posted("more", 1, Urgency.OTHER);
        await(() -> desk.health(channel).held() == 1, () -> "" + desk.health(channel).held());
        assertEquals(LIMIT, got().size());
    }

    @Test
    void that_hangs_leaves_room_for_a_first_ring() {
        ChannelId free = desk.channel("hand");
        Gateway other = desk.gateways.gateway(free);
        Address there = desk.address(FINCH, free, "finch-2");
        other.hangsOn("other");
        desk.start();
        for (int i = 0; i < 20; i++) {
            desk.post("other-" + i, there, Urgency.OTHER);
        }
        await(() -> other.got.size() == 6, () -> "handed over " + other.got.size());
        desk.post("first", there, Urgency.FIRST);
        await(
                () -> other.got.stream().anyMatch(one -> one.text().equals("first")),
                () -> "the first ring waits behind what hangs");
        other.release();
    }

    @Test
    void a_clock_set_back_holds_up_nothing_that_is_within_the_limit() {
        desk.start();
        posted("other", LIMIT, Urgency.OTHER);
        awaitGot(LIMIT);
        await(() -> sent() == LIMIT, () -> "sent " + desk.states());
        desk.clock.set(desk.clock.instant().minus(Duration.ofDays(1)));
        posted("more", 1, Urgency.OTHER);
        awaitGot(LIMIT + 1);
    }
}
