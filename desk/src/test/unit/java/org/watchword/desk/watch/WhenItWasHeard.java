package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhenItWasHeard {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant NOW = Instant.parse("2021-02-04T12:00:40Z");

    private static Optional<Instant> read(String typed) {
        return HeardAt.read(typed, MOSCOW, Locale.ENGLISH, NOW);
    }

    private static void reads(String expected, String typed) {
        assertEquals(Optional.of(Instant.parse(expected)), read(typed), typed);
    }

    @Test
    void a_time_alone_is_in_the_desks_zone_and_in_the_nearest_past() {
        reads("2021-02-04T12:00:00Z", "15:00");
        reads("2021-02-04T11:59:00Z", "14.59");
        reads("2021-02-03T20:30:00Z", "23:30");
        reads("2021-02-04T12:00:30Z", "15:00:30");
    }

    @Test
    void a_clock_on_the_wall_may_run_a_minute_ahead() {
        reads("2021-02-04T12:01:00Z", "15:01");
    }

    @Test
    void a_day_may_stand_before_it() {
        reads("2021-02-03T12:00:00Z", "3 Feb 15:00");
        reads("2021-02-03T12:00:00Z", "03.02. 15:00");
        reads("2021-02-03T12:00:00Z", "3.2.2021 15:00");
        reads("2021-02-03T12:00:00Z", "2021-02-03 15:00");
    }

    @Test
    void a_day_without_its_year_is_in_the_past() {
        reads("2020-12-31T20:00:00Z", "31.12. 23:00");
    }

    @Test
    void the_future_and_nonsense_are_no_time() {
        for (String typed :
                new String[] {"", "soon", "25:00", "15:61", "2021-02-05 15:00", "15", "x 15:00"}) {
            assertEquals(Optional.empty(), read(typed), typed);
        }
    }

    @Test
    void a_day_that_is_not_in_the_calendar_is_not_another_one() {
        for (String typed :
                new String[] {
                    "29 Feb 2020 25:00",
                    "29.02.2019 15:00",
                    "31.11.2020 15:00",
                    "2020-11-31 15:00",
                    "29 Feb 15:00"
                }) {
            assertEquals(Optional.empty(), read(typed), typed);
        }
        reads("2020-02-29T12:00:00Z", "29.02.2020 15:00");
    }

    @Test
    void an_hour_that_the_clocks_skip_is_no_time() {
        var berlin = ZoneId.of("Europe/Berlin");
        var after = Instant.parse("2026-03-29T10:00:00Z");
        for (String typed : new String[] {"02:30", "29.03. 02:30", "2026-03-29 02:30"}) {
            assertEquals(
                    Optional.empty(), HeardAt.read(typed, berlin, Locale.ENGLISH, after), typed);
        }
    }

    @Test
    void in_the_hour_that_comes_twice_the_nearest_past_is_meant() {
        var berlin = ZoneId.of("Europe/Berlin");
        var first = Instant.parse("2026-10-25T00:30:00Z");
        var second = Instant.parse("2026-10-25T01:30:00Z");
        for (Instant heard : new Instant[] {first, second}) {
            assertEquals(
                    Optional.of(heard),
                    HeardAt.read("02:30", berlin, Locale.ENGLISH, heard.plusSeconds(600)));
        }
    }
}
