package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.watchword.desk.accounts.Added;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.Changed;
import org.watchword.desk.accounts.NewPerson;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Meaning;
import org.watchword.desk.watch.WordCame;
import org.watchword.desk.web.Route;

/// A whole desk in a directory, a small invented team, and browsers that send exactly what they are
/// told. Everything beyond the team is set up over the same forms that people use.
final class RoughDesk implements AutoCloseable {
    static final String WREN = "Wren Tanager";
    static final String SOYKA = "Сойка Лесная";
    static final String FINCH = "Finch Linnet";
    static final String HERON = "HERON";

    static final String PASSPHRASE = "nine kettles over a quiet harbour";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile(".*/([0-9]+)");

    private final Desk desk;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<String, Long> people = new TreeMap<>();

    /// Numbers of what is there, for addresses.
    final Map<String, String> there = new TreeMap<>();

    RoughDesk(Path directory) {
        this(directory, Surroundings.real());
        team();
    }

    /// With a clock that somebody moves.
    static RoughDesk by(DeskClock clock, Path directory) {
        var real = Surroundings.real();
        var around =
                new Surroundings(
                        clock,
                        real.random(),
                        real.engine(),
                        real.reserve(),
                        real.moreHosts(),
                        real.moreRoutes());
        var desk = new RoughDesk(directory, around);
        desk.team();
        return desk;
    }

    private void team() {
        role("keeper", Capability.ALL.toArray(String[]::new));
        role("duty", Capability.ANSWER);
        join(WREN, "en", "keeper", "duty");
        join(SOYKA, "ru", "keeper");
        join(FINCH, "en", "duty");
    }

    /// The desk that lies in a directory, with whom it has.
    static RoughDesk again(Path directory) {
        var again = new RoughDesk(directory, Surroundings.real());
        var accounts = again.rooms().accounts().people();
        for (var person : again.rooms().store().read(accounts::all)) {
            again.people.put(person.name(), person.id().value());
        }
        return again;
    }

