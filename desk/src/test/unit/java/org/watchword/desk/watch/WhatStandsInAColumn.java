package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.WREN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.delivery.AddressId;

/// What the rows of an alarm hold must be read as it was written, also by a later desk.
class WhatStandsInAColumn {
    private static <T> void readsBack(
            T[] all, Function<T, String> written, Function<String, T> read) {
        assertTrue(all.length > 1);
        for (T one : all) {
            assertEquals(one, read.apply(written.apply(one)));
        }
        assertEquals(all.length, Arrays.stream(all).map(written).distinct().count());
        assertThrows(RuntimeException.class, () -> read.apply("no such word"));
    }

    @Test
    void reads_back_as_the_same_word_and_no_other_word_is_taken() {
        readsBack(Alarm.TimerKind.values(), Alarm.TimerKind::word, Alarm.TimerKind::of);
        readsBack(Standing.Way.values(), Standing.Way::word, Standing.Way::of);
        readsBack(Seen.values(), Seen::word, Seen::of);
        readsBack(LogKind.values(), LogKind::word, LogKind::ofWord);
        readsBack(AlarmKind.values(), AlarmKind::word, AlarmKind::of);
        readsBack(
                new Standing.How[] {
                    new Standing.ByRaising(), new Standing.InSession(), new Standing.Confirmed()
                },
                Written::how,
                Written::how);
        assertEquals("watch.log.held-no-more", LogKind.HELD_NO_MORE.key());
    }

    @Test
    void holds_addresses_in_their_order_and_duties_sorted() {
        var addresses = List.of(new AddressId(12), new AddressId(3));
        assertEquals("12,3", Written.addresses(addresses));
        assertEquals(addresses, Written.addresses("12,3"));
        assertEquals(List.of(), Written.addresses(""));

        Set<Duty> duties = Set.of(new Duty.OfPerson(WREN), new Duty.OfRole(new RoleId("duty")));
        assertEquals("person:1,role:duty", Written.duties(duties));
        assertEquals(duties, Written.duties("person:1,role:duty"));
        assertEquals(Set.of(), Written.duties(Written.duties(List.of())));
    }

    @Test
    void keeps_numbers_of_a_sentence_as_numbers_and_makes_all_else_text() {
        Map<String, Object> gaps = Map.of("step", 2, "ms", 5_000_000_000L, "who", Night.ALDER);

        assertEquals(
                Map.of("step", 2, "ms", 5_000_000_000L, "who", Night.ALDER.toString()),
                Written.gaps(Written.gaps(gaps)));
    }

    @Test
    void names_a_message_so_that_its_alarm_ring_person_and_address_are_known_again() {
        var ring = MessageKey.ofRing(new AlarmId(7), 3, FINCH, new AddressId(5));
        var end = MessageKey.ofEnd(new AlarmId(7), 3, FINCH, new AddressId(5));

        assertEquals("alarm-7/3/2/5", ring.written());
        assertEquals("alarm-7/3/2/5/over", end.written());
        assertEquals(Optional.of(ring), MessageKey.read("alarm-7/3/2/5"));
        assertEquals(Optional.of(end), MessageKey.read("alarm-7/3/2/5/over"));
        for (String foreign :
                List.of("", "alarm-7", "alarm-7/3/2", "watch-7/3/2/5", "alarm-7/3/2/5/x")) {
            assertEquals(Optional.empty(), MessageKey.read(foreign), foreign);
        }
    }
}
