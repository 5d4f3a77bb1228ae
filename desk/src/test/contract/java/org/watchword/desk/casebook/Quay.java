package org.watchword.desk.casebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.accounts.SignedIn;
import org.watchword.desk.accounts.StaffPages;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Entered;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.ledger.What;
import org.watchword.desk.ledger.Written;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.AsIfOpened;
import org.watchword.desk.vault.Unattended;
import org.watchword.desk.web.StaffListener;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// An invented team with case files, and a browser that each of them uses in turn. Heron and Rook
/// founded it and have authority; Wren and Gull were confirmed; Finch came and was not. What others
/// would do beside the pages is done in the ledger.
final class Quay implements AutoCloseable {
    static final Instant AT = Instant.parse("2026-11-29T15:04:05.678Z");
    static final PersonId HERON = new PersonId(1);
    static final PersonId ROOK = new PersonId(2);
    static final PersonId WREN = new PersonId(3);
    static final PersonId GULL = new PersonId(4);
    static final PersonId FINCH = new PersonId(5);

    private static final Pattern COMPARTMENT =
            Pattern.compile("action=\"(/cases/[0-9a-f]+/compartments/[0-9a-f]+)/readers\"");

    final TeamOnDisk team;
    final Ledger ledger;
    final StaffPages browser;
    final Bell bell;
    final Casebook casebook;
    private final Map<PersonId, String> cookies = new HashMap<>();

    Quay(Path directory) {
        this(directory, true);
    }

    Quay(Path directory, boolean founded) {
        team = new TeamOnDisk(directory, AT);
        ledger = new Ledger(team.store, team.vault, team.clock, new SecureRandom());
        ledger.start();
        var role = team.role("duty", "answer");
        Map.of(HERON, "Heron", ROOK, "Rook", WREN, "Wren", GULL, "Gull", FINCH, "Finch")
                .forEach((person, name) -> team.stub(person.value(), name, role));
        if (founded) {
            found();
        }
        bell = new Bell(team);
        casebook =
                new Casebook(
                        team.store,
                        ledger,
                        team.accounts.people(),
                        team.vault.keyedHash(),
                        bell.reminders);
        browser =
                new StaffPages(
                        team,
                        Stream.concat(
                                        Stream.of(
                                                StaffListener.class,
                                                Accounts.class,
                                                Casebook.class),
                                        Bell.SPEAKERS.stream())
                                .toList(),
                        Stream.of(
                                        casebook.routes(),
                                        bell.routes(),
                                        team.accounts.routes(
                                                List.of(TeamOnDisk.EN, StaffPages.RU),
                                                List.of(),
                                                AtOnce.on(team.store)))
                                .flatMap(List::stream)
                                .toList(),
                        casebook.fillers(),
                        Casebook.menu());
    }

    private void found() {
        stands(
                ledger.members()
                        .found(
                                List.of(
                                        new Statement.Founder(number(HERON), publicKeys(HERON)),
                                        new Statement.Founder(number(ROOK), publicKeys(ROOK))),
                                keys(HERON)));
        says(new Statement.FoundingSigned(number(ROOK)), ROOK);
        says(ledger.members().deskKey(), HERON, ROOK);
        for (PersonId one : List.of(WREN, GULL, FINCH)) {
            says(new Statement.Invited(number(one)), HERON);
            says(new Statement.Accepted(number(one), publicKeys(one)), one);
        }
        for (PersonId one : List.of(WREN, GULL)) {
            says(new Statement.Confirmed(number(one), publicKeys(one)), ROOK);
        }
    }

    static AccountNumber number(PersonId person) {
        return new AccountNumber(person.value());
    }

    static AccountKeys keys(PersonId person) {
        try (var unlocked = AsIfOpened.of(person.value())) {
            return unlocked.keys();
        }
    }

    private static Keys publicKeys(PersonId person) {
        try (var keys = keys(person)) {
            return Keys.of(keys.signing(), keys.reading());
        }
    }

    void says(Statement what, PersonId... by) {
        stands(
                ledger.members()
                        .says(what, Arrays.stream(by).map(Quay::keys).toArray(AccountKeys[]::new)));
    }

    static void stands(Appended came) {
        assertInstanceOf(Appended.Stands.class, came, came::toString);
    }

    Membership now() {
        return assertInstanceOf(ChainStanding.Whole.class, ledger.standing()).membership();
    }

    /// From now on this person holds the browser.
    StaffPages as(PersonId person) {
        String cookie =
                cookies.computeIfAbsent(
                        person,
                        who -> {
                            try (var unlocked = AsIfOpened.of(who.value())) {
                                return SignedIn.openFiles(team, who, unlocked);
                            }
                        });
        browser.carry(cookie);
        // A page with a form on it, whose token is taken.
        var page = browser.get("/sessions");
        assertEquals(200, page.status(), page.text());
        return browser;
    }

