package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.delivery.MessageState.DELIVERED;
import static org.watchword.desk.delivery.MessageState.FAILED;
import static org.watchword.desk.delivery.MessageState.SENDING;
import static org.watchword.desk.delivery.MessageState.SENT;
import static org.watchword.desk.delivery.TestDesk.FINCH;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.delivery.ChannelHealth.State;
import org.watchword.desk.delivery.HandChannels.Gateway;
import org.watchword.desk.store.StoreUnavailable;

@Timeout(60)
class WhatBecameOfAMessage {
    private static final String KEY = "alarm-1/1";

    @TempDir Path dir;
    private TestDesk desk;
    private ChannelId channel;
    private Gateway gateway;
    private Address finch;

    @BeforeEach
    void open() {
        desk = new TestDesk(dir);
        desk.gateways.reports = true;
        desk.start();
        channel = desk.channel("hand");
        gateway = desk.gateways.gateway(channel);
        gateway.answers(new Channel.Sent("g1"), new Channel.Sent("g2"), new Channel.Sent("g3"));
        finch = desk.address(FINCH, channel, "finch");
    }

    @AfterEach
    void close() {
        gateway.release();
        desk.close();
    }

    private void arrived(String gatewayId) {
        told(gatewayId, Receipt.State.ARRIVED);
    }

    private void lost(String gatewayId) {
        told(gatewayId, Receipt.State.LOST);
    }

    private void told(String gatewayId, Receipt.State state) {
        desk.delivery.inbound().receipt(channel, new Receipt(gatewayId, state));
    }

    private void sent() {
        desk.post(KEY, finch, "Text");
        desk.awaitStates(SENT);
    }

    private List<String> outcomesAfterSending() {
        return desk.outcomes.stream().filter(one -> !one.contains("Sent[")).toList();
    }

    @Test
    void is_known_once_the_gateway_tells_that_it_arrived() {
        sent();
        arrived("g1");
        desk.awaitStates(DELIVERED);
        assertEquals(List.of(KEY + " Delivered[]"), outcomesAfterSending());
    }

    @Test
    void is_told_as_a_refusal_when_it_never_arrived() {
        sent();
        lost("g1");
        desk.awaitStates(FAILED);
        assertEquals(List.of(KEY + " GivenUp[why=LOST]"), outcomesAfterSending());
    }

    @Test
    void told_twice_counts_once() {
        sent();
        lost("g1");
        lost("g1");
        assertEquals(1, outcomesAfterSending().size());
        arrived("g1");
        arrived("g1");
        assertEquals(2, outcomesAfterSending().size());
    }

    @Test
    void arrived_is_final_whatever_is_told_afterwards() {
        sent();
        arrived("g1");
        lost("g1");
        desk.awaitStates(DELIVERED);
    }

    @Test
    void told_in_the_wrong_order_it_has_arrived_all_the_same() {
        sent();
        lost("g1");
        arrived("g1");
        desk.awaitStates(DELIVERED);
    }

    @Test
    void of_a_message_nobody_knows_nothing_happens() {
        sent();
        arrived("no such message");
        lost("");
        desk.awaitStates(SENT);
    }

    @Test
    void on_another_channel_the_same_name_is_another_message() {
        sent();
        ChannelId other = desk.channel("hand");
        desk.delivery.inbound().receipt(other, new Receipt("g1", Receipt.State.LOST));
        desk.awaitStates(SENT);
    }

    @Test
    void told_before_the_gateways_own_answer_is_kept_until_that_is_stored() {
        gateway.hangsOn("Text");
        desk.post(KEY, finch, "Text");
        desk.awaitStates(SENDING);
        lost("g1");
        arrived("g1");
        lost("g1");
        desk.awaitStates(SENDING);
        gateway.release();
        desk.awaitStates(DELIVERED);
        assertEquals(List.of(KEY + " Sent[repeat=false]", KEY + " Delivered[]"), desk.outcomes);
    }

    @Test
    void a_receipt_that_cannot_be_kept_is_not_taken() {
        desk.store.close();
        assertThrows(StoreUnavailable.class, () -> arrived("g1"));
    }

    @Test
    void a_channel_that_takes_everything_and_tells_of_nothing_is_noticed_and_comes_back() {
        sent();
        assertEquals(State.ALIVE, desk.health(channel).state());
        desk.clock.forward(Duration.ofMinutes(4));
        assertEquals(State.ALIVE, desk.health(channel).state());
        desk.clock.forward(Duration.ofMinutes(1));
        assertEquals(State.SWALLOWING, desk.health(channel).state());
        arrived("g1");
        assertEquals(State.ALIVE, desk.health(channel).state());
    }

    @Test
    void one_phone_that_is_off_is_no_swallowing_channel_once_another_message_arrives() {
        sent();
        desk.clock.forward(Duration.ofMinutes(10));
        desk.post("alarm-1/2", finch, "Text");
        desk.awaitStates(SENT, SENT);
        assertEquals(State.SWALLOWING, desk.health(channel).state());
        arrived("g2");
        assertEquals(State.ALIVE, desk.health(channel).state());
    }

    @Test
    void a_channel_that_tells_of_nothing_anyway_is_not_blamed_for_it() {
        desk.gateways.reports = false;
        sent();
        desk.clock.forward(Duration.ofHours(1));
        assertEquals(State.ALIVE, desk.health(channel).state());
    }

    @Test
    void a_swallowing_channel_is_known_again_after_a_kill() {
        sent();
        desk.clock.forward(Duration.ofMinutes(5));
        desk.startAgain();
        await(
                () -> desk.health(channel).state() == State.SWALLOWING,
                () -> "is " + desk.health(channel).state());
    }
}
