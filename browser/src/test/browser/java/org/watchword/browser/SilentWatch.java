package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.story.visit.Card;

/// A silent watch as people go through it: an officer on a telephone that may run no script, and
/// the person in hiding before the quiet door.
class SilentWatch {
    private static final String DO_NOT = "Do not call back. Speak to the case lead.";

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
    @CsvSource({"true", "false"})
    void is_armed_paused_answered_and_knows_a_forced_word(boolean script) {
        Device phone = script ? Device.phone() : Device.phone().withoutScript();
        try (Sitting officer = desk.signedIn("Wren", phone);
                Sitting hidden = desk.sit(Device.phone().withoutScript())) {
            AtTheDesk wren = desk.before(officer, "Wren");
            armed(wren);
            paused(wren);
            Card card = printed(wren);

            String ok = said(hidden, card, card.ok());
            eventually(wren, "watches/1", "ALDER\\s+heard \\d\\d:\\d\\d");
            assertFalse(board(wren).contains(DO_NOT));

            String forced = said(hidden, card, card.duress());
            assertEquals(ok, forced, "what the door shows is the same for every word");
            eventually(wren, "", Pattern.quote(DO_NOT));
            assertFalse(board(wren).toLowerCase(Locale.ROOT).contains("duress"));
            wren.press(".ringing h3 a");
            assertTrue(wren.at("main").innerText().contains(DO_NOT));
            // The browser tells of the pause that was refused, and of nothing else.
            assertTrue(officer.complaints().stream().allMatch(one -> one.contains(" 422 ")));
            assertEquals(List.of(), hidden.complaints());
        }
    }

    private static void armed(AtTheDesk wren) {
        wren.open("watches/new");
        wren.fill("label", "Ferry");
        wren.at("#about label").first().click();
        wren.fill("times", "21:00");
        wren.send("/watches/new");
        assertEquals(0, wren.at("form[action$='/pause']").count(), "a draft awaits nobody");
        wren.press("form[action$='/arm'] button");
        assertTrue(wren.at(".standing").innerText().contains("21:00"));
    }

    private void paused(AtTheDesk wren) {
        String until = desk.demo().today().plusDays(1) + "T12:00";
        wren.fill("until", until);
        wren.fill("why", "Underground until noon.");
        wren.press("form[action$='/pause'] button");
        assertEquals(1, wren.at(".errors").count(), "nobody pauses a watch alone");
        wren.choose("second", "Heron");
        wren.press("form[action$='/pause'] button");
        assertTrue(wren.at(".standing").innerText().contains("5 Feb 12:00"));
        assertTrue(wren.at(".said").innerText().contains("Heron knows of it."));
    }

    private static Card printed(AtTheDesk wren) {
        wren.open("codenames/1/words");
        wren.press("#make-card");
        var card =
                new Card(
                        wren.at("#sign").innerText(),
                        wren.at(".card-word").first().innerText(),
                        wren.at("ol.card-list li").allInnerTexts(),
                        wren.at("#help-word").innerText(),
                        wren.at("#duress-word").innerText());
        assertEquals(30, card.listed().size());
        wren.press("main .button--quiet");
        assertFalse(wren.sitting().page().content().contains(card.ok()), "shown once");
        return card;
    }

    private String said(Sitting hidden, Card card, String word) {
        desk.atTheDoor(hidden, card, word);
        assertEquals(desk.demo().quietDoor(), hidden.page().url(), "nothing in the address");
        assertEquals(List.of(), hidden.page().context().cookies());
        return hidden.page().content();
    }

    /// Looks until it stands there: what a word means is applied in the next turn.
    private static void eventually(AtTheDesk wren, String path, String text) {
        var pattern = Pattern.compile(text);
        SmallDesk.until(
                text,
                () -> {
                    wren.open(path);
                    return pattern.matcher(wren.at("main").innerText()).find();
                });
    }

    private static String board(AtTheDesk wren) {
        wren.open("");
        return wren.at("main").innerText();
    }
}
