package org.watchword.story.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a story says of watches, words and habits.
class StoryOfASilence {
    private static final String GOOD =
            """
            format: 1
            story: A silent one
            desk: Quay
            zone: Europe/Berlin
            date: 2021-03-27
            language: en
            channels: {sms: sms, post: mail}
            roles: {duty: {label: Duty, may: [answer, ladders, lead]}}
            people:
              Wren: {language: en, roles: [duty], addresses: {post: wren@quay.example}}
              Finch: {language: en, roles: [duty], addresses: {post: finch@quay.example}}
            ladders: {Calls: {steps: [{ring: [duty], wait: 2min}]}}
            codenames:
              ALDER:
                addresses: {sms: +999 555 0117}
                questions: [{asks: Which bridge?, answer: the old one}]
              BIRCH: {card: yes}
            watches:
              Flat: {who: [ALDER, BIRCH], times: ["22:00"], reminder: 15min, grace: 30min, anyone: yes}
            habits:
              - {from: "16:00", until: "18:00", every: 25min, who: [Wren], do: still_on_it}
            steps:
              - at: "15:00"
                do: {checks_in: {who: ALDER, by: sms, word: duress, text: "I am fine. {word}"}}
                expect: [{neutral_answer: ALDER, by: sms}, {no_new_alarm: yes, for: 30s}]
              - at: "15:05"
                who: Wren
                do: {pause: {watch: Flat, for: 2h, second: Finch, why: A train.}}
                expect: [{watch_is: paused, watch: Flat, until: "17:05"}]
              - at: "15:10"
                who: Wren
                do: {end_alarm: {alarm: ALDER, seen: other-line, proof: right}}
            """;

    private static Story read(String text) {
        var reading = StoryFile.read(text.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(StoryFile.Reading.Whole.class, reading, reading.toString()).story();
    }

    @Test
    void says_who_must_be_heard_when_and_who_is_reached_where() {
        Story story = read(GOOD);
        Story.Watch flat = story.watchkeeping().watches().getFirst();
        assertEquals(List.of("ALDER", "BIRCH"), flat.about());
        assertEquals(List.of(LocalTime.of(22, 0)), flat.schedule().times());
        assertEquals(7, flat.schedule().days().size());
        assertTrue(flat.anyone());
        Story.Codename alder = story.watchkeeping().codename("ALDER").orElseThrow();
        assertEquals("+9995550117", alder.addresses().get("sms"));
        assertEquals("the old one", alder.questions().getFirst().answer());
        assertEquals(Duration.ofMinutes(25), story.habits().getFirst().every());
    }

    @Test
    void names_a_word_by_what_it_is_for() {
        Verb verb = read(GOOD).steps().getFirst().deed().orElseThrow().verb();
        var checksIn = assertInstanceOf(Verb.ChecksIn.class, verb);
        assertEquals(Verb.Word.DURESS, checksIn.word());
        assertEquals(new Verb.Way.Over("sms"), checksIn.by());
        assertEquals(Optional.of("I am fine. {word}"), checksIn.wording().text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "times: [\"22:00\"], | | 19 | story.watch.never",
                "[ALDER, BIRCH], times | [ALDER, BUCHE], times | 19 | story.name.codename",
                "times: [\"22:00\"] | every: 90min | 19 | story.watch.every",
                "anyone: yes | anyone: perhaps | 19 | story.shape.yes-no",
                "anyone: yes | days: [someday] | 19 | story.expect.choice",
                "card: yes | addresses: {sms: +49 170 1234567} | 17 | story.team.address",
                "BIRCH: {card | Wren: {card | 17 | story.name.taken",
                "every: 25min | every: 5s | 21 | story.habit.often",
                "do: still_on_it | do: {says: {from: \"+999 1234\", over: sms, text: x}} | 21 | story.habit.screen",
                "by: sms, word | by: post, word | 24 | story.name.deaf",
                "word: duress | word: secret | 24 | story.expect.choice",
                "word: duress | word: duress, from: \"0170 12\" | 24 | story.team.address",
                "no_new_alarm: yes | no_new_alarm: no | 25 | story.expect.choice",
                "for: 30s | for: 10min | 25 | story.expect.past-next",
                "watch: Flat, for | watch: House, for | 28 | story.name.watch",
                "watch_is: paused | watch_is: bored | 29 | story.expect.choice",
                "proof: right | proof: maybe | 32 | story.expect.choice",
                ", proof: right | | 32 | story.field.missing",
            })
    void is_answered_with_its_line_and_a_sentence(
            String right, String wrong, int line, String key) {
        String text = GOOD.replace(right, wrong == null ? "" : wrong);
        assertTrue(!text.equals(GOOD), "the mistake was planted");
        var reading = StoryFile.read(text.getBytes(StandardCharsets.UTF_8));
        var found = assertInstanceOf(StoryFile.Reading.Wrong.class, reading);
        Mistake first = found.mistakes().getFirst();
        assertEquals(line + " " + key, first.line() + " " + first.what().key(), text);
    }
}
