package org.watchword.browser;

import java.time.LocalDate;
import java.util.List;

/// What a team leaves on its desk within a week, so that no page is looked at while it is empty: a
/// rota with everything that can be in one, watches in every state, words, what waits.
final class AWeek {
    private final AtTheDesk keeper;
    private final AtTheDesk officer;
    private final LocalDate today;
    private final Cast cast;

    /// Who is in it.
    ///
    /// @param officer who has a shift of the role
    /// @param other who stands in, and is asked to swap
    /// @param role the label of the role that they both hold
    /// @param codename who is watched
    record Cast(String officer, String other, String role, String codename) {}

    /// @param keeper somebody who may plan everything
    /// @param officer somebody who has a shift to give
    AWeek(AtTheDesk keeper, AtTheDesk officer, LocalDate today, Cast cast) {
        this.keeper = keeper;
        this.officer = officer;
        this.today = today;
        this.cast = cast;
    }

    void lived() {
        shift();
        weekly();
        standIn();
        invitation();
        draft("Ferry");
        paused("Night train");
        waiting();
        note();
        swap();
    }

    private void shift() {
        keeper.open("rota");
        keeper.choose("role", cast.role());
        keeper.choose("person", cast.officer());
        keeper.fill("from", today.plusDays(2) + "T12:00");
        keeper.fill("to", today.plusDays(2) + "T20:00");
        keeper.send("/rota");
    }

    private void weekly() {
        keeper.open("rota/weekly");
        keeper.choose("role", cast.role());
        keeper.choose("person", cast.other());
        List.of(5, 6).forEach(day -> keeper.at("[name='day']").nth(day).check());
        keeper.fill("from", "22:00");
        keeper.fill("end", "08:00");
        keeper.fill("first", today.toString());
        keeper.send("/rota/weekly");
    }

    private void standIn() {
        keeper.open("rota/stand-ins");
        keeper.choose("role", cast.role());
        keeper.choose("person", cast.officer());
        keeper.choose("instead", cast.other());
        keeper.fill("from", today.plusDays(10) + "T22:00");
        keeper.fill("to", today.plusDays(11) + "T08:00");
        keeper.send("/rota/stand-ins");
    }

    private void invitation() {
        keeper.open("people/invite");
        keeper.fill("label", "the new one of Tuesday");
        keeper.at("[name='roles']").first().check();
        keeper.send("/people/invite");
    }

    /// A watch that nobody has armed yet.
    void draft(String label) {
        keeper.open("watches/new");
        keeper.fill("label", label);
        keeper.at("#about label:has-text('" + cast.codename() + "')").click();
        keeper.fill("times", "09:00, 21:00");
        keeper.fill("reminder", "10");
        keeper.fill("grace", "20");
        keeper.send("/watches/new");
    }

    private void paused(String label) {
        draft(label);
        keeper.press("form[action$='/arm'] button");
        keeper.fill("until", today.plusDays(1) + "T12:00");
        keeper.choose("second", cast.other());
        keeper.fill("why", "Underground until noon.");
        keeper.press("form[action$='/pause'] button");
    }

    /// A change that waits for a second person.
    private void waiting() {
        keeper.open("channels");
        keeper.press("form[action$='/switch'] button");
    }

    private void note() {
        officer.open("rota");
        officer.at("details:has(form[action='/rota/note']) summary").first().click();
        officer.fill("note", "The train is late by an hour. Ring the neighbour before the house.");
        officer.send("/rota/note");
    }

    private void swap() {
        officer.open("rota/swaps");
        officer.choose("gives", 0);
        String theirs =
                officer.at("select[name='takes'] option").allInnerTexts().stream()
                        .filter(label -> label.startsWith(cast.other() + " · "))
                        .findFirst()
                        .orElseThrow();
        officer.choose("takes", theirs);
        officer.send("/rota/swaps");
    }
}
