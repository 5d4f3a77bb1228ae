package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A template holds no words of its own: all that people read comes from the message files.
class TextInTemplates {
    @Test
    void no_template_holds_words_of_its_own() {
        List<Path> templates = Repository.files("src/main/jte", ".jte");
        assertFalse(templates.isEmpty(), "no template was read");
        List<String> found = new ArrayList<>();
        for (Path template : templates) {
            for (String text : TemplateText.in(Repository.text(template))) {
                found.add(Repository.name(template) + ": " + text);
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void words_between_tags_are_found() {
        assertEquals(List.of("Raise now"), TemplateText.in("<p class=\"a b\">Raise now</p>"));
        assertEquals(List.of("да"), TemplateText.in("<b>да</b>"));
    }

    @Test
    void words_in_a_content_block_of_another_template_are_found() {
        String nested =
                "@template.web.layout(frame = frame, content = @`<p>${view.a()}</p>@if(b)Oh@endif`)";
        assertEquals(List.of("Oh"), TemplateText.in(nested));
    }

    @Test
    void words_that_are_read_out_are_found() {
        assertEquals(
                List.of("Close"), TemplateText.in("<a aria-label=\"Close\" href=\"/x\">×</a>"));
        assertEquals(
                List.of("as of"), TemplateText.in("<i title=\"${frame.say(\"a.b\")} as of\"></i>"));
    }

    @Test
    void words_in_an_expression_are_found() {
        assertEquals(List.of("Yes"), TemplateText.in("<p>${view.on() ? \"Yes\" : \"a.no\"}</p>"));
        assertEquals(List.of("not yet"), TemplateText.in("${a ? \"not yet\" : null}"));
    }

    @Test
    void statements_keys_and_marks_are_no_words() {
        String clean =
                """
                @import org.watchword.desk.web.Frame
                @param Frame frame
                !{String tag = frame.words().language().tag();}
                <!-- a comment -->
                @for(var item : frame.menu())
                <li class="${item.here() ? "is-on now" : ""}"><a href="${item.path()}">${frame.say("a.b")}</a> · 12&nbsp;</li>
                @else
                <input type="hidden" name="token" value="open">
                @endfor
                """;
        assertEquals(List.of(), TemplateText.in(clean));
    }
}
