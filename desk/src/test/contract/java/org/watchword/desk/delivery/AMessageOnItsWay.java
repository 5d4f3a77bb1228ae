package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.delivery.MessageState.DELIVERED;
import static org.watchword.desk.delivery.MessageState.FAILED;
import static org.watchword.desk.delivery.MessageState.QUEUED;
import static org.watchword.desk.delivery.MessageState.REPEAT;
import static org.watchword.desk.delivery.MessageState.SENDING;
import static org.watchword.desk.delivery.MessageState.SENT;
import static org.watchword.desk.delivery.MessageState.WITHDRAWN;
import static org.watchword.desk.delivery.TestDesk.FINCH;
import static org.watchword.desk.delivery.TestDesk.HERON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.delivery.HandChannels.Gateway;

@Timeout(60)
class AMessageOnItsWay {
    private static final Channel.Refused REFUSED = new Channel.Refused(Reason.NOT_REACHED, true);

    @TempDir Path dir;
    private TestDesk desk;
    private ChannelId channel;
    private Gateway gateway;
    private Address finch;

    @BeforeEach
    void open() {
        desk = new TestDesk(dir);
        channel = desk.channel("hand");
        gateway = desk.gateways.gateway(channel);
        finch = desk.address(FINCH, channel, "finch");
    }

    @AfterEach
    void close() {
        gateway.release();
        desk.close();
    }

    private static List<String> texts(Gateway gateway) {
        return gateway.got.stream().map(Outgoing::text).toList();
    }

    /// Tried once and waiting again: it was `queued` before that, too.
    private void awaitTried() {
        await(() -> !desk.outcomes.isEmpty(), () -> "not tried");
        desk.awaitStates(QUEUED);
    }

    @Test
    void leaves_when_its_turn_is_committed() {
        desk.start();
        assertTrue(desk.post("alarm-1/1", finch, "Text"));
        desk.awaitStates(SENT);
        var sent = gateway.got.getFirst();
        assertEquals("finch", sent.address());
        assertEquals("Subject", sent.subject());
        assertEquals("Text", sent.text());
        assertFalse(sent.repeat());
        assertEquals(List.of("alarm-1/1 Sent[repeat=false]"), desk.outcomes);
    }

    @Test
    void never_leaves_when_its_turn_fails() {
        desk.start();
        assertThrows(
                IllegalStateException.class,
                () ->
                        desk.write(turn -> {
                            desk.delivery
                                    .outbox()
                                    .post(
                                            turn,
                                            new NewMessage(
                                                    "alarm-1/1",
                                                    "alarm-1",
                                                    FINCH,
                                                    finch,
                                                    TestGround.ENGLISH,
                                                    new MessageText.Filled("S", "T"),
                                                    Urgency.FIRST));
                            throw new IllegalStateException("undone");
                        }));
        desk.post("alarm-1/2", finch, "Other");
        desk.awaitStates(SENT);
        assertEquals(List.of("Other"), texts(gateway));
    }

    @Test
    void goes_out_once_however_often_its_key_is_posted() {
        desk.start();
        assertTrue(desk.post("alarm-1/1", finch, "Text"));
        assertFalse(desk.post("alarm-1/1", finch, "Text"));
        desk.awaitStates(SENT);
        assertFalse(desk.post("alarm-1/1", finch, "Text"));
        assertEquals(1, gateway.got.size());
    }

    @Test
    void posted_before_the_start_it_leaves_at_the_start() {
        desk.post("alarm-1/1", finch, "Text");
        desk.start();
        desk.awaitStates(SENT);
    }

    @Test
    void half_handed_over_it_is_sent_again_and_says_so_in_the_receivers_language() {
        gateway.hangsOn("Текст");
        desk.start();
        desk.post("alarm-1/1", finch, TestGround.RUSSIAN, "Текст");
        await(() -> gateway.got.size() == 1, () -> "not handed over");
        assertEquals(List.of(SENDING), desk.states());
        gateway.hangsOn("nothing");
        desk.startAgain();
        desk.awaitStates(SENT);
        assertTrue(gateway.got.getLast().repeat());
        assertEquals("alarm-1/1", gateway.got.getLast().key());
        assertEquals(
                "Отправлено повторно: возможно, это сообщение уже дошло до вас.\nТекст",
                gateway.got.getLast().text());
        assertTrue(desk.messages().getFirst().labelled());
        assertEquals(List.of("alarm-1/1 Sent[repeat=true]"), desk.outcomes);
    }

    @Test
    void refused_it_is_tried_again_after_a_while_and_says_nothing_of_it() {
        gateway.answers(REFUSED);
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        awaitTried();
        assertEquals(Optional.of(Reason.NOT_REACHED), desk.messages().getFirst().reason());
        assertTrue(
                desk.outcomes.getFirst().contains("TriedAgain[why=NOT_REACHED, tries=1"),
                desk.outcomes.toString());
        gateway.is(new Channel.Trouble(Reason.NOT_REACHED));
        desk.clock.forward(Duration.ofSeconds(5));
        desk.awaitStates(SENT);
        assertEquals(List.of("Text", "Text"), texts(gateway));
    }

