package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.delivery.MessageState.QUEUED;
import static org.watchword.desk.delivery.MessageState.SENDING;
import static org.watchword.desk.delivery.MessageState.SENT;
import static org.watchword.desk.delivery.MessageState.WITHDRAWN;
import static org.watchword.desk.delivery.TestDesk.FINCH;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.delivery.HandChannels.Gateway;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.UntoldCommits;

/// The turn that marks messages as being handed over is kept and said to have failed.
@Timeout(60)
class AHandOverNobodyKnowsOf {
    private static final String TAKEN = "SELECT 1 FROM message WHERE state = 'sending'";
    private static final Channel.Refused REFUSED = new Channel.Refused(Reason.BUSY, true);

    @TempDir Path dir;
    private UntoldCommits untold;
    private TestDesk desk;
    private Gateway gateway;
    private Address finch;

    @BeforeEach
    void open() {
        untold = new UntoldCommits(dir.resolve("desk.db"));
        desk = new TestDesk(untold.engine());
        ChannelId channel = desk.channel("hand");
        gateway = desk.gateways.gateway(channel);
        finch = desk.address(FINCH, channel, "finch");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Handover handover() {
        return new Handover(
                desk.store, TestGround.with(desk.clock), TestGround.book(), DeliveryPolicy.usual());
    }

    private static Optional<MessageRows.Taken> taken(Handover handover, MessageId id) {
        try {
            return handover.take(List.of(id)).stream().findFirst();
        } catch (StoreUnavailable e) {
            return Optional.empty();
        }
    }

    @Test
    void goes_out_all_the_same_and_once() {
        desk.start();
        untold.lose(TAKEN);

        desk.post("alarm-1/1", finch, "Text");

        desk.awaitStates(SENT);
        await(() -> gateway.got.size() == 1, () -> "handed over " + gateway.got.size());
    }

    @Test
    void counts_as_no_try() {
        desk.post("alarm-1/1", finch, "Text");
        var handover = handover();
        untold.lose(TAKEN);
        taken(handover, desk.messages().getFirst().id());
        desk.awaitStates(SENDING);

        handover.takeBack();

        desk.awaitStates(QUEUED);
        assertEquals(0, desk.messages().getFirst().attempts());
    }

    @Test
    void is_over_when_the_message_was_withdrawn_meanwhile() {
        desk.post("alarm-1/1", finch, "Text");
        var handover = handover();
        untold.lose(TAKEN);
        taken(handover, desk.messages().getFirst().id());
        desk.write(turn -> desk.delivery.outbox().withdraw(turn, "alarm-1", FINCH));

        handover.takeBack();

        desk.awaitStates(WITHDRAWN);
    }

    @Test
    void takes_nothing_back_that_went_on_since() {
        desk.post("alarm-1/1", finch, "Text");
        MessageId id = desk.messages().getFirst().id();
        var handover = handover();
        untold.lose(TAKEN);
        taken(handover, id);
        untold.lose("SELECT 1 FROM message WHERE state = 'queued'");
        try {
            handover.takeBack();
        } catch (StoreUnavailable e) {
            // kept, and nobody knows
        }
        taken(handover, id);

        handover.takeBack();

        desk.awaitStates(SENDING);
    }

    @Test
    void is_settled_by_its_own_try_alone() {
        desk.post("alarm-1/1", finch, "Text");
        MessageId id = desk.messages().getFirst().id();
        var handover = handover();
        var first = taken(handover, id).orElseThrow();
        handover.settle(first, new Handover.Came(REFUSED, 1));
        taken(handover, id);

        handover.settle(first, new Handover.Came(REFUSED, 1));

        desk.awaitStates(SENDING);
    }
}
