package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody was taken. A colleague reads the code on a shift sheet to whoever has a telephone, on
/// which nobody is signed in.
class CodeOnASheet {
    private static final String SHEETS = "/rota/sheets";
    private static final String OUT = "/shut-out";

    private SmallDesk desk;

    @BeforeEach
    void open() {
        desk = SmallDesk.withACase();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void shuts_out_from_a_strangers_telephone() {
        try (Sitting atHome = desk.signedIn("Wren", Device.desktop());
                Sitting taken = desk.signedIn("Finch", Device.phone());
                Sitting borrowed = desk.sit(Device.phone().speaking("ru"))) {
            AtTheDesk wren = desk.before(atHome, "Wren");
            wren.open(SHEETS.substring(1));
            wren.send(SHEETS);
            if (wren.asksForThePassphrase()) {
                wren.confirm();
                wren.send(SHEETS);
            }
            assertEquals(List.of(), EveryPage.faultsOf(atHome, "a sheet"));
            String code = wren.at("[aria-labelledby='by-code'] .figures").innerText();
            int rung = desk.messagesTo("Heron");
            int ofTheTaken = desk.messagesTo("Finch");

            borrowed.open(desk.demo().staffDesk() + "sign-in");
            borrowed.follow(borrowed.page().locator("a[href='" + OUT + "']"));
            assertEquals(List.of(), EveryPage.faultsOf(borrowed, OUT));
            types(borrowed, code.replace(code.charAt(0), code.charAt(0) == '1' ? '2' : '1'));
            assertEquals(List.of(), EveryPage.faultsOf(borrowed, OUT + ", a wrong code"));
            types(borrowed, code);
            assertTrue(borrowed.page().locator("[role='status']").isVisible());
            assertEquals(List.of(), EveryPage.faultsOf(borrowed, OUT + ", done"));

            taken.open(desk.demo().deskOf("Finch"));
            assertTrue(taken.page().url().contains("/sign-in"), taken.page().url());
            SmallDesk.until("Heron is rung", () -> desk.messagesTo("Heron") > rung);
            assertEquals(ofTheTaken, desk.messagesTo("Finch"), "rung with the one shut out");
            wren.open(SHEETS.substring(1));
            assertEquals(1, wren.at("td .note time").count(), "when the code was used");
            wren.open("");
            assertFalse(wren.at("main").innerText().contains("Finch"), "said to be rung");
        }
    }

    private static void types(Sitting sitting, String code) {
        sitting.page().locator("input[name='code']").fill(code);
        sitting.page().locator("input[name='name']").fill("finch");
        sitting.follow(SmallDesk.button(sitting, OUT));
    }
}
