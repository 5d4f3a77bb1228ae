package org.watchword.story.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;

class StoryWithAMistake {
    static final String GOOD =
            """
            format: 1
            story: A small one
            desk: Quay
            zone: Europe/Berlin
            date: 2021-03-27
            language: en
            channels:
              mail-1: mail
            roles:
              duty: {label: Duty, may: [answer]}
            people:
              Wren:
                language: en
                roles: [duty]
                addresses: {mail-1: wren@quay.example}
            ladders:
              Calls:
                steps:
                  - {ring: [duty], over: [mail-1], wait: 2min}
            codenames:
              ALDER: {plan: Speak slowly., ladder: Calls}
            steps:
              - at: "15:00"
                who: Wren
                do:
                  log_call: {about: ALDER, words: screaming}
                expect:
                  - rung: [Wren]
                    within: 30s
              - at: +1min
                system: channel mail-1 fails
            """;

    @Test
    void a_good_story_is_read_whole() {
        var reading = StoryFile.read(GOOD.getBytes(StandardCharsets.UTF_8));
        assertTrue(reading instanceof StoryFile.Reading.Whole, () -> reading.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format: 1 | format: 2 | 1 | story.file.format",
                "desk: Quay | # | 1 | story.field.missing",
                "story: A small one | story: [A, B] | 2 | story.shape.text",
                "story: A small one | story: | 2 | story.shape.empty",
                "desk: Quay | desk: Quay\\ndesk: Quay | 4 | story.yaml.twice",
                "Europe/Berlin | Europe/Atlantis | 4 | story.head.zone",
                "2021-03-27 | 27.3.2021 | 5 | story.time.bad-day",
                "language: en | language: qq | 6 | story.head.language",
                "mail-1: mail | mail-1: pigeon | 8 | story.watch.kind",
                "mail-1: mail | Mail One: mail | 8 | story.watch.channel-name",
                "duty: {label | Duty Officer: {label | 10 | story.team.role-id",
                "[answer] | [command] | 10 | story.team.may",
                "[answer] | [answer, answer] | 10 | story.list.twice",
                "may: [answer] | may: [answer], colour: red | 10 | story.field.unknown",
                "roles: [duty] | roles: [cook] | 14 | story.name.role",
                "wren@quay.example | wren@post.org | 15 | story.team.address",
                "{mail-1: wren | {mail-9: wren | 15 | story.name.channel",
                "ring: [duty] | ring: [Robin] | 19 | story.name.target",
                "wait: 2min | wait: soon | 19 | story.time.bad-duration",
                "wait: 2min | wait: 9d | 19 | story.time.long",
                "wait: 2min | wait: 2min, all: maybe | 19 | story.shape.yes-no",
                "ladder: Calls | ladder: Cals | 21 | story.name.ladder",
                "at: `15:00` | at: 15 Uhr | 23 | story.time.bad",
                "at: \"15:00\" | at: 25:00 | 23 | story.time.bad",
                "at: \"15:00\" | at: 2021-03-28 02:30 | 23 | story.time.skipped",
                "who: Wren | who: Wrem | 24 | story.name.person",
                "log_call: | log_a_call: | 26 | story.verb.unknown",
                "about: ALDER | about: ALDRE | 26 | story.name.codename",
                "words: screaming | wordz: screaming | 26 | story.field.unknown",
                "rung: [Wren] | rungs: [Wren] | 28 | story.expect.one",
                "within: 30s | within: 61s | 28 | story.expect.past-next",
                "within: 30s | times: many | 29 | story.expect.count",
                "at: +1min | at: 14:00 | 30 | story.time.backwards",
                "channel mail-1 fails | channel mail-1 explodes | 31 | story.system.unknown",
                "channel mail-1 fails | channel mail-2 fails | 31 | story.name.channel",
                "mail-1: mail | mail-1: paper | 31 | story.system.no-server",
                "system: channel mail-1 fails | needs: Two Words | 31 | story.step.needs",
                "system: channel mail-1 fails | shows: 23 | 31 | story.step.row",
                "system: channel mail-1 fails | who: Wren | 30 | story.step.who-does",
                "system: channel mail-1 fails | chapter: The end | 30 | story.step.empty",
                "system: channel mail-1 fails | expect: [{page_says: Hello}] | 31 | story.expect.no-deed",
                "`    who: Wren` | `\tWho: Wren` | 24 | story.file.tab",
                "Speak slowly. | Speak \u202eslowly. | 21 | story.file.hidden",
                "Speak slowly. | \"Speak \\u202eslowly.\" | 21 | story.file.hidden",
                "Speak slowly., ladder: Calls | &a Speak slowly., ladder: *a | 21 | story.yaml.anchor",
                "Speak slowly. | !!str Speak slowly. | 21 | story.yaml.tag",
                "Speak slowly. | [[[[[[[[[[[[[[]]]]]]]]]]]]]] | 21 | story.yaml.too-deep",
                "roles: [duty] | roles: [duty | 15 | story.yaml.broken",
            })
    void is_answered_with_its_line_and_a_sentence(
            String right, String wrong, int line, String key) {
        String text =
                GOOD.replace(
                        right.replace("`", "\""), wrong.replace("\\n", "\n").replace("\\t", "\t"));
        assertTrue(!text.equals(GOOD), "the mistake was planted");
        var reading = StoryFile.read(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(line + " " + key, found(reading).getFirst(), text);
    }

    /// The same with telephones.
    private static final String PHONES =
            GOOD.replace(
                            "  mail-1: mail\n",
                            "  mail-1: mail\n  sms: sms\n  tele: telegram\n  sheet: paper\n")
                    .replace(
                            "{mail-1: wren@quay.example}",
                            "{mail-1: wren@quay.example, sms: +999 555 0101}")
                    .replace(
                            "system: channel mail-1 fails",
                            "who: Wren\n    do: {answer_by_reply: {over: sms, code: wrong}}");

    @Test
    void a_good_story_with_telephones_is_read_whole() {
        var reading = StoryFile.read(PHONES.getBytes(StandardCharsets.UTF_8));
        assertTrue(reading instanceof StoryFile.Reading.Whole, () -> reading.toString());
        for (String does :
                List.of(
                        "{answer_by_reply: {over: sms, code: {of: Wren}, quoted: yes, times: 5}}",
                        "{answer_by_link: {digits: none, over: mail-1}}",
                        "{open_link: {alarm: ALDER}}",
                        "{confirm: {who: Wren, alarm: ALDER}}")) {
            String text = PHONES.replaceFirst("do: .answer.*", "do: " + does);
            assertTrue(whole(text), text);
        }
        for (String does :
                List.of(
                        "{says: {from: Wren, over: sms, text: well}}",
                        "{says: {from: +999 555 0199, over: sms, text: well, times: 3}}",
                        "{scanner: {opens: Wren, submits: yes}}")) {
            String text = PHONES.replaceFirst("who: Wren\n    do: .answer.*", "do: " + does);
            assertTrue(whole(text), text);
        }
    }

    private static boolean whole(String text) {
        return StoryFile.read(text.getBytes(StandardCharsets.UTF_8))
                instanceof StoryFile.Reading.Whole;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sms: +999 555 0101 | sms: +49 555 0101 | 18 | story.team.address",
                "sms: +999 555 0101 | tele: 12345 | 18 | story.team.address",
                "0101} | 0101}\\n    unproved: [fax] | 19 | story.name.channel",
                "over: sms | over: sheet | 35 | story.name.deaf",
                "over: sms | over: fax | 35 | story.name.channel",
                "code: wrong | code: right | 35 | story.expect.choice",
                "code: wrong | code: {of: Robin} | 35 | story.name.person",
                "code: wrong | code: wrong, times: 51 | 35 | story.verb.times",
                "code: wrong | code: wrong, quoted: perhaps | 35 | story.shape.yes-no",
                "who: Wren\\n    do: {answer | do: {answer | 33 | story.step.who-does",
                "REPLY | answer_by_link: {digits: two} | 35 | story.expect.choice",
                "REPLY | open_link: {over: sheet} | 35 | story.system.no-server",
                "REPLY | confirm: {} | 35 | story.field.missing",
                "REPLY | confirm: {who: Robin} | 35 | story.name.person",
                "REPLY | says: {from: Wren, over: sms, text: no} | 34 | story.step.outside",
                "REPLY | says: {from: +49 1, over: sms, text: no} | 35 | story.team.address",
                "REPLY | scanner: {opens: Robin} | 35 | story.name.person",
                "RUNG | - answered: Wren | 31 | story.field.missing",
                "RUNG | - {answered: Wren, as: perhaps} | 31 | story.expect.choice",
            })
    void on_a_telephone_is_answered_too(String right, String wrong, int line, String key) {
        String text = PHONES.replace(spelt(right), spelt(wrong));
        assertTrue(!text.equals(PHONES), "the mistake was planted");
        var reading = StoryFile.read(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(line + " " + key, found(reading).getFirst(), text);
    }

    private static String spelt(String text) {
        return text.replace("\\n", "\n")
                .replace("REPLY", "answer_by_reply: {over: sms, code: wrong}")
                .replace("RUNG", "- rung: [Wren]\n        within: 30s");
    }

    @Test
    void in_the_wrong_encoding_is_answered_with_the_line_of_the_first_wrong_byte() {
        byte[] latin = GOOD.replace("Speak", "Spräch").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("21 story.file.encoding"), found(StoryFile.read(latin)));
        byte[] wide = GOOD.getBytes(StandardCharsets.UTF_16);
        assertEquals(List.of("1 story.file.encoding"), found(StoryFile.read(wide)));
    }

