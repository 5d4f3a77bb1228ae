package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A telephone in somebody's pocket, its session locked, on a line with 400 ms of latency.
class LockedTelephone {
    private static final Duration LATENCY = Duration.ofMillis(400);
    private static final int MOST_TOUCHES = 12;
    private static final double MOST_SECONDS_TO_SEND = 30;
    private static final double MOST_SECONDS_TO_ANSWER = 15;

    private SmallDesk desk;

    @BeforeEach
    void open() {
        desk = SmallDesk.open();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest(name = "script {0}")
    @ValueSource(booleans = {true, false})
    void sends_the_first_message_in_half_a_minute_and_twelve_touches(boolean script) {
        try (Sitting wren = desk.signedIn("Wren", phone(script))) {
            desk.lockEverybody();
            int before = desk.messagesTo("Heron");
            wren.slowDownBy(LATENCY);
            wren.startCounting();
            long begin = System.nanoTime();
            wren.open(desk.demo().deskOf("Wren"));
            unlock(wren, "Wren");
            wren.follow(SmallDesk.button(wren, "/raise"));
            SmallDesk.until("a message", () -> desk.messagesTo("Heron") > before);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "locked to first message: %.1f s, %d touches, script %b%n",
                    seconds, wren.touches(), script);
            assertTrue(seconds <= MOST_SECONDS_TO_SEND, seconds + " s");
            assertTrue(wren.touches() <= MOST_TOUCHES, wren.touches() + " touches");
            assertEquals(List.of(), wren.complaints());
        }
    }

    @ParameterizedTest(name = "script {0}")
    @ValueSource(booleans = {true, false})
    void answers_an_alarm_in_a_quarter_of_a_minute(boolean script) {
        try (Sitting wren = desk.signedIn("Wren", Device.desktop());
                Sitting heron = desk.signedIn("Heron", phone(script))) {
            wren.follow(SmallDesk.button(wren, "/raise"));
            desk.lockEverybody();
            heron.slowDownBy(LATENCY);
            heron.startCounting();
            long begin = System.nanoTime();
            heron.open(desk.demo().deskOf("Heron"));
            unlock(heron, "Heron");
            heron.press(heron.page().locator("form[action$='/acknowledge'] button").first());
            heron.page().waitForURL(Pattern.compile(".*/alarms/\\d+.*"));
            heron.page().locator("#still-on-it").waitFor();
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "locked to answered: %.1f s, %d touches, script %b%n",
                    seconds, heron.touches(), script);
            assertTrue(seconds <= MOST_SECONDS_TO_ANSWER, seconds + " s");
            assertTrue(heron.touches() <= MOST_TOUCHES, heron.touches() + " touches");
            assertEquals(List.of(), heron.complaints());
        }
    }

    private static Device phone(boolean script) {
        return script ? Device.phone() : Device.phone().withoutScript();
    }

    private void unlock(Sitting sitting, String person) {
        sitting.type(sitting.page().locator("#pin"), desk.demo().credentials(person).pin());
        sitting.press(SmallDesk.button(sitting, "/unlock"));
    }
}
