package org.watchword.desk.cli.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightsOfBackup {
    private static final ZoneId RIGA = ZoneId.of("Europe/Riga");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(RIGA).toInstant();
    }

    private static Kept.Last wentWell(Instant at, Kept.Good good) {
        return new Kept.Last(at, Optional.empty(), Optional.of(good), Optional.empty(), false);
    }

    private static Optional<Kept.Last> good(String local) {
        var good = new Kept.Good(at(local), "one", "", false);
        return Optional.of(wentWell(at(local), good));
    }

    private static Optional<Kept.Last> failed(String local) {
        return Optional.of(
                new Kept.Last(
                        at(local),
                        Optional.of("why"),
                        Optional.empty(),
                        Optional.of(at(local)),
                        false));
    }

    @Test
    void the_first_backup_is_due_at_once() {
        assertTrue(Nights.isDue(Optional.empty(), at("2021-02-04T15:00:00"), RIGA));
    }

    @Test
    void one_a_night_is_enough_and_a_missed_night_is_made_up_for() {
        var last = good("2021-02-04T03:10:05");
        assertFalse(Nights.isDue(last, at("2021-02-04T15:00:00"), RIGA));
        assertFalse(Nights.isDue(last, at("2021-02-05T03:09:59"), RIGA));
        assertTrue(Nights.isDue(last, at("2021-02-05T03:10:00"), RIGA));
        assertTrue(Nights.isDue(last, at("2021-02-07T18:00:00"), RIGA), "was switched off");
    }

    @Test
    void one_that_failed_is_tried_again_within_the_hour_and_told_once_a_night() {
        var last = failed("2021-02-04T03:10:05");
        assertFalse(Nights.isDue(last, at("2021-02-04T03:30:00"), RIGA));
        assertTrue(Nights.isDue(last, at("2021-02-04T04:10:05"), RIGA));
        assertFalse(Nights.isNews(last, at("2021-02-04T04:10:05"), RIGA));
        assertTrue(Nights.isNews(last, at("2021-02-05T03:10:00"), RIGA));
        assertTrue(Nights.isNews(good("2021-02-04T03:10:05"), at("2021-02-05T03:10:00"), RIGA));
        assertTrue(Nights.isNews(Optional.empty(), at("2021-02-05T03:10:00"), RIGA));
    }

    @Test
    void a_clock_that_was_set_back_keeps_no_night_without_a_backup() {
        var last = failed("2022-01-01T03:10:00");
        assertTrue(Nights.isDue(last, at("2021-02-04T15:00:00"), RIGA));
    }

    @Test
    void the_nights_without_and_with_a_second_three_o_clock_have_one_backup() {
        for (String day : new String[] {"2021-03-28", "2021-10-31"}) {
            Instant midnight = at(day + "T00:00:00");
            Optional<Kept.Last> last = good(day + "T00:00:00");
            int made = 0;
            for (int minute = 1; minute < 24 * 60; minute += 5) {
                Instant now = midnight.plus(Duration.ofMinutes(minute));
                if (Nights.isDue(last, now, RIGA)) {
                    made++;
                    var good = new Kept.Good(now, "one", "", false);
                    last = Optional.of(wentWell(now, good));
                }
            }
            assertEquals(1, made, day);
        }
    }
}
