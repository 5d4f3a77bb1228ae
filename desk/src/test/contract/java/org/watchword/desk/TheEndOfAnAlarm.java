package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.watch.Meaning;

class TheEndOfAnAlarm {
    private static final Pattern QUESTION = Pattern.compile("name=\"question\" value=\"(\\d+)\"");

    @TempDir Path dir;
    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private RoughDesk.Browser finch;

    @BeforeEach
    void open() {
        desk = new RoughDesk(dir);
        wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        finch = desk.signedIn(RoughDesk.FINCH);
        finch.get("/");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static RoughDesk.Page answers(RoughDesk.Browser officer, String alarm, String answer) {
        var page = officer.get("/alarms/" + alarm + "/end").text();
        var question = QUESTION.matcher(page);
        assertTrue(question.find(), "a question to ask");
        String right = page.contains("What broke?") ? "MY shoe." : "the third";
        return officer.post(
                "/alarms/" + alarm + "/asked",
                "codename",
                "1",
                "question",
                question.group(1),
                "way",
                "other-line",
                "answer",
                answer.isEmpty() ? right : answer);
    }

    private String askedAlarm() {
        wren.done(
                "/codenames/1/proof",
                "question-1",
                "What broke?",
                "answer-1",
                "My shoe",
                "question-2",
                "Which song?",
                "answer-2",
                "The third");
        assertTrue(wren.get("/codenames/1").text().contains("2 of four are set."));
        assertFalse(wren.get("/codenames/1/proof").text().contains("My shoe"));
        return RoughDesk.number(wren.done("/call", "form", "asked", "who", RoughDesk.HERON));
    }

    @Test
    void comes_by_two_right_answers_to_the_questions_the_page_gives() {
        String alarm = askedAlarm();

        assertEquals(303, answers(finch, alarm, "").status());
        assertEquals("/alarms/" + alarm, answers(finch, alarm, "").header("Location"));

        assertTrue(finch.get("/alarms/" + alarm).text().contains("a right answer"));
    }

    @Test
    void does_not_come_by_a_wrong_one_and_nobody_is_blamed() {
        String alarm = askedAlarm();

        var page = answers(finch, alarm, "a bicycle");

        assertTrue(page.text().contains("That proved nothing."));
        assertTrue(wren.get("/alarms/" + alarm).text().contains("it proved nothing"));
    }

    @Test
    void is_the_leads_after_a_word_that_forbids_to_call_back_and_no_page_names_it() {
        desk.word(Meaning.DURESS);

        for (String path : new String[] {"/", "/alarms/1", "/alarms/1/end"}) {
            String text = finch.get(path).text().toLowerCase(Locale.ROOT);
            assertFalse(text.contains("duress"), path);
        }
        assertTrue(finch.get("/").text().contains("Do not call back. Speak to the case lead."));
        assertTrue(
                finch.get("/alarms/1")
                        .text()
                        .contains("Do not call back. Speak to the case lead."));
        var refused = finch.post("/alarms/1/end", "way", "video", "how", "All is well.");
        assertTrue(refused.text().contains("Only the case lead ends this alarm"));
        wren.done("/alarms/1/end", "way", "video", "how", "Seen.");
        finch.done("/alarms/1/end", "way", "face-to-face", "how", "Seen, too.");
        assertTrue(finch.get("/").text().contains("Nothing rings"));
    }
}
