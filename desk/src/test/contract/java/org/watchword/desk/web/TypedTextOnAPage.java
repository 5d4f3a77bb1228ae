package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Sentence;

/// Whatever is typed is shown as text and never becomes part of the page.
class TypedTextOnAPage {
    private static final List<String> CORPUS =
            List.of(
                    "<script>alert(1)</script>",
                    "</h1><img src=x onerror=alert(1)>",
                    "\"><svg/onload=alert(1)>",
                    "' autofocus onfocus=alert(1) x='",
                    "javascript:alert(1)",
                    "&lt;script&gt;",
                    "<!--<script>",
                    "</title><script>alert(1)</script>",
                    "<iframe srcdoc=\"<b>\">",
                    "${7*7} #{7*7} {{7*7}} @if(true)x@endif",
                    "]]><x xmlns=\"http://www.w3.org/1999/xhtml\">",
                    "<\u0441cript>",
                    "{who}");

    @Test
    void typed_text_stays_text_in_elements_and_attributes() {
        for (String typed : CORPUS) {
            try (var desk =
                    TestDesk.with(
                            Route.get(
                                    "/page",
                                    new Gate.Open(),
                                    visit ->
                                            Answer.page(
                                                    "web/probe.jte",
                                                    Sentence.of("web.refused.code", "code", typed),
                                                    typed)),
                            Route.get(
                                    "/refused",
                                    new Gate.Open(),
                                    visit ->
                                            Answer.refused(
                                                    Sentence.of("web.refused.code", "code", typed),
                                                    typed)))) {
                var page = desk.send(desk.to("/page"));
                assertEquals(200, page.statusCode());
                holdsNoMarkupOf(typed, page.body());
                holdsNoMarkupOf(typed, desk.send(desk.to("/refused")).body());
            }
        }
    }

    private static void holdsNoMarkupOf(String typed, String html) {
        assertEquals(1, count(html, "<html"));
        assertEquals(1, count(html, "<h1"));
        for (String tag : List.of("<script", "<img", "<iframe", "<x ", "<\u0441cript")) {
            assertFalse(html.contains(tag), typed + " gave " + html);
        }
        assertFalse(html.matches("(?s).*<[^>]*\\son(error|load|focus)=.*"), typed);
        assertFalse(html.contains("href=\"javascript:"), typed);
        assertTrue(html.contains("</main>"));
    }

    private static int count(String html, String tag) {
        return html.split(tag, -1).length - 1;
    }
}
