package org.watchword.desk.ledger.belonging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.accounts.Belonging;
import org.watchword.desk.accounts.StaffPages;
import org.watchword.desk.accounts.StaffPages.Page;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.ledger.Ledger;
import org.watchword.desk.rota.SheetCodes;
import org.watchword.desk.web.StaffListener;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.Standing;
import org.watchword.formats.slot.AccountKeys;

/// Two founders, Heron and Rook, and an officer, Gull, each in a browser of his own.
abstract class FourBrowsers {
    private static final Instant START = Instant.parse("2021-02-04T12:00:05Z");
    static final Pattern TICK = Pattern.compile("name=\"compared\" value=\"([0-9]+-[0-9a-f]+)\"");
    static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"");
    static final Pattern WORDS = Pattern.compile("<b lang=\"en\">([a-z ]+)</b>");
    private static final Pattern HALF = Pattern.compile("/belonging/half/([0-9]+)/sign");

    final TeamOnDisk team;
    final Ledger ledger;
    final StaffPages browser;
    final Map<String, String> cookies = new HashMap<>();
    final SheetCodes codes;
    final List<String> rung = new ArrayList<>();
    final List<Sentence> told = new ArrayList<>();
    private final Map<PersonId, Consumer<AccountKeys>> doing = new HashMap<>();
    PersonId heron;
    PersonId rook;
    PersonId gull;

    FourBrowsers(Path directory) {
        team = new TeamOnDisk(directory, START);
        ledger = new Ledger(team.store, team.vault, team.clock, new SecureRandom());
        ledger.start();
        team.accounts.ask(withKeys(new AtSignIn(ledger, team.accounts.jobs())));
        var languages = List.of(TeamOnDisk.EN, StaffPages.RU);
        codes = new SheetCodes(team.store, team.vault.keyedHash());
        var pages =
                new BelongingPages(
                        new BelongingPages.Ground(team.store, ledger, team.accounts, languages),
                        codes,
                        new BelongingPages.Heard(
                                (_, what) -> told.add(what), (_, what) -> rung.add(what.key())));
        var routes =
                new ArrayList<>(team.accounts.routes(languages, List.of(), AtOnce.on(team.store)));
        routes.addAll(pages.routes());
        browser =
                new StaffPages(
                        team,
                        List.of(StaffListener.class, Accounts.class, BelongingPages.class),
                        routes,
                        pages.fillers(),
                        BelongingPages.menu());
    }

    /// What a test does with somebody's keys, at his next sign-in.
    private Belonging withKeys(Belonging room) {
        return new Belonging() {
            @Override
            public Predicate<PersonId> shutOut(Handle rows) {
                return room.shutOut(rows);
            }

            @Override
            public boolean isKnown(Handle rows) {
                return room.isKnown(rows);
            }

            @Override
            public void opened(PersonId person, AccountKeys keys) {
                room.opened(person, keys);
                doing.getOrDefault(person, _ -> {}).accept(keys);
            }
        };
    }

    /// Has somebody sign in anew, and do this with his keys.
    Page doing(String name, PersonId who, Consumer<AccountKeys> work) {
        doing.put(who, work);
        leaves(name);
        Page page = as(name);
        doing.remove(who);
        return page;
    }

    /// All of them have the same passphrase.
    @BeforeEach
    void join() {
        var keeper = team.role("keeper", "answer", "people");
        var duty = team.role("duty", "answer");
        heron = team.join("Heron", keeper);
        rook = team.join("Rook", keeper);
        gull = team.join("Gull", duty);
    }

    @AfterEach
    void close() {
        browser.close();
        team.close();
    }

    /// Takes somebody's browser into hand; signs in when there is none.
    Page as(String name) {
        String cookie = cookies.get(name);
        if (cookie == null) {
            browser.carry("");
            browser.get("/sign-in");
            var in = browser.post("/sign-in", "name", name, "passphrase", TeamOnDisk.PASSPHRASE);
            assertEquals("/pin", in.location(), in.text());
            browser.get("/pin");
            browser.post("/pin", "pin", "471902");
            cookies.put(name, browser.cookie());
        } else {
            browser.carry(cookie);
        }
        return page();
    }

    Page page() {
        var page = browser.get("/belonging");
        assertEquals(200, page.status(), page.location());
        return page;
    }

    static String found(Pattern what, Page page) {
        return Optional.of(what.matcher(page.text()))
                .filter(found -> found.find())
                .map(found -> found.group(1))
                .orElseThrow(() -> new AssertionError(what + " in " + page.text()));
    }

    Membership now() {
        return assertInstanceOf(ChainStanding.Whole.class, ledger.standing()).membership();
    }

    Standing standing(PersonId who) {
        return now().standing(new AccountNumber(who.value())).orElseThrow();
    }

    static void done(Page page) {
        assertEquals(303, page.status(), page.text());
    }

    /// Heron and Rook found, and give the desk its key.
    void founded() {
        as("Rook");
        var heronSees = as("Heron");
        done(browser.post("/belonging/found", "compared", found(TICK, heronSees)));
        var rookSees = as("Rook");
        done(
                browser.post(
                        "/belonging/found/sign", "seen", found(SEEN, rookSees), "compared", "yes"));
        var half = as("Heron");
        signsTheHalf(half);
        assertTrue(now().deskKey().isPresent());
    }

    void signsTheHalf(Page shown) {
        String seen = shown.text().substring(shown.text().indexOf("/belonging/half/"));
        var form = new Page(200, seen, "");
        done(
                browser.post(
                        "/belonging/half/" + found(HALF, form) + "/sign",
                        "seen",
                        found(SEEN, form)));
    }

    void gullIsIn() {
        as("Heron");
        done(browser.post("/belonging/" + gull.value() + "/invite"));
        as("Gull");
        assertInstanceOf(Standing.Accepted.class, standing(gull));
        as("Rook");
        var one = browser.get("/belonging/" + gull.value());
        done(
                browser.post(
                        "/belonging/" + gull.value() + "/confirm",
                        "seen",
                        found(SEEN, one),
                        "compared",
                        "yes"));
        assertInstanceOf(Standing.Confirmed.class, standing(gull));
    }

    /// The cookie of somebody who signs in anew the next time.
    String leaves(String name) {
        String cookie = cookies.getOrDefault(name, "");
        cookies.remove(name);
        return cookie;
    }

    /// The browser in which somebody was signed in is shown the door.
    void wasSignedOut(String name) {
        assertTrue(cookies.containsKey(name), name + " was not signed in");
        browser.carry(leaves(name));
        assertEquals("/sign-in", browser.get("/belonging").location());
    }

    static String after(Page page, String mark) {
        return page.text().substring(page.text().indexOf(mark));
    }
}