    @Test
    void a_wall_clock_set_back_does_not_hold_up_the_next_try() {
        gateway.answers(REFUSED);
        gateway.is(new Channel.Trouble(Reason.NOT_REACHED));
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        awaitTried();
        desk.clock.set(desk.clock.instant().minus(Duration.ofDays(3)));
        desk.clock.forward(Duration.ofSeconds(5));
        desk.awaitStates(SENT);
    }

    @Test
    void when_nobody_knows_whether_it_left_it_is_sent_again_labelled() {
        gateway.answers(new Channel.Unsure(Reason.HUNG_UP));
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        desk.awaitStates(REPEAT);
        desk.clock.forward(Duration.ofSeconds(5));
        desk.awaitStates(SENT);
        assertTrue(texts(gateway).getLast().startsWith("Sent again:"), texts(gateway).toString());
    }

    @Test
    void it_goes_at_once_when_its_channel_is_back() {
        gateway.is(new Channel.Trouble(Reason.NOT_REACHED));
        gateway.answers(REFUSED);
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        awaitTried();
        assertFalse(desk.delivery.health().getFirst().working());
        gateway.is(new Channel.Alive());
        // Shorter than the wait of five seconds, long enough for the next probe.
        desk.clock.forward(Duration.ofSeconds(3));
        desk.awaitStates(SENT);
        assertTrue(desk.delivery.health().getFirst().working());
    }

    @Test
    void it_is_given_up_when_it_was_tried_often_enough() {
        gateway.alwaysAnswers(REFUSED);
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        await(
                () -> {
                    desk.clock.forward(Duration.ofMinutes(1));
                    return desk.states().equals(List.of(FAILED));
                },
                () -> "tried " + gateway.got.size() + " times");
        assertEquals(DeliveryPolicy.usual().tries(), gateway.got.size());
        assertEquals("alarm-1/1 GivenUp[why=NOT_REACHED]", desk.outcomes.getLast());
    }

    @Test
    void what_cannot_help_is_not_tried_again() {
        gateway.alwaysAnswers(new Channel.Refused(Reason.ADDRESS_REFUSED, false));
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        desk.awaitStates(FAILED);
        assertEquals(List.of("alarm-1/1 GivenUp[why=ADDRESS_REFUSED]"), desk.outcomes);
    }

    @Test
    void a_channel_that_hangs_holds_up_no_other() {
        ChannelId other = desk.channel("hand");
        Address heron = desk.address(HERON, other, "heron");
        gateway.hangsOn("Text");
        desk.start();
        for (int i = 0; i < 20; i++) {
            desk.post("alarm-1/hung/" + i, finch, "Text");
        }
        desk.post("alarm-1/2", heron, "Text");
        await(
                () -> desk.gateways.gateway(other).got.size() == 1,
                () -> "the other channel waits as well");
        desk.gateways.gateway(other).release();
    }

    @Test
    void one_that_hangs_holds_up_no_other_of_its_channel() {
        gateway.hangsOn("slow");
        desk.start();
        desk.post("alarm-1/1", finch, "slow");
        await(() -> gateway.got.size() == 1, () -> "not handed over");
        desk.post("alarm-1/2", finch, "Text");
        desk.awaitStates(SENDING, SENT);
    }

    @Test
    void no_more_than_a_few_are_with_a_gateway_at_once() {
        gateway.hangsOn("Text");
        desk.start();
        for (int i = 0; i < 20; i++) {
            desk.post("alarm-1/" + i, finch, "Text");
        }
        int most = DeliveryPolicy.usual().sendingAtOnce();
        await(() -> gateway.got.size() == most, () -> "got " + gateway.got.size());
        assertEquals(most, desk.states().stream().filter(state -> state == SENDING).count());
        gateway.hangsOn("nothing");
        gateway.release();
        await(() -> desk.states().stream().allMatch(s -> s == SENT), () -> "" + desk.states());
        assertEquals(20, gateway.got.size());
    }

    @Test
    void fresh_ones_leave_before_those_that_were_tried() {
        gateway.answers(REFUSED);
        gateway.is(new Channel.Trouble(Reason.NOT_REACHED));
        desk.start();
        desk.post("alarm-1/1", finch, "old");
        awaitTried();
        desk.post("alarm-1/2", finch, "new");
        // It gets through, so the channel is back, and the old one follows at once.
        desk.awaitStates(SENT, SENT);
        assertEquals(List.of("old", "new", "old"), texts(gateway));
    }

    @Test
    void withdrawn_it_does_not_leave() {
        gateway.answers(REFUSED);
        gateway.is(new Channel.Trouble(Reason.NOT_REACHED));
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        awaitTried();
        int withdrawn = desk.write(t -> desk.delivery.outbox().withdraw(t, "alarm-1", FINCH));
        assertEquals(1, withdrawn);
        desk.clock.forward(Duration.ofMinutes(1));
        desk.post("alarm-1/2", finch, "Other");
        desk.awaitStates(WITHDRAWN, SENT);
        assertEquals(List.of("Text", "Other"), texts(gateway));
    }

