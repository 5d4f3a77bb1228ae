package org.watchword.story.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WordBook;
import org.watchword.story.NeedleSearch;
import org.watchword.story.seized.InClear;
import org.watchword.story.seized.Seizure;
import org.watchword.story.seized.Trace;

class ATerminalThatShowsASearch {
    private static final String LOUD = "!".repeat(80);

    private static final InClear IN_CLEAR =
            new InClear(
                    List.of(
                            new InClear.Table(
                                    "alarm",
                                    3,
                                    Map.of(
                                            "raised_at", "2021-02-04T12:00:40Z",
                                            "lead_rings_at", "",
                                            "cause_key", "a".repeat(300),
                                            "touched_at", "2021-02-04T12:00:40Z")),
                            new InClear.Table("told", 0, Map.of("id", ""))),
                    Set.of());

    @Test
    void has_lines_of_eighty_columns_in_every_language() {
        for (Language language : StartPage.LANGUAGES) {
            shown(language, seized(List.of(), IN_CLEAR))
                    .lines()
                    .forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }

    @Test
    void says_what_was_searched_what_lies_in_clear_and_last_that_nothing_was_found() {
        String said = shown(new Language("en"), seized(List.of(), IN_CLEAR));
        assertTrue(
                said.contains("its directory                     2 files, 1,234,567 bytes"), said);
        assertTrue(said.contains("what Java leaves of a crash       nothing lies there"), said);
        assertTrue(said.contains("alarm, 3 rows\n"), said);
        assertTrue(said.contains("raised_at=2021-02-04T12:00:40Z"), said);
        assertTrue(said.contains("Nothing was ever written into told."), said);
        assertFalse(said.contains("told, "), said);
        assertTrue(said.contains("190 "), said);
        assertTrue(said.lines().toList().getLast().startsWith("FOUND: NOTHING."), said);
        assertFalse(said.contains("!!!"), said);
    }

    @Test
    void is_loud_when_a_secret_or_a_column_on_no_list_was_found() {
        var secret = new NeedleSearch.Found("a red kettle", "desk.db", "plain");
        String said = shown(new Language("en"), seized(List.of(secret), IN_CLEAR));
        assertTrue(
                said.contains("!!! FOUND: “a red kettle” is readable in desk.db (plain)."), said);
        assertEquals(LOUD, said.lines().toList().getLast());
        assertFalse(said.contains("NOTHING"), said);
        var column = new InClear(List.of(), Set.of("alarm.note"));
        said = shown(new Language("en"), seized(List.of(), column));
        assertTrue(said.contains("!!! alarm.note LIES IN CLEAR and stands on no list."), said);
        assertEquals(LOUD, said.lines().toList().getLast());
    }

    @Test
    void says_why_there_was_no_backup_to_search() {
        var came =
                new Seizure.Seized(
                        9, List.of(), IN_CLEAR, Optional.of(Sentence.of("cli.backup.no-age")));
        String said = shown(new Language("en"), came);
        assertTrue(said.contains("No backup was searched: "), said);
    }

    private static Seizure.Seized seized(List<NeedleSearch.Found> found, InClear inClear) {
        return new Seizure.Seized(190, found, inClear, Optional.empty());
    }

    private static String shown(Language language, Seizure.Seized came) {
        var said = new ByteArrayOutputStream();
        var words = WordBook.read(StartPage.LANGUAGES, List.of(StartPage.class)).in(language);
        var lines = new SeizedLines(words, new PrintStream(said, true, UTF_8));
        lines.begins();
        lines.looked(new Seizure.Looked(Trace.Kind.DIRECTORY, 2, 1_234_567));
        lines.looked(new Seizure.Looked(Trace.Kind.CRASH_FILES, 0, 0));
        lines.all(came);
        return said.toString(UTF_8);
    }
}
