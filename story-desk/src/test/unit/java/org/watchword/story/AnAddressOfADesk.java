package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.story.visit.Visitor.Place;

class AnAddressOfADesk {
    private static Optional<Place> place(String base, String reach) {
        return Optional.of(new Place(base, reach));
    }

    @Test
    void is_reached_over_tls_anywhere() {
        assertEquals(
                place("https://desk.example", "https://desk.example"),
                DeskInUse.at("https://Desk.example/"));
        assertEquals(
                place("https://desk.example:8443", "https://desk.example:8443"),
                DeskInUse.at("https://desk.example:8443"));
    }

    @Test
    void is_reached_in_clear_on_this_machine_whatever_its_name() {
        assertEquals(
                place("http://staff.localhost:8080", "http://127.0.0.1:8080"),
                DeskInUse.at(" http://staff.localhost:8080/ "));
        assertEquals(
                place("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
                DeskInUse.at("http://127.0.0.1:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://desk.example/",
                "http://localhost.example/",
                "http://10.0.0.1:8080/",
                "ftp://localhost/",
                "staff.localhost:8080",
                "https://wren:secret@desk.example/",
                "https://desk.example/drills",
                "https://desk.example/?x=1",
                "https:///",
                "not an address",
                ""
            })
    void is_none_where_a_passphrase_would_go_astray(String typed) {
        assertEquals(Optional.empty(), DeskInUse.at(typed));
    }
}