    @Test
    void withdrawn_while_with_the_gateway_it_is_not_tried_again() {
        gateway.hangsOn("Text");
        gateway.answers(REFUSED);
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        await(() -> gateway.got.size() == 1, () -> "not handed over");
        desk.write(t -> desk.delivery.outbox().withdraw(t, "alarm-1", FINCH));
        gateway.release();
        desk.awaitStates(WITHDRAWN);
    }

    @Test
    void only_the_one_who_answered_is_left_alone() {
        Address heron = desk.address(HERON, channel, "heron");
        desk.post("alarm-1/1", finch, "Text");
        desk.post("alarm-1/2", heron, "Text");
        desk.write(t -> desk.delivery.outbox().withdraw(t, "alarm-1", FINCH));
        desk.start();
        desk.awaitStates(WITHDRAWN, SENT);
        assertEquals("heron", gateway.got.getFirst().address());
    }

    @Test
    void without_its_address_it_fails_and_says_why() {
        desk.post("alarm-1/1", finch, "Text");
        desk.write(t -> desk.delivery.addresses().remove(t, FINCH, finch.id()));
        desk.start();
        desk.awaitStates(FAILED);
        assertEquals(Optional.of(Reason.NO_ADDRESS), desk.messages().getFirst().reason());
    }

    private void damage(String table, String column, long id) {
        desk.write(turn ->
                turn.handle()
                        .execute(
                                "UPDATE " + table + " SET " + column + " = ? WHERE id = ?",
                                new byte[] {1, 2, 3},
                                id));
    }

    @Test
    void an_address_that_cannot_be_read_keeps_no_other_from_being_rung() {
        Address second = desk.address(FINCH, channel, "finch-2");
        damage("address", "address", finch.id().value());
        var mine = desk.store.read(handle -> desk.delivery.addresses().of(handle, FINCH));
        assertEquals(List.of(false, true), mine.stream().map(Address::active).toList());
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        desk.post("alarm-1/2", second, "Text");
        desk.awaitStates(FAILED, SENT);
        assertEquals(Optional.of(Reason.DESK_FAULT), desk.messages().getFirst().reason());
        assertEquals("finch-2", gateway.got.getFirst().address());
    }

    @Test
    void a_text_that_cannot_be_read_fails_and_keeps_no_other() {
        desk.post("alarm-1/1", finch, "Text");
        desk.post("alarm-1/2", finch, "Text");
        damage("message", "text", desk.messages().getFirst().id().value());
        desk.start();
        desk.awaitStates(FAILED, SENT);
    }

    @Test
    void a_channel_that_cannot_be_read_keeps_no_other_from_working() {
        ChannelId broken = desk.channel("mail");
        damage("channel", "settings", broken.value());
        damage("channel", "label", broken.value());
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        desk.awaitStates(SENT);
        var health = desk.delivery.health().getLast();
        assertEquals(ChannelHealth.State.FAILING, health.state());
        assertEquals(Optional.of(Reason.DESK_FAULT), health.reason());
    }

    @Test
    void what_it_came_to_is_kept_even_when_nobody_can_be_told() {
        desk.start((_, _, _) -> {
            throw new IllegalStateException("a fault above");
        });
        desk.post("alarm-1/1", finch, "Text");
        desk.awaitStates(SENT);
    }

    @Test
    void on_a_channel_switched_off_it_waits_until_that_is_on_again() {
        desk.start();
        desk.write(turn -> {
            desk.delivery.channels().switchTo(turn, channel, false);
            return true;
        });
        await(
                () -> desk.delivery.health().getFirst().state() == ChannelHealth.State.OFF,
                () -> "still on");
        desk.post("alarm-1/1", finch, "Text");
        assertEquals(1, desk.delivery.health().getFirst().waiting());
        desk.write(turn -> {
            desk.delivery.channels().switchTo(turn, channel, true);
            return true;
        });
        desk.awaitStates(SENT);
    }

    @Test
    void on_paper_it_is_delivered_when_somebody_told_it() {
        ChannelId paper = desk.channel("paper");
        Address heron = desk.address(HERON, paper, "Knock at the green door");
        desk.start();
        desk.post("alarm-1/1", heron, "Text");
        desk.awaitStates(SENT);
        MessageId id = desk.messages().getFirst().id();
        boolean told = desk.write(turn -> desk.delivery.told(turn, id).isPresent());
        assertTrue(told);
        boolean again = desk.write(turn -> desk.delivery.told(turn, id).isPresent());
        assertFalse(again);
        desk.awaitStates(DELIVERED);
        assertEquals("alarm-1/1 Delivered[]", desk.outcomes.getLast());
    }

    @Test
    void on_paper_it_is_taken_off_the_list_when_nobody_needs_it() {
        ChannelId paper = desk.channel("paper");
        Address heron = desk.address(HERON, paper, "Knock at the green door");
        desk.start();
        desk.post("alarm-1/1", heron, "Text");
        desk.awaitStates(SENT);
        desk.write(t -> desk.delivery.outbox().withdrawAll(t, "alarm-1"));
        desk.awaitStates(WITHDRAWN);
    }
}
