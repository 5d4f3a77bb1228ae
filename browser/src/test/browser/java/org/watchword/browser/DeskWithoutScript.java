package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole way of an alarm in browsers that run no script, as in Tor Browser at its safest.
class DeskWithoutScript {
    private SmallDesk desk;

    @BeforeEach
    void open() {
        desk = SmallDesk.open();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void carries_an_alarm_from_the_sign_in_to_its_end() {
        try (Sitting wren = desk.sit(Device.phone().withoutScript());
                Sitting heron = desk.sit(Device.desktop().withoutScript())) {
            signIn(wren, "Wren");
            signIn(heron, "Heron");

            wren.press(wren.page().locator("#log-call"));
            wren.page().locator("#who").fill("ALDER");
            wren.page().locator("#words").fill("they are here");
            wren.press(wren.page().locator("#raise"));
            String room = wren.page().url();
            assertTrue(room.matches(".*/alarms/\\d+.*"), room);
            assertTrue(wren.page().textContent("main").contains("they are here"));
            SmallDesk.until("a message to Heron", () -> desk.messagesTo("Heron") > 0);

            heron.open(desk.demo().deskOf("Heron"));
            assertTrue(heron.page().textContent("main").contains("ALDER"));
            heron.press(heron.page().locator("form[action$='/acknowledge'] button").first());
            heron.page().locator("#note").fill("I am on my way.");
            heron.press(heron.page().locator("#save-note"));
            assertTrue(heron.page().textContent("main").contains("I am on my way."));

            saw(wren, "I met them at the station.");
            assertTrue(wren.page().url().contains("/alarms/"), wren.page().url());
            saw(heron, "I spoke to them on the other line.");
            heron.open(desk.demo().deskOf("Heron"));
            assertEquals(0, heron.page().locator(".card--alarm").count());

            assertEquals(List.of(), wren.complaints());
            assertEquals(List.of(), heron.complaints());
        }
    }

    private void signIn(Sitting sitting, String person) {
        var who = desk.demo().credentials(person);
        Page page = sitting.page();
        sitting.open(desk.demo().deskOf(person));
        page.locator("#name").fill(who.name());
        page.locator("input[name='passphrase']").fill(who.passphrase());
        sitting.press(SmallDesk.button(sitting, "/sign-in"));
        page.locator("#pin").fill(who.pin());
        sitting.press(SmallDesk.button(sitting, "/pin"));
        page.locator("#raise").waitFor();
    }

    private static void saw(Sitting sitting, String how) {
        Page page = sitting.page();
        if (page.locator("#end").count() == 0) {
            page.goBack();
        }
        sitting.press(page.locator("#end"));
        page.locator("input[name='way']").first().check();
        page.locator("#how").fill(how);
        sitting.press(page.locator("#say-it"));
    }
}
