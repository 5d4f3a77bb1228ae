package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type as a number, and what gateways say who sent something.
class APhoneNumber {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+9995550101",
                " +999 555 0101 ",
                "+999-555-01-01",
                "+999 (555) 01.01",
                "009995550101",
                "00 999 555/0101",
                "+999\u00a0555\u202f0101",
                "+999\u2013555\u20120101",
                "\u202a+9995550101\u202c",
                "\uff0b\uff19\uff19\uff19\uff15\uff15\uff15\uff10\uff11\uff10\uff11",
                "+\u0669\u0669\u0669\u0665\u0665\u0665\u0660\u0661\u0660\u0661"
            })
    void is_kept_in_one_form_however_it_is_typed(String typed) {
        assertEquals("+9995550101", PhoneNumber.of(typed).orElseThrow().e164());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5550101",
                "9995550101",
                "+",
                "+0999555010",
                "+99955",
                "+9995550101234567",
                "+999 555 0101 ext 7",
                "++9995550101",
                "+9995550101,+9995550102",
                "+9995550101\r\nX-Kannel-To: +9995550102",
                "0099+9550101",
                "\u0000+9995550101"
            })
    void is_refused_when_it_is_not_one(String typed) {
        assertEquals(Optional.empty(), PhoneNumber.of(typed));
        var kind = new SmsKind((_, value) -> value, InstantSource.system());
        assertInstanceOf(ChannelKind.NotOne.class, kind.address(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "9995550101, +9995550101",
        "009995550101, +9995550101",
        "+999 555 0101, +9995550101",
        "0555 0101, 0555 0101",
        "12345, 12345",
        "HARBOUR, HARBOUR"
    })
    void of_a_sender_is_brought_into_the_form_in_which_it_is_known(String said, String kept) {
        assertEquals(kept, PhoneNumber.sender(said));
    }

    @Test
    void of_a_sender_is_kept_within_bounds_whatever_it_is() {
        assertEquals(60, PhoneNumber.sender("x".repeat(10_000)).length());
        assertEquals("a b", PhoneNumber.sender("a\u0000\u202e\nb"));
        assertEquals("x".repeat(59), PhoneNumber.sender("x".repeat(59) + "\ud83d\ude00"));
    }

    @Test
    void is_not_shown_by_accident() {
        assertEquals("number", PhoneNumber.of("+9995550101").orElseThrow().toString());
    }
}
