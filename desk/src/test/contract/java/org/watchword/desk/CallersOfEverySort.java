package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.accounts.Jobs;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.ledger.Ledger;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Statement;

/// A furnished desk with one case in it, and a browser for everybody who might ask it for
/// something.
final class CallersOfEverySort implements AutoCloseable {
    private static final String PIPIT = "Pipit";
    private static final String DUNLIN = "Dunlin";
    private static final String TERN = "Tern";
    private static final String GULL = "Gull";
    private static final String KNOT = "Knot";

    /// The first is that of the device that asks.
    private static final Pattern SHUT = Pattern.compile("/sessions/[0-9]+/shut");

    private static final Duration UNTIL_LOCKED = Duration.ofMinutes(16);
    private static final Duration UNTIL_STALE = Duration.ofMinutes(6);

    private final HandClock clock = new HandClock(Instant.now());
    private final RoughDesk desk;
    private final JobWithoutEnd job = new JobWithoutEnd();
    private final Map<Sort, RoughDesk.Browser> browsers = new EnumMap<>(Sort.class);

    /// Who asks. Keepers may do everything that a role can allow.
    enum Sort {
        NOBODY(May.NOTHING, State.OUT),
        SHUT_OUT(May.NOTHING, State.OUT),
        LOCKED(May.ALL, State.LOCKED),
        KEEPER(May.ALL, State.STALE),
        KEEPER_NOW(May.ALL, State.FRESH),
        DUTY(May.ANSWER, State.FILES_FRESH),
        NO_ROLE(May.NOTHING, State.FILES_FRESH),
        INVITED(May.ALL, State.FILES_FRESH),
        BELONGS(May.ALL, State.FILES_FRESH),
        REMOVED(May.ALL, State.FILES_FRESH),
        READER(May.ALL, State.FILES),
        READER_NOW(May.ALL, State.FILES_FRESH),
        JOB_RUNS(May.ALL, State.FRESH);

        final May may;
        final boolean isSignedIn;
        final boolean isLocked;
        final boolean isFresh;
        final boolean hasFiles;

        Sort(May may, State state) {
            this.may = may;
            this.isSignedIn = state != State.OUT;
            this.isLocked = state == State.LOCKED;
            this.isFresh = state == State.FRESH || state == State.FILES_FRESH;
            this.hasFiles = state == State.FILES || state == State.FILES_FRESH;
        }
    }

    /// What somebody's roles allow.
    enum May {
        NOTHING,
        ANSWER,
        ALL;

        boolean allows(String what) {
            return this == ALL || (this == ANSWER && what.equals(Capability.ANSWER));
        }
    }

    private enum State {
        OUT,
        LOCKED,
        STALE,
        FRESH,
        FILES,
        FILES_FRESH
    }

    CallersOfEverySort(Path directory) {
        desk = RoughDesk.by(clock, directory);
        desk.join(PIPIT, "en", "keeper");
        desk.join(DUNLIN, "en", "keeper");
        desk.join(TERN, "en", "keeper");
        desk.join(KNOT, "en", "keeper");
        desk.join(GULL, "en");
        longAgo();
        clock.pass(UNTIL_LOCKED);
        aWhileAgo();
        clock.pass(UNTIL_STALE);
        justNow();
        browsers.values().forEach(browser -> browser.get("/pin"));
    }

    RoughDesk desk() {
        return desk;
    }

    /// The desk is furnished and its case begun; some are left alone until they are locked.
    private void longAgo() {
        var wren = in(Sort.LOCKED, RoughDesk.WREN);
        var soyka = desk.signedIn(RoughDesk.SOYKA);
        desk.furnish(wren);
        FilesOfRoughDesk.begin(desk, wren, soyka);
        in(Sort.KEEPER, RoughDesk.WREN);
        in(Sort.KEEPER_NOW, RoughDesk.WREN);
        try (var keys = FilesOfRoughDesk.keys(desk, wren)) {
            browsers.put(Sort.SHUT_OUT, FilesOfRoughDesk.comes(desk, PIPIT, keys));
            browsers.put(Sort.BELONGS, FilesOfRoughDesk.comes(desk, DUNLIN, keys));
            FilesOfRoughDesk.stands(
                    ledger().members().says(new Statement.Invited(number(TERN)), keys));
            browsers.put(Sort.JOB_RUNS, FilesOfRoughDesk.comes(desk, KNOT, keys));
            var place = ledger().compartments().of(number(RoughDesk.SOYKA)).getFirst();
            FilesOfRoughDesk.stands(ledger().compartments().add(place, number(KNOT), keys));
            FilesOfRoughDesk.stands(
                    ledger().compartments().remove(place, number(RoughDesk.SOYKA), keys));
        }
    }

