package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;

/// What goes wrong is told in the reader's language, and the log learns nothing about anybody.
class WhenSomethingGoesWrong {
    private static final String PERSONAL = "ALDER called from +40 700 000 001";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final TestDesk desk = new TestDesk(List.of(new HostName("127.0.0.1", false)), rooms());

    /// What a store would say; the number of an outage.
    private static final class Away extends RuntimeException {
        private final Outages.Outage outage;

        Away(Outages.Outage outage) {
            super(PERSONAL);
            this.outage = outage;
        }
    }

    private static Rooms rooms() {
        return new Rooms(
                List.of(
                        Route.get("/broken", new Gate.Open(), visit -> fail()),
                        Route.get("/endless", new Gate.Open(), WhenSomethingGoesWrong::endless),
                        Route.get("/away/{how}", new Gate.Open(), WhenSomethingGoesWrong::away),
                        Route.get("/gone", new Gate.Open(), visit -> gone()),
                        Route.get("/no-template", new Gate.Open(), visit -> noTemplate()),
                        Route.get("/query", new Gate.Open(), WhenSomethingGoesWrong::query)),
                (cookie, asked, deliberate) -> caller(cookie, asked),
                List.of(),
                List.of(),
                failure ->
                        failure instanceof Away away ? Optional.of(away.outage) : Optional.empty());
    }

    private static Caller caller(Optional<String> cookie, Language asked) {
        if (cookie.equals(Optional.of("away"))) {
            throw new Away(Outages.Outage.OTHER);
        }
        return new TestDesk.MadeUpCallers().behind(cookie, asked, true);
    }

    private static Answer fail() {
        throw new IllegalStateException(PERSONAL, new IllegalArgumentException(PERSONAL));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Answer endless(Visit visit) {
        return endless(visit);
    }

    private static Answer away(Visit visit) {
        throw new IllegalStateException(new Away(Outages.Outage.valueOf(visit.part("how"))));
    }

    private static Answer gone() {
        throw new Route.NotHere();
    }

    private static Answer noTemplate() {
        return Answer.page("web/none.jte", Sentence.of("web.layout.menu"), PERSONAL);
    }

    private static Answer query(Visit visit) {
        return Answer.page(
                "web/probe.jte",
                Sentence.of("web.layout.menu"),
                "got " + visit.query("a").orElse("nothing"));
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void close() {
        logger().detachAppender(log);
        desk.close();
    }

    private String logged() {
        var all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            all.append(event.getFormattedMessage()).append('\n');
            var thrown = event.getThrowableProxy();
            if (thrown != null) {
                all.append(thrown.getMessage()).append('\n');
            }
        }
        return all.toString();
    }

    @Test
    void a_failure_is_a_sentence_and_a_code_and_the_log_knows_where() {
        var answer = desk.send(desk.to("/broken"));
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().contains("ring people by telephone now"), answer.body());
        var code = java.util.regex.Pattern.compile("\\b[0-9A-F]{8}\\b").matcher(answer.body());
        assertTrue(code.find());
        assertTrue(logged().contains("incident " + code.group() + " at GET /broken"), logged());
        assertTrue(logged().contains("WhenSomethingGoesWrong.fail"));
        assertFalse(logged().contains("ALDER"), logged());
        assertFalse(answer.body().contains("ALDER"));
    }

    @Test
    void even_a_program_that_runs_in_circles_ends_in_a_sentence() {
        var answer = desk.send(desk.to("/endless"));
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().contains("ring people by telephone now"));
    }

    @Test
    void a_page_that_cannot_be_made_says_nothing_of_what_it_would_have_shown() {
        var answer = desk.send(desk.to("/no-template"));
        assertEquals(500, answer.statusCode());
        assertFalse(answer.body().contains("ALDER"));
        assertFalse(logged().contains("ALDER"));
    }

    @Test
    void an_outage_says_that_nothing_was_saved() {
        var full = desk.send(desk.to("/away/DISK_FULL"));
        assertEquals(503, full.statusCode());
        assertTrue(full.body().contains("The disk is full, so nothing was saved"));
        assertTrue(desk.send(desk.to("/away/BUSY")).body().contains("too much to do"));
        assertTrue(desk.send(desk.to("/away/OTHER")).body().contains("cannot reach its data"));
        assertFalse(logged().contains("ALDER"));
    }

    @Test
    void an_outage_while_asking_who_calls_is_told_too() {
        var answer = desk.send(desk.as("away", "/query"));
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("nothing was saved"));
        assertEquals(404, desk.send(desk.as("away", "/nowhere")).statusCode());
    }

    @Test
    void what_is_not_here_says_so() {
        assertEquals(404, desk.send(desk.to("/gone")).statusCode());
        assertTrue(desk.send(desk.to("/nowhere")).body().contains("no such page"));
    }

    @Test
    void a_page_speaks_the_language_of_whoever_reads_it() {
        String russian = "Такой страницы нет";
        assertTrue(desk.send(desk.as("russian", "/gone")).body().contains(russian));
        var asked = desk.to("/gone").header("Accept-Language", "fr-FR, ru-RU;q=0.8, en;q=0.5");
        assertTrue(desk.send(asked).body().contains(russian));
        assertTrue(desk.send(asked).body().contains("lang=\"ru\""));
        for (String nonsense : List.of("xx", ";;;", "*", "ru;q=0", "q=ru,,,")) {
            var other = desk.to("/gone").header("Accept-Language", nonsense);
            assertTrue(desk.send(other).body().contains("no such page"), nonsense);
        }
        var wire =
                Wire.send(
                        desk.port(),
                        String.join(
                                "\r\n",
                                "GET /gone HTTP/1.1",
                                "Host: no.example",
                                "Connection: close",
                                "Accept-Language: ru",
                                "",
                                ""));
        assertEquals("Этот адрес здесь не обслуживается.", wire.body());
    }

    @Test
    void a_wrong_query_is_no_failure() {
        assertTrue(desk.send(desk.to("/query?a=1")).body().contains("got 1"));
        for (String query : List.of("?a=%zz", "?a=%FF", "?a=%00", "?a", "?&&=&a", "?%zz=1")) {
            var wire =
                    Wire.send(
                            desk.port(),
                            "GET /query"
                                    + query
                                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            assertEquals(200, wire.status(), query);
        }
    }
}
