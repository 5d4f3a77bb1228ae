package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.Finding;
import org.watchword.desk.cli.TestFire;

@Timeout(60)
class ATestFiredFromTheCommandLine {
    private static final ChannelId CHANNEL = new ChannelId(7);

    private final HandChannels gateways = new HandChannels();
    private final Words words = TestGround.book().in(TestGround.ENGLISH);

    private Finding fired(String kind, boolean somebody) {
        var setup = new Channels.Setup(CHANNEL, "A label", kind, Map.of(), true);
        Optional<TestFire.Target> to =
                somebody
                        ? Optional.of(new TestFire.Target("Wren", "wren", words))
                        : Optional.empty();
        List<ChannelKind> kinds = List.of(gateways, new PaperKind());
        return new TestFire(new TestGround.HandClock(), kinds, words)
                .of(List.of(new TestFire.Shot(setup, to)))
                .getFirst();
    }

    private void isSaid(String key, boolean well, Finding finding) {
        assertEquals(key, finding.says().key());
        assertEquals(well, finding.well());
    }

    @Test
    void says_what_the_gateway_made_of_it() {
        var gateway = gateways.gateway(CHANNEL);
        isSaid("cli.fire.taken", true, fired("hand", true));
        assertEquals("wren", gateway.got.getFirst().address());
        assertTrue(gateway.got.getFirst().text().contains("test message"));
        gateway.answers(new Channel.Refused(Reason.ADDRESS_REFUSED, false));
        isSaid("cli.fire.refused", false, fired("hand", true));
        gateway.answers(new Channel.Unsure(Reason.HUNG_UP));
        isSaid("cli.fire.unsure", false, fired("hand", true));
    }

    @Test
    void is_not_waited_for_without_end() {
        gateways.deadline = Duration.ofSeconds(1);
        gateways.gateway(CHANNEL).hangsOn("test message");
        isSaid("cli.fire.unsure", false, fired("hand", true));
        gateways.gateway(CHANNEL).release();
    }

    @Test
    void says_what_is_missing_where_it_reaches_nobody() {
        isSaid("cli.fire.nobody", false, fired("hand", false));
        isSaid("cli.fire.by-hand", true, fired("paper", false));
        isSaid("cli.check.channel.unknown", false, fired("pigeon", true));
    }
}
