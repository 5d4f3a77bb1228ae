package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page that somebody with every capability reaches by links, with an alarm running.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPage {
    /// Fewer would mean that the walk went wrong, not that the desk is good.
    private static final int LEAST_PAGES = 12;

    private SmallDesk desk;

    @BeforeAll
    void open() {
        desk = SmallDesk.open();
        try (Sitting wren = desk.signedIn("Wren", Device.desktop())) {
            wren.follow(SmallDesk.button(wren, "/raise"));
        }
    }

    @AfterAll
    void close() {
        desk.close();
    }

    /// Wren reads English, Heron Russian; a colour is the same in either.
    @ParameterizedTest(name = "{0}, dark {1}")
    @CsvSource({"Wren, true", "Heron, false"})
    void fits_a_telephone_and_shuts_nobody_out(String person, boolean dark) {
        Device phone = dark ? Device.phone().inTheDark() : Device.phone();
        try (Sitting sitting = desk.signedIn(person, phone)) {
            List<String> faults = new ArrayList<>();
            var walk = new Walk(desk.before(sitting, person), desk.demo().deskOf(person));
            int pages = walk.everywhere(path -> faults.addAll(faultsOf(sitting, path)));
            assertEquals(List.of(), faults);
            assertEquals(List.of(), sitting.complaints());
            assertTrue(pages >= LEAST_PAGES, "saw only " + walk.seen());
        }
    }

    @Test
    void stands_on_a_wide_screen_too() {
        try (Sitting sitting = desk.signedIn("Heron", Device.desktop())) {
            List<String> faults = new ArrayList<>();
            var walk = new Walk(desk.before(sitting, "Heron"), desk.demo().deskOf("Heron"));
            walk.everywhere(path -> faults.addAll(faultsOf(sitting, path)));
            assertEquals(List.of(), faults);
        }
    }

    @ParameterizedTest(name = "{0}, dark {1}")
    @CsvSource({"en, false", "ru, true"})
    void before_the_sign_in_and_on_the_start_page_is_as_good(String language, boolean dark) {
        Device phone = Device.phone().speaking(language);
        try (Sitting sitting = desk.sit(dark ? phone.inTheDark() : phone)) {
            for (String address :
                    List.of(
                            desk.demo().startPage(),
                            desk.demo().staffDesk() + "sign-in",
                            desk.demo().staffDesk() + "no-such-page")) {
                sitting.open(address);
                assertEquals(List.of(), faultsOf(sitting, address));
            }
        }
    }

    /// The door before case files, and the picture for a phone, which is the answer to a press: no
    /// link leads to either.
    @ParameterizedTest(name = "{0}, dark {1}")
    @CsvSource({"Wren, true", "Heron, false"})
    void about_ones_own_account_is_as_good(String person, boolean dark) {
        Device phone = dark ? Device.phone().inTheDark() : Device.phone();
        try (Sitting sitting = desk.signedIn(person, phone)) {
            AtTheDesk before = desk.before(sitting, person);
            before.open("files");
            assertEquals(List.of(), faultsOf(sitting, "/files"));
            before.open("second-factor");
            before.press("form[action='/second-factor/new'] button");
            assertEquals(1, before.at("svg.qr").count());
            assertEquals(List.of(), faultsOf(sitting, "/second-factor/new"));
            assertEquals(List.of(), sitting.complaints());
        }
    }

    /// Too wide, or what axe finds; axe is a script, and a sitting without any would wait for it
    /// for ever.
    static List<String> faultsOf(Sitting sitting, String path) {
        List<String> faults = new ArrayList<>();
        int most = sitting.device().width();
        if (sitting.scrollWidth() > most) {
            faults.add(path + ": " + sitting.scrollWidth() + " px wide");
        }
        if (sitting.device().script()) {
            Axe.findings(sitting).lines().forEach(line -> faults.add(path + ": " + line));
        }
        return faults;
    }
}