    private RoughDesk(Path directory, Surroundings around) {
        log.start();
        root().addAppender(log);
        var settings =
                new Settings(
                        "Harbour", ZoneId.of("Europe/Riga"), new Language("en"), "127.0.0.1", 0);
        var taken = (DataDirectory.Taken.Held) DataDirectory.take(directory);
        desk = Wiring.desk(taken.directory(), settings, around);
        desk.start();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void role(String id, String... may) {
        var role = new Role(new RoleId(id), "The " + id, Set.of(may));
        assertInstanceOf(Changed.Done.class, desk.rooms().accounts().founding().addRole(role));
    }

    void join(String name, String language, String... roles) {
        var ids = java.util.Arrays.stream(roles).map(RoleId::new).toList();
        try (var passphrase = new Secret(PASSPHRASE.getBytes(StandardCharsets.UTF_8))) {
            var person = new NewPerson(name, new Language(language), Set.copyOf(ids), passphrase);
            var added = desk.rooms().accounts().founding().addPerson(person);
            people.put(name, assertInstanceOf(Added.Done.class, added).id().value());
        }
    }

    long person(String name) {
        return people.getOrDefault(name, 0L);
    }

    /// A way to ring, a ladder of two steps, a code-name, the rota, and an alarm somebody is on.
    void furnish(Browser keeper) {
        keeper.done("/channels", "kind", "paper", "label", "Paper");
        keeper.done(
                "/channels",
                "kind",
                "mail",
                "label",
                "Mail",
                "set-host",
                "127.0.0.1",
                "set-port",
                "9",
                "set-security",
                "tls",
                "set-from",
                "desk@example.org");
        there.put("channels", "1");
        partner(keeper);
        for (String name : List.of(WREN, FINCH)) {
            String at = "/people/" + person(name) + "/addresses";
            keeper.done(at, "channel", "1", "address", "by the door");
        }
        there.put("ladders", number(keeper.done("/ladders", "label", "Night")));
        String ladder = "/ladders/" + there.get("ladders");
        keeper.done(ladder + "/steps/new", "role", "duty", "lasts", "2");
        keeper.done(ladder + "/steps/new", "person", "" + person(WREN), "lasts", "2");
        keeper.done("/codenames/new", "name", HERON, "plan", "Ring the lawyer.", "ladder", "0");
        there.put("codenames", "1");
        keeper.done("/rota/take-over", "role", "duty", "hours", "3");
        there.put("rota", "1");
        changeTheRota(keeper);
        there.put("alarms", number(keeper.done("/call", "who", HERON, "words", "Screaming.")));
        there.put("watches", number(watch(keeper)));
        keeper.done("/watches/" + there.get("watches") + "/arm", "seen", "0");
        there.put("people", "" + person(FINCH));
        there.put("roles", "keeper");
    }

    /// Another desk, which never answers.
    private static void partner(Browser keeper) {
        keeper.done(
                "/partner/set",
                "kind",
                "desk",
                "name",
                "ALDER",
                "address",
                "http://127.0.0.1:9",
                "key",
                "desk-" + "A".repeat(43),
                "channel",
                "2",
                "number",
                "box@example.org",
                "language",
                "en");
    }

    /// A weekly shift, a stand-in, a swap that is asked for, a note and a sheet.
    private void changeTheRota(Browser keeper) {
        var day = LocalDate.now(Clock.systemUTC()).plusDays(2);
        String finch = "" + person(FINCH);
        String wren = "" + person(WREN);
        keeper.done(
                "/rota/weekly",
                "role",
                "duty",
                "person",
                finch,
                "day",
                "" + day.getDayOfWeek().getValue(),
                "from",
                "09:00",
                "end",
                "17:00",
                "first",
                "" + day);
        keeper.done(
                "/rota/stand-ins",
                "role",
                "duty",
                "person",
                wren,
                "instead",
                finch,
                "from",
                day + "T10:00",
                "to",
                day + "T11:00");
        keeper.done("/rota/note", "role", "duty", "note", "HERON sleeps until noon.");
        keeper.done("/rota/sheets");
    }

    /// A word comes from the one code-name there is.
    void word(Meaning meaning) {
        var watch = desk.rooms().watch();
        var word = new WordCame(new CodenameId(1), meaning, Optional.empty(), Instant.now(), false);
        desk.rooms()
                .store()
                .writer()
                .write(
                        Lane.FIRST,
                        turn -> {
                            watch.alarms().word(turn, word);
                            return word;
                        });
    }

    private static Page watch(Browser keeper) {
        return keeper.done(
                "/watches/new",
                "label",
                "The flat",
                "about",
                "1",
                "zone",
                "Europe/Riga",
                "times",
                "10:00, 22:00",
                "days",
                "1",
                "reminder",
                "15",
                "grace",
                "30");
    }

    static String number(Page page) {
        var number = NUMBER.matcher(page.header("Location"));
        return number.matches() ? number.group(1) : "none";
    }

    Desk.Rooms rooms() {
        return desk.rooms();
    }

    List<Route> routes() {
        return desk.routes();
    }

    /// How many rows lie in each table that only people write to. A session and what rings come and
    /// go by themselves.
    Map<String, Integer> rows() {
        var tables =
                List.of(
                        "role",
                        "person",
                        "person_role",
                        "channel",
                        "address",
                        "template",
                        "shift",
                        "weekly_shift",
                        "stand_in",
                        "shift_swap",
                        "handover_note",
                        "ladder",
                        "ladder_step",
                        "step_target",
                        "step_channel",
                        "codename",
                        "call",
                        "call_field",
                        "alarm",
                        "alarm_statement",
                        "raise_key");
        return desk.rooms()
                .store()
                .read(handle -> {
                    var rows = new TreeMap<String, Integer>();
                    for (String table : tables) {
                        rows.put(
                                table,
                                handle.createQuery("SELECT count(*) FROM " + table)
                                        .mapTo(Integer.class)
                                        .one());
                    }
                    return rows;
                });
    }

    /// What the desk wrote into its log so far.
    String logged() {
        var all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            if (event.getLoggerName().startsWith("org.watchword")
                    || event.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.ERROR)) {
                all.append(event.getFormattedMessage()).append('\n');
            }
        }
        return all.toString();
    }

    Browser browser() {
        return new Browser();
    }

    /// Somebody who has just signed in.
    Browser signedIn(String name) {
        var browser = browser();
        browser.signIn(name);
        return browser;
    }

    @Override
    public void close() {
        root().detachAppender(log);
        client.close();
        desk.close();
    }

    record Page(int status, String text, HttpResponse<String> whole) {
        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    /// One browser with its one cookie.
    final class Browser {
        String cookie = "";
        private String token = "";

        void signIn(String name) {
            post("/sign-in", "name", name, "passphrase", PASSPHRASE);
            get("/pin");
            assertEquals(303, post("/pin", "pin", "407193").status());
        }

        Page get(String path) {
            var page = send(to(path).GET());
            var found = TOKEN.matcher(page.text());
            if (found.find()) {
                token = found.group(1);
            }
            return page;
        }

        /// Posts fields, name and value in turn, which must be taken.
        Page done(String path, String... fields) {
            var page = post(path, fields);
            assertEquals(303, page.status(), path + page.text());
            return page;
        }

        Page post(String path, String... fields) {
            var form = new StringBuilder();
            for (int i = 0; i < fields.length; i += 2) {
                form.append('&').append(fields[i]).append('=');
                form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            return postRaw(path, form.toString());
        }

        /// Posts these characters, already escaped, behind the token.
        Page postRaw(String path, String form) {
            String body = "token=" + token + form;
            return send(
                    to(path).header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        /// Posts fields, name and value in turn, and files, as a form with files is sent.
        Page upload(String path, Map<String, byte[]> files, String... fields) {
            String between = "----a-browser-draws-this";
            var body = new FormBody(between).text("token", token);
            for (int i = 0; i < fields.length; i += 2) {
                body.text(fields[i], fields[i + 1]);
            }
            files.forEach(body::file);
            return send(
                    to(path).header("Content-Type", "multipart/form-data; boundary=" + between)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body.written())));
        }

        private HttpRequest.Builder to(String path) {
            var uri = URI.create("http://127.0.0.1:" + desk.address().getPort() + path);
            return HttpRequest.newBuilder(uri).header("Cookie", "__Host-watchword=" + cookie);
        }

        private Page send(HttpRequest.Builder request) {
            try {
                return sent(request);
            } catch (IOException closedBefore) {
                return again(request);
            }
        }

        /// A connection that the desk closed after refusing what came before is opened anew.
        private Page again(HttpRequest.Builder request) {
            try {
                return sent(request);
            } catch (IOException e) {
                throw new IllegalStateException(request.build().uri().getPath(), e);
            }
        }

        private Page sent(HttpRequest.Builder request) throws IOException {
            try {
                var utf8 = HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
                var answer = client.send(request.build(), utf8);
                answer.headers()
                        .firstValue("Set-Cookie")
                        .ifPresent(set -> cookie = set.replaceAll("^[^=]*=([^;]*).*", "$1"));
                return new Page(answer.statusCode(), answer.body(), answer);
            } catch (InterruptedException e) {
                throw new IllegalStateException(request.build().uri().getPath(), e);
            }
        }
    }
}