    /// Opens a case over its form, and gives the way to it.
    String opened(PersonId by, String name, PersonId... with) {
        as(by);
        browser.get("/cases/new");
        String[] fields = fields("name", name, with);
        var page = browser.post("/cases", fields);
        assertEquals(303, page.status(), page.text());
        assertTrue(page.location().matches("/cases/[0-9a-f]{24}"), page.location());
        return page.location();
    }

    private static String[] fields(String field, String value, PersonId... with) {
        var fields = new ArrayList<String>(List.of(field, value));
        for (PersonId one : with) {
            fields.addAll(List.of("reader", String.valueOf(one.value())));
        }
        if (with.length == 0) {
            fields.addAll(List.of("alone", "yes"));
        }
        return fields.toArray(String[]::new);
    }

    /// The same, beside the pages: many of them are opened faster so.
    void openedBeside(PersonId by, String name, PersonId with) {
        try (var keys = keys(by);
                var reading = new Reading(ledger, number(by), keys)) {
            var place = ledger.compartments().ofANewCase();
            stands(ledger.compartments().open(place, List.of(number(with)), keys));
            var says = new Saying.CompartmentOpened(Vocabulary.CORE, name);
            var open = assertInstanceOf(Entered.Open.class, reading.enter(place)).compartment();
            assertInstanceOf(Written.Kept.class, open.write(What.of(says.type(), says.body())));
        }
    }

    /// Notes into the only case there is of this person, beside the pages.
    void wrotes(PersonId by, List<String> texts) {
        try (var keys = keys(by);
                var reading = new Reading(ledger, number(by), keys)) {
            var entered = reading.enter(place(by));
            var open = assertInstanceOf(Entered.Open.class, entered).compartment();
            for (String text : texts) {
                var says = new Saying.Note(text);
                assertInstanceOf(Written.Kept.class, open.write(What.of(says.type(), says.body())));
            }
        }
    }

    /// Opens one more compartment of it.
    void room(PersonId by, String ofCase, String name, PersonId... with) {
        as(by);
        browser.get(ofCase + "/compartments");
        var page = browser.post(ofCase + "/compartments", fields("name", name, with));
        assertEquals(ofCase + "/compartments", page.location(), page.text());
    }

    /// What a choice of the form for a note stands for, by how its label begins.
    String choice(String ofCase, String label) {
        String text = browser.get(ofCase).text();
        var option =
                Pattern.compile("<option value=\"([0-9a-f]+)\"[^>]*>" + label + " ").matcher(text);
        assertTrue(option.find(), text);
        return option.group(1);
    }

    StaffPages.Page writes(PersonId by, String ofCase, String label, String text) {
        as(by);
        return browser.post(ofCase + "/notes", "compartment", choice(ofCase, label), "text", text);
    }

    void wrote(PersonId by, String ofCase, String label, String text) {
        assertEquals(ofCase, writes(by, ofCase, label, text).location());
    }

    /// The compartments of a case on its page, by their ways.
    List<String> ways(String ofCase) {
        return COMPARTMENT
                .matcher(browser.get(ofCase + "/compartments").text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// The only compartment there is so far, or the only one of this person.
    CaseCompartment place(PersonId reader) {
        return now().compartments().stream()
                .filter(one ->
                        now().compartment(one).orElseThrow().members().contains(number(reader)))
                .findFirst()
                .orElseThrow();
    }

    void added(CaseCompartment place, PersonId by, EntryType type, Octets body) {
        assertInstanceOf(
                Written.Kept.class, ledger.additions().add(place, What.of(type, body), keys(by)));
    }

    void unattended(CaseCompartment place, Unattended what) {
        assertInstanceOf(
                Written.Kept.class,
                ledger.additions()
                        .addUnattended(
                                place, what, Octets.of("x".getBytes(StandardCharsets.UTF_8))));
    }

    void removed(CaseCompartment place, PersonId who, PersonId by) {
        stands(ledger.compartments().remove(place, number(who), keys(by)));
    }

    /// A byte of what is sealed of the last entry but some is turned.
    void turnsAByte(int fromLast) {
        team.store
                .writer()
                .write(
                        Lane.FIRST,
                        turn -> {
                            var handle = turn.handle();
                            String last = "SELECT number FROM entry ORDER BY number DESC";
                            long number =
                                    handle.createQuery(last).mapTo(Long.class).list().get(fromLast);
                            byte[] sealed =
                                    handle.createQuery("SELECT sealed FROM entry WHERE number = ?")
                                            .bind(0, number)
                                            .map((row, _) -> row.getBytes(1))
                                            .one();
                            sealed[sealed.length / 2] ^= 1;
                            return handle.createUpdate(
                                            "UPDATE entry SET sealed = ? WHERE number = ?")
                                    .bind(0, sealed)
                                    .bind(1, number)
                                    .execute();
                        });
    }

    /// Whatever was handed in is written.
    void written() {
        boolean done = team.store.writer().write(Lane.ORDINARY, _ -> true);
        assertTrue(done);
    }

    /// Somebody writes in the rows.
    void tampers(String sql) {
        int _ = PastTheDesk.execute(team.store, sql);
    }

    @Override
    public void close() {
        browser.close();
        bell.close();
        team.close();
    }
}
