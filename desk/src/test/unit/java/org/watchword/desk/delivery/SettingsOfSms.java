package org.watchword.desk.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.desk.basis.Sentence;

/// What an SMS channel is set to.
class SettingsOfSms {
    private static final SmsKind KIND = new SmsKind((_, value) -> value, InstantSource.system());

    private static Map<String, String> good() {
        var settings = new TreeMap<String, String>();
        settings.put("gateway", "kannel");
        settings.put("gateway-base", "http://127.0.0.1:13013/");
        settings.put("gateway-user", "desk");
        settings.put("gateway-secret", "p~ss!word");
        settings.put("gateway-sender", "+9995550");
        settings.put("gateway-desk", "https://desk.example");
        settings.put("gateway-incoming", "low-tide-at-six-15");
        return settings;
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = good();
        settings.put(name, value);
        return settings;
    }

    @Test
    void that_are_good_are_taken() {
        assertEquals(Map.of(), KIND.wrongWith(good()));
        assertEquals("sms settings", SmsSettings.of(good()).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "gateway, other",
        "gateway-base, ''",
        "gateway-base, http://sms.example.org",
        "gateway-base, https://desk:secret@sms.example.org",
        "gateway-base, https://sms.example.org/?key=1",
        "gateway-base, ftp://sms.example.org",
        "gateway-desk, http://desk.example",
        "gateway-user, 'a b'",
        "gateway-secret, 'a\r\nb'",
        "gateway-secret, пароль",
        "gateway-sender, 'A name that is long'",
        "gateway-sender, Причал",
        "gateway-incoming, ''",
        "gateway-incoming, short",
        "gateway-incoming, 'low-tide-at-six@15'",
        "trust, nonsense"
    })
    void that_are_wrong_are_named(String name, String value) {
        var wrong = KIND.wrongWith(with(name, value));
        assertEquals(Set.of(name), wrong.keySet());
        wrong.values()
                .forEach(why ->
                        assertFalse(TestGround.book().in(TestGround.ENGLISH).say(why).isBlank()));
    }

    @Test
    void a_file_of_ones_own_is_asked_for_and_read() {
        Map<String, String> own = with("gateway", "own");
        assertEquals(Set.of("gateway-file"), KIND.wrongWith(own).keySet());
        own.put("gateway-file", "gateway: 7");
        assertEquals(
                List.of("delivery.gateway.wrong.choice"),
                KIND.wrongWith(own).values().stream().map(Sentence::key).toList());
        own.put("gateway-file", SmsSettings.ready("json"));
        assertEquals(Map.of(), KIND.wrongWith(own));
    }

    @Test
    void say_whether_arrival_is_reported() {
        assertTrue(KIND.reports(good()));
        assertFalse(KIND.reports(with("gateway-desk", "")));
        assertFalse(KIND.reports(Map.of()));
    }

    @Test
    void it_is_brief_and_hears_and_counts() {
        assertTrue(KIND.brief());
        assertTrue(KIND.hears());
        assertEquals(2, KIND.parts("я".repeat(71)));
    }
}
