package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The start page's buttons that open the desk as somebody.
class OnePressSignIn {
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
    void opens_the_board_of_several_people_side_by_side(boolean script) {
        Device device = script ? Device.desktop() : Device.desktop().withoutScript();
        try (Sitting guest = desk.sit(device)) {
            guest.open(desk.demo().startPage());
            Page wren = enter(guest, "wren", "Wren");
            Page heron = enter(guest, "heron", "Heron");
            wren.reload();
            assertTrue(wren.textContent(".top__you").contains("Wren"));
            assertTrue(heron.textContent(".top__you").contains("Heron"));
            assertEquals(List.of(), guest.complaints());
        }
    }

    private Page enter(Sitting guest, String key, String person) {
        Page desk =
                guest.page()
                        .context()
                        .waitForPage(() -> guest.press(guest.page().locator("#enter-" + key)));
        desk.waitForURL(this.desk.demo().deskOf(person) + "**");
        desk.locator("#raise").waitFor();
        return desk;
    }
}
