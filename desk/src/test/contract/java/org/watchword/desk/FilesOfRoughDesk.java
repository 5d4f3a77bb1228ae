package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Language;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.CaseFiles;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// Case files in a rough desk: two founders, a case in which both read, and a note in it.
final class FilesOfRoughDesk {
    private static final Pattern ENTRY =
            Pattern.compile(
                    "href=\"/cases/([0-9a-f]+)/compartments/([0-9a-f]+)/entries/([0-9]+)\"");

    private static final Pattern END = Pattern.compile("/reminders/([0-9a-f]+)/end\"");

    /// Founds what nobody founded yet, opens a case by a form and writes in it.
    static void begin(RoughDesk desk, RoughDesk.Browser one, RoughDesk.Browser other) {
        if (desk.rooms().ledger().standing() instanceof ChainStanding.NotFounded) {
            try (var mine = keys(desk, one);
                    var others = keys(desk, other)) {
                found(desk, mine, others);
            }
        }
        one.get("/cases/new");
        String reader = String.valueOf(desk.person(RoughDesk.SOYKA));
        String there = one.done("/cases", "name", "PLOVER", "reader", reader).header("Location");
        var form = Pattern.compile("<option value=\"([0-9a-f]+)\"").matcher(one.get(there).text());
        String compartment = form.results().findFirst().orElseThrow().group(1);
        one.done(there + "/notes", "compartment", compartment, "text", "The blue door.");
        var entry = ENTRY.matcher(one.get(there).text()).results().findFirst().orElseThrow();
        desk.there.put("cases", entry.group(1));
        desk.there.put("{compartment}", entry.group(2));
        desk.there.put("{entry}", entry.group(3));
        remind(desk, one, there, compartment);
    }

    /// A reminder of four years from now, where there is a ladder that it rings.
    private static void remind(
            RoughDesk desk, RoughDesk.Browser one, String there, String compartment) {
        String ladder = desk.there.get("ladders");
        if (ladder == null) {
            return;
        }
        var at = LocalDate.now(ZoneOffset.UTC).plusYears(4) + "T09:00";
        one.get(there + "/reminders/new");
        one.done(
                there + "/reminders",
                "compartment",
                compartment,
                "text",
                "The brass key.",
                "at",
                at,
                "ladder",
                ladder);
        var end = END.matcher(one.get(there).text()).results().findFirst().orElseThrow();
        desk.there.put("{reminder}", end.group(1));
    }

    /// An address in which what is there stands in the place of each gap that is known.
    static String filled(RoughDesk desk, String path) {
        String id = desk.there.getOrDefault(path.split("/", -1)[1], "1");
        String filled = path.replace("{id}", id);
        for (String gap : List.of("{compartment}", "{entry}", "{reminder}")) {
            filled = filled.replace(gap, desk.there.getOrDefault(gap, "1"));
        }
        return filled;
    }

    /// What the case files that are open in this browser may open.
    static AccountKeys keys(RoughDesk desk, RoughDesk.Browser browser) {
        var callers = desk.rooms().accounts().callers();
        var caller = callers.behind(Optional.of(browser.cookie), new Language("en"), true);
        var present = assertInstanceOf(Caller.Present.class, caller);
        return assertInstanceOf(CaseFiles.Open.class, present.files()).keys().open();
    }

    private static void found(RoughDesk desk, AccountKeys one, AccountKeys other) {
        var members = desk.rooms().ledger().members();
        var founders =
                List.of(
                        founder(desk.person(RoughDesk.WREN), one),
                        founder(desk.person(RoughDesk.SOYKA), other));
        stands(members.found(founders, one));
        stands(members.says(new Statement.FoundingSigned(founders.getLast().account()), other));
        stands(members.says(members.deskKey(), one, other));
    }

    /// Somebody is invited, signs in, comes with his keys and is confirmed.
    static RoughDesk.Browser comes(RoughDesk desk, String name, AccountKeys by) {
        var members = desk.rooms().ledger().members();
        var who = new AccountNumber(desk.person(name));
        stands(members.says(new Statement.Invited(who), by));
        var browser = desk.signedIn(name);
        try (var keys = keys(desk, browser)) {
            var his = Keys.of(keys.signing(), keys.reading());
            stands(members.says(new Statement.Confirmed(who, his), by));
        }
        return browser;
    }

    private static Statement.Founder founder(long person, AccountKeys keys) {
        var publicKeys = Keys.of(keys.signing(), keys.reading());
        return new Statement.Founder(new AccountNumber(person), publicKeys);
    }

    static void stands(Appended came) {
        assertInstanceOf(Appended.Stands.class, came, came::toString);
    }

    private FilesOfRoughDesk() {}
}
