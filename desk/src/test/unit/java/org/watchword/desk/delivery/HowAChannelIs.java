package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.delivery.ChannelHealth.State;

class HowAChannelIs {
    private static final Instant START = Instant.parse("2021-02-04T12:00:00Z");
    private static final Channel.Health ALIVE = new Channel.Alive();
    private static final Channel.Result SENT = new Channel.Sent("");

    private final List<Boolean> noted = new ArrayList<>();
    private final Pulse pulse = new Pulse(START, (trouble, _) -> noted.add(trouble));

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static Channel.Health trouble(Reason why) {
        return new Channel.Trouble(why);
    }

    private static Channel.Result refused(Reason why) {
        return new Channel.Refused(why, true);
    }

    private ChannelHealth health() {
        return pulse.health(
                new Channels.Setup(new ChannelId(1), "Mail", "mail", Map.of(), true), 0);
    }

    private State state() {
        return health().state();
    }

    @Test
    void is_noted_when_trouble_begins_and_when_it_is_over_and_not_in_between() {
        pulse.probed(new Channel.Alive(), START);
        pulse.probed(new Channel.Alive(), START);
        assertEquals(List.of(false), noted, "an outage from before the start is over");
        pulse.probed(new Channel.Trouble(Reason.NOT_REACHED), START);
        pulse.probed(new Channel.Trouble(Reason.NO_ANSWER), START);
        assertEquals(List.of(false, true), noted);
        pulse.probed(new Channel.Alive(), START);
        assertEquals(List.of(false, true, false), noted);
    }

    @Test
    void is_unknown_until_somebody_asks() {
        assertEquals(State.UNKNOWN, state());
        assertTrue(health().working());
        assertFalse(pulse.probed(ALIVE, at(1)));
        assertEquals(State.ALIVE, state());
    }

    @Test
    void fails_since_its_first_trouble() {
        pulse.probed(ALIVE, at(1));
        pulse.probed(trouble(Reason.NOT_REACHED), at(2));
        pulse.probed(trouble(Reason.NO_ANSWER), at(5));
        assertEquals(State.SILENT, state());
        assertEquals(at(2), health().since());
        assertEquals(Optional.of(Reason.NO_ANSWER), health().reason());
        assertEquals(Optional.of(at(1)), health().lastAnswer());
        assertFalse(health().working());
    }

    @Test
    void comes_back_once() {
        pulse.probed(trouble(Reason.NOT_REACHED), at(1));
        assertTrue(pulse.probed(ALIVE, at(4)));
        assertFalse(pulse.probed(ALIVE, at(5)));
        assertEquals(at(4), health().since());
        assertEquals(Optional.empty(), health().reason());
    }

    @Test
    void one_refused_receiver_says_nothing_about_it() {
        pulse.probed(ALIVE, at(1));
        pulse.sent(refused(Reason.ADDRESS_REFUSED), at(2));
        assertEquals(State.ALIVE, state());
    }

    @Test
    void that_greets_well_and_refuses_everything_is_not_believed_for_a_minute() {
        pulse.probed(ALIVE, at(1));
        pulse.sent(refused(Reason.ADDRESS_REFUSED), at(2));
        pulse.sent(refused(Reason.ADDRESS_REFUSED), at(3));
        assertEquals(State.FAILING, state());
        assertFalse(pulse.probed(ALIVE, at(4)));
        assertEquals(State.FAILING, state());
        assertTrue(pulse.probed(ALIVE, at(63)));
        assertEquals(State.ALIVE, state());
    }

    @Test
    void that_takes_a_message_again_is_back_at_once() {
        pulse.sent(refused(Reason.REFUSED), at(1));
        pulse.sent(refused(Reason.REFUSED), at(2));
        assertTrue(pulse.sent(SENT, at(3)));
        pulse.sent(refused(Reason.REFUSED), at(4));
        assertEquals(State.ALIVE, state());
    }

    @Test
    void is_not_blamed_for_an_address_that_is_gone_or_a_fault_of_the_desk() {
        pulse.probed(ALIVE, at(1));
        pulse.sent(refused(Reason.NO_ADDRESS), at(2));
        pulse.sent(refused(Reason.DESK_FAULT), at(3));
        pulse.sent(refused(Reason.NO_ADDRESS), at(4));
        assertEquals(State.ALIVE, state());
    }

    @Test
    void switched_off_is_what_it_says() {
        var off = new Channels.Setup(new ChannelId(1), "Mail", "mail", Map.of(), false);
        assertEquals(State.OFF, pulse.health(off, 3).state());
        assertFalse(pulse.health(off, 3).working());
    }
}