    @Test
    void that_is_too_large_or_empty_is_refused() {
        byte[] large = new byte[StoryLimits.FILE_BYTES + 1];
        Arrays.fill(large, (byte) '#');
        assertEquals(List.of("1 story.file.large"), found(StoryFile.read(large)));
        assertEquals(List.of("1 story.file.empty"), found(StoryFile.read(new byte[0])));
    }

    @Test
    void has_all_its_mistakes_found_at_once() {
        String text = GOOD.replace("who: Wren", "who: Wrem").replace("channel mail-1", "chanel");
        assertEquals(
                List.of("24 story.name.person", "31 story.system.unknown"),
                found(StoryFile.read(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_step_for_a_room_not_yet_built_may_use_its_words() {
        String text = GOOD + "  - {at: +1min, who: Wren, do: fly, needs: [a-room-never-built]}\n";
        var reading = StoryFile.read(text.getBytes(StandardCharsets.UTF_8));
        var whole = (StoryFile.Reading.Whole) reading;
        assertEquals(List.of("a-room-never-built"), whole.story().steps().getLast().lacks());
    }

    private static List<String> found(StoryFile.Reading reading) {
        if (!(reading instanceof StoryFile.Reading.Wrong wrong)) {
            return List.of("no mistake found");
        }
        for (String language : List.of("en", "ru")) {
            var words =
                    WordBook.read(List.of(new Language(language)), List.of(StoryFile.class))
                            .in(new Language(language));
            wrong.mistakes().forEach(m -> assertTrue(words.say(m.what()).length() > 5));
        }
        return wrong.mistakes().stream().map(m -> m.line() + " " + m.what().key()).toList();
    }
}
