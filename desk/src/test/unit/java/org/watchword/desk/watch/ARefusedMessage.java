package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.MAIL;
import static org.watchword.desk.watch.Night.SMS;

import java.util.List;
import org.junit.jupiter.api.Test;

class ARefusedMessage {
    private final Night night = Night.alarm().stepOver(SMS, FINCH).step(HERON).raised();
    private final long ring = night.rings().getFirst().ring().generation();

    private Night refused(org.watchword.desk.delivery.ChannelId channel, long generation) {
        return night.then(
                new Event.Refused(FINCH, Night.way(FINCH, channel).address(), generation));
    }

    @Test
    void rings_the_persons_next_address_at_once() {
        refused(SMS, ring);

        assertEquals(List.of(MAIL), night.rings().stream().map(r -> r.way().channel()).toList());
        assertEquals(ring, night.rings().getFirst().ring().generation());
    }

    @Test
    void does_not_use_the_same_address_twice_in_one_ring() {
        refused(SMS, ring);
        refused(MAIL, ring);

        assertEquals(List.of(), night.rung());
        assertTrue(night.logged().contains(LogKind.NO_OTHER_WAY));
    }

    @Test
    void does_not_hold_up_the_ladder() {
        var before = night.timer().at();
        refused(SMS, ring);

        assertEquals(before, night.timer().at());
    }

    @Test
    void of_an_earlier_ring_rings_nobody() {
        night.timerFires().timerFires();

        assertEquals(List.of(), refused(SMS, ring).rung());
    }

    @Test
    void rings_nobody_who_has_answered() {
        night.acknowledges(FINCH);

        assertEquals(List.of(), refused(SMS, ring).rung());
    }

    @Test
    void rings_nobody_once_somebody_else_is_on_it() {
        night.acknowledges(HERON);

        assertEquals(List.of(), refused(SMS, ring).rung());
    }
}
