package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.delivery.MessageState.QUEUED;
import static org.watchword.desk.delivery.MessageState.SENDING;
import static org.watchword.desk.delivery.MessageState.SENT;
import static org.watchword.desk.delivery.TestDesk.FINCH;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.delivery.HandChannels.Gateway;

@Timeout(60)
class ACourierInTrouble {
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

    private void execute(String sql) {
        desk.write(turn -> turn.handle().execute(sql));
    }

    @Test
    void goes_on_after_a_fault_of_the_rows() throws InterruptedException {
        desk.start();
        desk.post("alarm-1/1", finch, "Text");
        desk.awaitStates(SENT);
        execute("ALTER TABLE message RENAME TO away");
        desk.clock.forward(Duration.ofSeconds(1));
        // Long enough for whoever was woken to look; how long decides nothing but what is tried.
        Thread.sleep(1_500);
        execute("ALTER TABLE away RENAME TO message");

        desk.post("alarm-1/2", finch, "Text");

        desk.awaitStates(SENT, SENT);
    }

    @Test
    void tries_again_what_it_could_not_open() {
        desk.post("alarm-1/1", finch, "Text");
        execute("ALTER TABLE address RENAME TO away");
        desk.start();
        await(() -> !desk.outcomes.isEmpty(), () -> "still " + desk.states());
        desk.awaitStates(QUEUED);
        execute("ALTER TABLE away RENAME TO address");

        desk.clock.forward(Duration.ofSeconds(5));

        desk.awaitStates(SENT);
    }

    @Test
    void leaves_nothing_behind_when_its_channel_is_changed() {
        desk.start();
        gateway.hangsOn("Silence");
        desk.post("alarm-1/1", finch, "Silence");
        await(() -> gateway.got.size() == 1, () -> "not handed over");
        desk.write(turn -> desk.delivery.channels().change(turn, channel, "Other", Map.of()));
        await(() -> desk.gateways.opened.get() == 2, () -> "not opened again");
        desk.post("alarm-1/2", finch, "Text");
        desk.awaitStates(SENDING, SENT);

        gateway.answers(REFUSED);
        gateway.release();

        desk.awaitStates(SENT, SENT);
    }

    @Test
    void a_try_that_a_kill_cut_short_is_not_counted() {
        desk.post("alarm-1/1", finch, "Text");
        execute("UPDATE message SET state = 'sending', attempts = 1");
        gateway.answers(REFUSED);

        desk.start();

        await(() -> !desk.outcomes.isEmpty(), () -> "not tried");
        assertTrue(desk.outcomes.getFirst().contains("tries=1"), desk.outcomes::toString);
    }
}
