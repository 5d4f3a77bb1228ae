package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnAddressOfMail {
    @ParameterizedTest
    @CsvSource({
        "finch@example.org, finch@example.org",
        "' Finch.Two+desk@EXAMPLE.Org ', Finch.Two+desk@example.org",
        "o'neil@mail.example.org, o'neil@mail.example.org",
        "finch@localhost, finch@localhost",
        "finch@пример.example, finch@xn--e1afmkfd.example"
    })
    void is_kept_in_its_plain_form(String typed, String kept) {
        assertEquals(kept, MailAddress.of(typed).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "finch",
                "@example.org",
                "finch@",
                "finch@@example.org",
                "finch two@example.org",
                "finch@exa mple.org",
                "Finch <finch@example.org>",
                "\"finch\"@example.org",
                "finch@example.org, wren@example.org",
                "finch@example.org\r\nBcc: wren@example.org",
                "finch\r\n@example.org",
                "finch\u0000@example.org",
                "finch@example.org\u202e",
                "finch@[127.0.0.1]",
                ".finch@example.org",
                "finch.@example.org",
                "finch@-example.org",
                "finch@example..org",
                "жаворонок@example.org"
            })
    void that_is_none_or_more_than_one_is_refused(String typed) {
        assertTrue(MailAddress.of(typed).isEmpty());
        assertTrue(MailAddress.wrongWith(typed).key().startsWith("delivery.address."));
    }

    /// A domain in another script grows when it is written in plain letters.
    @Test
    void that_becomes_too_long_in_its_plain_form_is_refused() {
        assertTrue(MailAddress.of("a@" + "\u0436.".repeat(90) + "org").isEmpty());
    }

    @Test
    void that_is_too_long_is_refused() {
        assertTrue(MailAddress.of("a".repeat(65) + "@example.org").isEmpty());
        assertTrue(MailAddress.of("a@" + "b.".repeat(120) + "org").isEmpty());
    }
}
