package org.watchword.story.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a story says of who belongs, of cases and of envelopes.
class StoryOfCaseFiles {
    private static final String GOOD =
            """
            format: 1
            story: Who reads what
            desk: Quay
            zone: Europe/Berlin
            date: 2021-03-27
            language: en
            channels: {post: mail}
            roles: {duty: {label: Duty, may: [answer, ladders, lead, people]}}
            people:
              Wren: {language: en, roles: [duty], addresses: {post: wren@quay.example}}
              Finch: {language: en, roles: [duty], addresses: {post: finch@quay.example}}
            ladders: {Calls: {steps: [{ring: [duty], wait: 2min}]}}
            codenames: {ALDER: {}}
            steps:
              - {at: "15:00", who: Finch, do: open_files}
              - {at: "15:00", who: Wren, do: {found: {with: [Finch]}}}
              - {at: "15:00", who: Finch, do: sign}
              - {at: "15:01", who: Wren, do: {open_case: {name: MILL, readers: [Finch]}}}
              - {at: "15:02", who: Wren, do: {write: {case: MILL, text: A note.}}}
              - at: "15:03"
                who: Wren
                do: {fill_envelope: {about: ALDER, address: The mill, holders: [Finch]}}
                expect: [{page_says: [held by], lacks: [nobody]}]
              - {at: "15:04", who: Finch, do: {open_envelope: {about: ALDER, reason: I run.}}}
              - {at: "15:05", who: Wren, do: {agree_envelope: {about: ALDER}}}
              - {at: "15:05", who: Wren, do: {remind: {case: MILL, in: 2h, text: The bus.}}}
              - {at: "15:05", who: Wren, do: {end_reminder: {case: MILL}}}
              - {at: "15:05", who: Wren, do: {acknowledge: {alarm: a reminder}}}
              - {at: "15:05", who: Wren, do: print_sheet}
              - {at: "15:05", who: Wren, do: {shut_out_by_code: {whom: Finch}}}
              - {at: "15:05", who: Wren, do: {lift: {whom: Finch}}}
              - {at: "15:05", who: Wren, do: {shut_out: {whom: Finch}}}
              - {at: "15:05", who: Wren, do: {acknowledge: {alarm: the desk}}}
              - at: "15:06"
                system: [key of Finch swapped, key of Wren swapped in the list, kill once an envelope opens]
            """;

    private static StoryFile.Reading read(String text) {
        return StoryFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Step> steps() {
        StoryFile.Reading reading = read(GOOD);
        return assertInstanceOf(StoryFile.Reading.Whole.class, reading, reading.toString())
                .story()
                .steps();
    }

    private static Verb verb(int step) {
        return steps().get(step).deed().orElseThrow().verb();
    }

    @Test
    void says_who_founds_with_whom_and_what_is_written_where() {
        assertEquals(new Verb.OpenFiles(), verb(0));
        assertEquals(new Verb.Found(List.of("Finch")), verb(1));
        assertEquals(new Verb.Sign(), verb(2));
        assertEquals(new Verb.OpenCase("MILL", List.of("Finch")), verb(3));
        assertEquals(new Verb.Write("MILL", Optional.empty(), "A note."), verb(4));
    }

    @Test
    void says_what_an_envelope_holds_and_who_opens_it_for_which_reason() {
        assertEquals(
                new Verb.FillEnvelope(
                        "ALDER", Map.of("address", "The mill"), List.of("Finch"), List.of()),
                verb(5));
        assertEquals(new Verb.OpenEnvelope("ALDER", "I run."), verb(6));
        assertEquals(new Verb.AgreeEnvelope("ALDER"), verb(7));
        var says = assertInstanceOf(Expectation.PageSays.class, steps().get(5).expect().getFirst());
        assertEquals(List.of("nobody"), says.lacks());
    }

    @Test
    void says_in_which_case_somebody_is_reminded_when_and_of_what() {
        assertEquals(
                new Verb.Remind("MILL", Optional.empty(), Duration.ofHours(2), "The bus."),
                verb(8));
        assertEquals(new Verb.EndReminder("MILL"), verb(9));
        assertEquals(new Verb.Acknowledge(new AlarmRef.Reminder()), verb(10));
    }

    @Test
    void says_who_is_shut_out_how_and_who_is_let_in_again() {
        assertEquals(new Verb.PrintSheet(), verb(11));
        assertEquals(new Verb.ShutOutByCode("Finch"), verb(12));
        assertEquals(new Verb.Lift("Finch"), verb(13));
        assertEquals(new Verb.ShutOut("Finch"), verb(14));
        assertEquals(new Verb.Acknowledge(new AlarmRef.OfTheDesk()), verb(15));
    }

    @Test
    void says_whose_key_is_swapped_and_where_and_when_the_desk_dies() {
        assertEquals(
                List.of(
                        new Upset.KeySwapped("Finch", false),
                        new Upset.KeySwapped("Wren", true),
                        new Upset.KillAtOpening()),
                steps().get(16).upsets());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{with: [Finch]} | {} | 16 | story.field.missing",
                "{with: [Finch]} | {with: [Robin]} | 16 | story.name.person",
                "readers: [Finch] | readers: [Robin] | 18 | story.name.person",
                "case: MILL | case: WEIR | 19 | story.name.case",
                "about: ALDER, address | about: BIRCH, address | 22 | story.name.codename",
                ", holders: [Finch] | | 22 | story.field.missing",
                "address: The mill | telephone: none | 22 | story.field.unknown",
                ", reason: I run. | | 24 | story.field.missing",
                "{remind: {case: MILL, in: 2h, | {remind: {case: MILL, in: soon, | 26 | story.time.bad-duration",
                "{end_reminder: {case: MILL}} | {end_reminder: {case: WEIR}} | 27 | story.name.case",
                "{lift: {whom: Finch}} | {lift: {whom: Robin}} | 31 | story.name.person",
                "{shut_out_by_code: {whom: Finch}} | shut_out_by_code | 30 | story.field.missing",
                "key of Finch | key of Robin | 35 | story.name.person",
            })
    void is_answered_with_its_line_and_a_sentence(
            String right, String wrong, int line, String key) {
        String text = GOOD.replace(right, wrong == null ? "" : wrong);
        assertTrue(!text.equals(GOOD), "the mistake was planted");
        var found = assertInstanceOf(StoryFile.Reading.Wrong.class, read(text));
        Mistake first = found.mistakes().getFirst();
        assertEquals(line + " " + key, first.line() + " " + first.what().key(), text);
    }
}