    private void aWhileAgo() {
        unlock(Sort.KEEPER);
        unlock(Sort.KEEPER_NOW);
        in(Sort.READER, RoughDesk.WREN);
        in(Sort.SHUT_OUT, PIPIT);
        FilesOfRoughDesk.stands(ledger().members().shutOut(number(PIPIT)));
    }

    private void justNow() {
        in(Sort.READER_NOW, RoughDesk.WREN);
        in(Sort.REMOVED, RoughDesk.SOYKA);
        begin(in(Sort.JOB_RUNS, KNOT));
        in(Sort.DUTY, RoughDesk.FINCH);
        in(Sort.BELONGS, DUNLIN);
        in(Sort.INVITED, TERN);
        in(Sort.NO_ROLE, GULL);
        var again = of(Sort.KEEPER_NOW);
        again.get("/confirm");
        again.done("/confirm", "passphrase", RoughDesk.PASSPHRASE);
    }

    /// Begins a job of Knot's and shuts the case files on this device.
    private void begin(RoughDesk.Browser browser) {
        var knot = new PersonId(desk.person(KNOT));
        var came = desk.rooms().accounts().jobs().begin(knot, job);
        assertInstanceOf(Jobs.Begun.Runs.class, came);
        var shut = SHUT.matcher(browser.get("/sessions").text());
        assertTrue(shut.find());
        browser.done(shut.group());
    }

    /// Whether the job is still there, which nothing here ended.
    boolean jobRuns() {
        return desk.rooms().accounts().jobs().runs(job.about());
    }

    private RoughDesk.Browser in(Sort sort, String name) {
        var browser = desk.signedIn(name);
        browsers.put(sort, browser);
        return browser;
    }

    private RoughDesk.Browser of(Sort sort) {
        return browsers.computeIfAbsent(sort, _ -> desk.browser());
    }

    private void unlock(Sort sort) {
        var browser = of(sort);
        browser.get("/unlock");
        browser.done("/unlock", "pin", "407193");
    }

    private Ledger ledger() {
        return desk.rooms().ledger();
    }

    private AccountNumber number(String name) {
        return new AccountNumber(desk.person(name));
    }

    Came get(String path, Sort sort) {
        var page = of(sort).get(filled(path));
        return switch (page.status()) {
            case 200 -> Came.IN;
            case 303 -> door(page.header("Location"));
            case 403 -> said(page.text());
            default -> Came.NOTHING;
        };
    }

    /// Posts nothing but the token of this browser.
    Came post(String path, Sort sort) {
        var page = of(sort).post(filled(path));
        assertEquals(403, page.status(), path + " " + sort);
        return said(page.text());
    }

    private String filled(String path) {
        return FilesOfRoughDesk.filled(desk, path).replaceAll("\\{[a-z]+}", "1");
    }

    private static Came door(String location) {
        Predicate<String> is = door -> location.equals(door) || location.startsWith(door + "?");
        return is.test("/sign-in")
                ? Came.SIGN_IN
                : is.test("/unlock")
                        ? Came.UNLOCK
                        : is.test("/confirm")
                                ? Came.PASSPHRASE
                                : is.test("/files") ? Came.FILES : Came.IN;
    }

    private static Came said(String text) {
        return Map.of(
                        "web.refused.signed_out", Came.SIGN_IN,
                        "web.refused.locked", Came.UNLOCK,
                        "web.refused.stale", Came.PASSPHRASE,
                        "web.refused.files_shut", Came.FILES,
                        "web.refused.role", Came.ROLE)
                .entrySet()
                .stream()
                .filter(why -> says(text, why.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Came.NOTHING);
    }

    private static boolean says(String text, String key) {
        return List.of("en", "ru").stream()
                .anyMatch(code -> text.contains(Wiring.words().in(new Language(code)).say(key)));
    }

    @Override
    public void close() {
        desk.close();
    }
}
