package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every ready gateway file must do, against a server that speaks its shape.
abstract class SmsContract extends ChannelContract {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2021-02-04T12:00:40Z"));
    static final String INCOMING = "low-tide-at-six-15";

    ShapedGateway gateway;

    abstract String shape();

    @BeforeEach
    void start() throws IOException {
        gateway = new ShapedGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("gateway", shape());
        settings.put("gateway-base", gateway.base());
        settings.put("gateway-user", ShapedGateway.USER);
        settings.put("gateway-secret", ShapedGateway.SECRET);
        settings.put("gateway-sender", "+9995550");
        settings.put("gateway-desk", "https://desk.example/door");
        settings.put("gateway-incoming", INCOMING);
        return settings;
    }

    Channel with(Map<String, String> settings) {
        var kind = new SmsKind(TestGround.hash(), CLOCK);
        assertEquals(Map.of(), kind.wrongWith(settings));
        return kind.open(new ChannelId(3), settings);
    }

    @Override
    Channel channel() {
        return with(settings());
    }

    @Override
    String address() {
        return "+9995550101";
    }

    ShapedGateway.Taken taken(String text) {
        gateway.taken.clear();
        try (Channel channel = channel()) {
            assertInstanceOf(Channel.Sent.class, channel.send(message("alarm-9/1", text)));
        }
        assertEquals(1, gateway.taken.size());
        return gateway.taken.getFirst();
    }

    @Test
    void a_text_arrives_letter_by_letter_in_any_script() {
        String wild = "ДУБ & \"с\" 15:00 + 1%20\n{\\\"x\": [1]}</a> \ud83d\udea8 ?=#;";
        assertEquals(wild, taken(wild).text());
        String plain = "ALDER & \"since\" 15:00 + 1%20\n{\\\"x\": [1]}</a> ?=#;";
        ShapedGateway.Taken sent = taken(plain);
        assertEquals(plain, sent.text());
        assertEquals(address(), sent.to());
        assertEquals("+9995550", sent.from());
    }

    @Test
    void a_gap_in_a_text_is_not_filled_again() {
        assertEquals("{secret} {to}", taken("{secret} {to}").text());
    }

    @Test
    void bidi_controls_and_nul_do_not_leave_the_desk() {
        assertEquals("a Тb", taken("a\u0000\u202e Т\u2066b").text());
    }

    @Test
    void ten_thousand_characters_become_a_bounded_number_of_messages() {
        String text = taken("я\ud83d\udea8".repeat(5_000)).text();
        assertTrue(SmsLength.of(text).parts() <= 8, text.length() + " characters");
        assertTrue(text.length() > 300);
    }

    @Test
    void no_address_holds_a_secret_a_number_a_text_or_the_key() {
        ShapedGateway.Taken sent = taken("Needle");
        try (Channel channel = channel()) {
            channel.probe();
        }
        for (String line : gateway.asked) {
            assertTrue(
                    line.matches("(POST|GET) /[A-Za-z0-9/_.-]+"), "the address says more: " + line);
            assertFalse(line.contains(ShapedGateway.SECRET));
        }
        assertFalse(sent.report().contains("alarm"), sent.report());
        assertFalse(sent.report().contains("555"), sent.report());
        assertTrue(sent.report().contains("desk.example/door/in/3"), sent.report());
    }

    @Test
    void without_an_address_of_the_desk_no_report_is_asked_for() {
        Map<String, String> settings = settings();
        settings.put("gateway-desk", "");
        settings.put("gateway-sender", "");
        try (Channel channel = with(settings)) {
            assertInstanceOf(Channel.Sent.class, channel.send(message("alarm-9/2", "Text")));
        }
        assertEquals("", gateway.taken.getFirst().report());
        assertEquals("", gateway.taken.getFirst().from());
    }

    @Test
    void a_wrong_secret_is_named_by_sending_and_by_asking() {
        Map<String, String> settings = settings();
        settings.put("gateway-secret", "wrong");
        try (Channel channel = with(settings)) {
            assertEquals(
                    new Channel.Refused(Reason.SIGN_IN_REFUSED, true),
                    channel.send(message("alarm-9/3", "Text")));
            assertEquals(new Channel.Trouble(Reason.SIGN_IN_REFUSED), channel.probe());
        }
        assertTrue(gateway.taken.isEmpty());
    }

    @Test
    void asking_sends_nothing() {
        try (Channel channel = channel()) {
            assertInstanceOf(Channel.Alive.class, channel.probe());
        }
        assertTrue(gateway.taken.isEmpty());
    }
}
