package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A telephone that is signed in to nothing, in a bed, and the link in the message on it.
class AnswerByLink {
    private static final int MOST_TOUCHES = 3;
    private static final int LEAST_HIGH = 44;
    private static final Pattern LINK =
            Pattern.compile("(https?://\\S+(/a/[\\w-]{22}))\\D+?(\\d\\d)\\b");

    private SmallDesk desk;

    @BeforeEach
    void open() {
        desk = SmallDesk.open();
        try (Sitting wren = desk.signedIn("Wren", Device.desktop())) {
            wren.follow(SmallDesk.button(wren, "/raise"));
        }
        SmallDesk.until("messages", () -> linked("Heron") && linked("Finch"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private boolean linked(String person) {
        return desk.demo().received(person).stream()
                .anyMatch(one -> LINK.matcher(one.text()).find());
    }

    private Matcher link(String person) {
        Matcher link = LINK.matcher(desk.demo().received(person).getLast().text());
        assertTrue(link.find(), desk.demo().received(person).getLast().text());
        return link;
    }

    /// Finch reads English, Heron Russian.
    @ParameterizedTest(name = "{0}, dark {1}, script {2}")
    @CsvSource({
        "Finch, false, true",
        "Finch, true, false",
        "Heron, true, true",
        "Heron, false, false"
    })
    void takes_two_digits_and_one_button(String person, boolean dark, boolean script) {
        Device phone = dark ? Device.phone().inTheDark() : Device.phone();
        Matcher link = link(person);
        try (Sitting sitting = desk.sit(script ? phone : phone.withoutScript())) {
            sitting.open(here(link));
            List<String> faults = new ArrayList<>(EveryPage.faultsOf(sitting, "before"));
            assertEquals("numeric", sitting.page().locator("#digits").getAttribute("inputmode"));
            assertTrue(sitting.page().locator("#answer").boundingBox().height >= LEAST_HIGH);
            assertTrue(sitting.page().locator("#answer").boundingBox().width >= 280);
            assertFalse(sitting.page().title().contains(link.group(3)));

            sitting.startCounting();
            sitting.keys(link.group(3));
            sitting.follow(sitting.page().locator("#answer"));
            assertEquals(0, sitting.page().locator("#digits").count(), "answered");
            assertTrue(sitting.touches() <= MOST_TOUCHES, sitting.touches() + " touches");
            faults.addAll(EveryPage.faultsOf(sitting, "after"));
            assertEquals(List.of(), faults);
            assertEquals(List.of(), sitting.complaints());
        }
    }

    @Test
    void says_what_is_wrong_until_the_link_is_dead() {
        Matcher link = link("Heron");
        String wrong = link.group(3).equals("10") ? "11" : "10";
        try (Sitting sitting = desk.sit(Device.phone())) {
            List<String> faults = new ArrayList<>();
            sitting.open(here(link));
            for (String typed : List.of("", "x", wrong, wrong, wrong, wrong, wrong)) {
                sitting.keys(typed);
                sitting.follow(sitting.page().locator("#answer"));
                faults.addAll(EveryPage.faultsOf(sitting, "after " + typed));
            }
            assertEquals(0, sitting.page().locator("#digits").count(), "dead");
            assertEquals(List.of(), faults);
        }
    }

    @Test
    void leaves_a_colleague_something_to_confirm_that_fits_a_telephone() {
        Matcher link = link("Finch");
        try (Sitting finch = desk.sit(Device.phone());
                Sitting heron = desk.signedIn("Heron", Device.phone())) {
            finch.open(here(link));
            finch.keys(link.group(3));
            finch.follow(finch.page().locator("#answer"));
            assertEquals(0, finch.page().locator("#digits").count(), "answered");
            heron.follow(heron.page().locator(".ringing h3 a"));
            assertEquals(1, heron.page().locator(".notice--unconfirmed form").count());
            assertEquals(List.of(), EveryPage.faultsOf(heron, "alarm room"));
            heron.follow(heron.page().locator(".notice--unconfirmed button"));
            assertEquals(0, heron.page().locator(".notice--unconfirmed form").count());

            finch.page().reload();
            assertEquals(0, finch.page().locator("#digits").count());
            assertEquals(List.of(), EveryPage.faultsOf(finch, "afterwards"));
        }
    }

    /// Links begin with where the team finds the desk; the test finds it on this machine.
    private String here(Matcher link) {
        return desk.demo().staffDesk() + link.group(2).substring(1);
    }
}
