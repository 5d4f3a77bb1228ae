package org.watchword.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages on which somebody is awaited, and those around them, after a week of use: each is
/// looked at with what stands on it in earnest, in English and Russian, light and dark.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesOfTheSilentWatch {
    private static final int FINGER = 44;

    private SmallDesk desk;

    /// A page, and how often something must stand on it, so that none is looked at while it is
    /// empty.
    ///
    /// @param form the form that is sent off to get there, if no address leads to it
    private record Shown(String path, String form, String where, int least) {
        Shown(String path, String where, int least) {
            this(path, "", where, least);
        }

        /// Fills the page, and says what is missing.
        List<String> come(AtTheDesk who) {
            who.open(path);
            if (!form.isEmpty()) {
                who.press("form[action='" + form + "'] button");
            }
            int there = who.at(where).count();
            return there >= least
                    ? List.of()
                    : List.of(path + form + ": " + where + " stands there " + there + " times");
        }
    }

    private static final List<Shown> PAGES =
            List.of(
                    new Shown("", "#due-soon + .rows li", 1),
                    new Shown("watches", "main .rows li .tag", 3),
                    new Shown("watches/1", "#next-times + .rows li", 3),
                    new Shown("watches/1", "select[name='second'] option", 3),
                    new Shown("watches/1/change", "#about input:checked", 2),
                    new Shown("watches/2", "form[action$='/arm']", 1),
                    new Shown("watches/3", ".said .said-words", 1),
                    new Shown("watches/new", "#days input", 7),
                    new Shown("rota", ".days li", 3),
                    new Shown("rota/weekly", ".card.rows li", 1),
                    new Shown("rota/stand-ins", ".card.rows li", 1),
                    new Shown("rota/swaps", "article .facts dd", 3),
                    new Shown("rota/sheets", "/rota/sheets", "#reach + .rows li", 3),
                    new Shown("rota/sheets", ".table tbody tr", 1),
                    new Shown("codenames/1/words", ".said li", 1),
                    new Shown("codenames/1/words", ".card.rows li bdi", 1),
                    new Shown("codenames/2/words", "/codenames/2/words/card", ".card-list li", 10),
                    new Shown("heard/words", ".said-words", 1),
                    new Shown("door", "#shown + .paper .label", 2),
                    new Shown("first-night", "#ticks .tag--good", 3),
                    new Shown("statistics", ".table tbody tr", 5),
                    new Shown("people", "form[action$='/revoke']", 1),
                    new Shown("changes", ".card--late", 1));

    @BeforeAll
    void open() {
        desk = SmallDesk.lived();
    }

    @AfterAll
    void close() {
        desk.close();
    }

    /// Wren reads English, Heron Russian; a colour is the same in either.
    @ParameterizedTest(name = "{0}, dark {1}")
    @CsvSource({"Wren, true", "Heron, false"})
    void fit_a_telephone_and_shut_nobody_out(String person, boolean dark) {
        Device phone = dark ? Device.phone().inTheDark() : Device.phone();
        assertEquals(List.of(), faults(person, phone));
    }

    @Test
    void stand_on_a_wide_screen_too() {
        assertEquals(List.of(), faults("Heron", Device.desktop()));
    }

    @Test
    void say_the_same_to_a_browser_without_script() {
        assertEquals(List.of(), faults("Heron", Device.phone().withoutScript()));
    }

    private List<String> faults(String person, Device device) {
        try (Sitting sitting = desk.signedIn(person, device)) {
            List<String> faults = new ArrayList<>();
            AtTheDesk who = desk.before(sitting, person);
            for (Shown page : PAGES) {
                faults.addAll(page.come(who));
                String path = page.path() + page.form();
                faults.addAll(EveryPage.faultsOf(sitting, path));
                faults.addAll(tooSmall(who, path));
            }
            faults.addAll(sitting.complaints());
            return faults;
        }
    }

    /// What a thumb could miss. Looked at in one go: the board renews itself.
    private static List<String> tooSmall(AtTheDesk who, String path) {
        Object found =
                who.at("main .button, main .input, main summary")
                        .evaluateAll(
                                """
                                (all, least) => all
                                    .map(one => [one.getBoundingClientRect().height, one])
                                    .filter(([height, one]) => height > 0 && height < least - 0.5)
                                    .map(([height, one]) => height + " px: " + one.innerText)
                                """,
                                FINGER);
        return found instanceof List<?> list
                ? list.stream().map(one -> path + ": " + one).toList()
                : List.of(path + ": nothing was looked at");
    }
}
