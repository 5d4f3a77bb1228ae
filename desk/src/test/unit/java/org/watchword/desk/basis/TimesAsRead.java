package org.watchword.desk.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// Instants and durations as people read them.
class TimesAsRead {
    private static final Instant AT = Instant.parse("2026-02-04T22:30:07Z");
    private final TimeWords english = new TimeWords(ZoneId.of("Europe/Moscow"), new Language("en"));
    private final TimeWords russian = new TimeWords(ZoneId.of("Europe/Moscow"), new Language("ru"));

    @Test
    void an_instant_is_read_in_the_desks_zone() {
        assertEquals("01:30", english.minute(AT));
        assertEquals("01:30:07", english.second(AT));
        assertEquals("2026-02-04T22:30:07Z", english.machine(AT));
    }

    @Test
    void a_day_is_named_in_the_readers_language() {
        assertEquals("5 Feb 01:30", english.dayAndMinute(AT));
        assertEquals("5 февр. 01:30", russian.dayAndMinute(AT));
    }

    @Test
    void how_long_something_lasts_grows_an_hour_when_it_must() {
        assertEquals("00:00", english.lasting(Duration.ofSeconds(-3)));
        assertEquals("04:12", english.lasting(Duration.ofSeconds(252)));
        assertEquals("59:59", english.lasting(Duration.ofSeconds(3599)));
        assertEquals("1:00:00", english.lasting(Duration.ofHours(1)));
        assertEquals("26:03:04", english.lasting(Duration.ofSeconds(26 * 3600 + 184)));
    }
}
