package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Sentence;

/// A page that renews itself keeps nobody's session awake; a person's press does.
class SignsOfLife {
    private final TestDesk.MadeUpCallers callers = new TestDesk.MadeUpCallers();
    private final TestDesk desk =
            new TestDesk(
                    List.of(new HostName("127.0.0.1", false)),
                    TestDesk.rooms(
                            callers,
                            Route.get("/board", new Gate.May("answer"), SignsOfLife::page),
                            Route.part("/board/part", new Gate.May("answer"), SignsOfLife::page)));

    private static Answer page(Visit visit) {
        return Answer.page("web/probe.jte", Sentence.of("web.layout.menu"), "board");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_person_who_opens_a_page_is_a_sign_of_life() {
        desk.send(desk.as("wren", "/board"));
        assertEquals(1, callers.deliberate.get());
    }

    @Test
    void a_page_that_renews_itself_is_none() {
        desk.send(desk.as("wren", "/board").header("X-Renew", "1"));
        desk.send(desk.as("wren", "/board?renew=1"));
        desk.send(desk.as("wren", "/board/part"));
        assertEquals(0, callers.deliberate.get());
    }

    @Test
    void files_and_addresses_that_do_not_exist_are_none() {
        desk.send(desk.as("wren", "/style.css"));
        desk.send(desk.as("wren", "/nowhere"));
        assertEquals(0, callers.deliberate.get());
    }
}
