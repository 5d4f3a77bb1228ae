package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;

class SixDigitsInAText {
    private static final KeyedHash HASH =
            (domain, bytes) ->
                    (domain + new String(bytes, StandardCharsets.UTF_8))
                            .repeat(4)
                            .getBytes(StandardCharsets.UTF_8);

    private static List<String> in(String text) {
        return List.copyOf(SixDigits.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                "it is 123456.",
                "123 456",
                "123-456",
                "123\u00a0456",
                "١٢٣٤٥٦",
                "1️: 123456",
                "123456\n--\nFinch"
            })
    void are_found_however_they_are_written(String text) {
        assertEquals(List.of("123456"), in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "+9995550123", "12 34 56", "abcdef"})
    void are_not_seen_in_other_numbers(String text) {
        assertEquals(List.of(), in(text));
    }

    @Test
    void of_what_is_quoted_do_not_count() {
        assertEquals(List.of("222222"), in("222222\n> Reply 111111 to this message\n"));
    }

    @Test
    void count_only_as_the_first_few_of_many() {
        assertEquals(List.of("100001", "100002", "100003"), in("100001 100002 100003 100004"));
    }

    /// A form may be as long as this, and the one writer waits while it is read.
    @Test
    void are_looked_for_in_time_however_many_lines_are_empty() {
        String empty = "x" + "\n".repeat(Limits.FORM_BYTES) + "123456";
        long before = System.nanoTime();
        assertEquals(List.of("123456"), in(empty));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, took.toString());
    }

    @Test
    void are_six_and_the_same_for_the_same_thing_only() {
        var seen = new TreeSet<String>();
        for (int i = 0; i < 100; i++) {
            String code = SixDigits.of(HASH, "proof-" + i);
            assertTrue(code.matches("[0-9]{6}"), code);
            assertEquals(code, SixDigits.of(HASH, "proof-" + i));
            seen.add(code);
        }
        assertNotEquals(1, seen.size());
    }
}
