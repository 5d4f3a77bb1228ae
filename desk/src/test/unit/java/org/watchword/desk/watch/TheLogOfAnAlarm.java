package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.desk.watch.Night.ALDER;
import static org.watchword.desk.watch.Night.BIRCH;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.SMS;
import static org.watchword.desk.watch.Night.SWIFT;
import static org.watchword.desk.watch.Night.TERN;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.PersonId;

/// The log is what the next officer reads and what is asked for afterwards: who was rung over what,
/// who said what, and why somebody was not rung.
class TheLogOfAnAlarm {
    private static List<String> lines(Night night) {
        return night.only(Effect.Log.class).stream().map(log -> line(log.entry())).toList();
    }

    private static String line(Entry entry) {
        return entry.kind().word()
                + entry.person().map(one -> " " + name(one)).orElse("")
                + entry.other().map(one -> " and " + name(one)).orElse("")
                + entry.word()
                        .map(word -> word.who().equals(ALDER) ? " alder" : " birch")
                        .orElse("")
                + entry.channel()
                        .map(way -> way.equals(SMS) ? " over sms" : " over mail")
                        .orElse("")
                + (entry.seconds() == 0 ? "" : " " + entry.seconds() + " s");
    }

    private static String name(PersonId person) {
        return List.of("wren", "finch", "heron", "swift", "tern").get((int) person.value() - 1);
    }

    private static Night ringing() {
        return Night.call().stepOver(SMS, FINCH).step(HERON).raised();
    }

    private static Event.SeenSafe seen(PersonId person) {
        return new Event.SeenSafe(person, Seen.VIDEO);
    }

    @Test
    void begins_with_who_raised_it_and_says_who_is_rung_over_what() {
        assertEquals(List.of("raised wren", "step-began", "rung finch over sms"), lines(ringing()));
    }

    @Test
    void says_what_refused_and_what_is_tried_instead_or_that_there_is_nothing() {
        var night = ringing();
        long ring = night.rings().getFirst().ring().generation();

        night.then(new Event.Refused(FINCH, Night.way(FINCH, SMS).address(), ring));
        assertEquals(List.of("refused finch over sms", "rung finch over mail"), lines(night));

        night.then(new Event.Refused(FINCH, Night.way(FINCH, Night.MAIL).address(), ring));
        assertEquals(List.of("refused finch over mail", "no-other-way finch"), lines(night));
    }

    @Test
    void says_of_an_address_that_is_gone_only_whose_it_was() {
        var night = ringing();

        night.then(new Event.Refused(FINCH, Night.way(HERON, SMS).address(), 99));

        assertEquals(List.of("refused finch"), lines(night));
    }

    @Test
    void says_why_a_step_was_passed_over() {
        var night = Night.call().step(WREN).step(FINCH).step(HERON).unreachable(FINCH).raised();

        assertEquals(
                List.of(
                        "raised wren",
                        "step-all-awake",
                        "step-reaches-nobody",
                        "step-began",
                        "rung heron over sms",
                        "rung heron over mail"),
                lines(night));
    }

    @Test
    void says_that_everybody_of_a_step_is_spared_for_an_unproven_answer() {
        var night = Night.call().step(FINCH).step(HERON).raised();
        night.then(new Event.AnsweredUnproven(FINCH, Standing.Way.LINK));
        assertEquals(List.of("unproven-link finch", "waits-once-more 120 s"), lines(night));
        night.timerFires().timerFires();

        assertEquals("step-all-unproven", lines(night).getFirst());
    }

    @Test
    void says_why_each_step_of_a_ladder_that_reaches_nobody_does_not() {
        var night = Night.call().step(FINCH).unreachable(FINCH).raised();

        assertEquals(
                List.of("raised wren", "step-reaches-nobody", "ladder-reaches-nobody"),
                lines(night));
    }

    @Test
    void says_who_is_on_it_still_on_it_and_no_more() {
        var night = ringing().acknowledges(FINCH);
        assertEquals(List.of("acknowledged finch", "held"), lines(night));

        assertEquals(List.of("still-on-it finch"), lines(night.acknowledges(FINCH)));

        night.timerFires();
        assertEquals(
                List.of("lapsed wren", "lapsed finch", "held-no-more"), lines(night).subList(0, 3));
    }

    @Test
    void calls_nobody_still_on_it_who_only_raised_it() {
        assertEquals(List.of("acknowledged wren"), lines(ringing().acknowledges(WREN)));
    }

    @Test
    void says_who_passed_it_on_to_whom_and_who_took_it_from_whom() {
        var night = ringing().acknowledges(FINCH).then(new Event.PassedOn(FINCH, SWIFT));
        assertEquals("passed-on finch and swift", lines(night).getFirst());

        night.acknowledges(SWIFT);
        assertEquals(List.of("handed-over finch and swift", "acknowledged swift"), lines(night));
    }

    @Test
    void says_who_vouched_for_whom() {
        var night = ringing().then(new Event.AnsweredUnproven(FINCH, Standing.Way.REPLY));
        assertEquals("unproven-reply finch", lines(night).getFirst());

        night.then(new Event.Confirmed(FINCH, WREN));

        assertEquals(List.of("confirmed finch and wren", "held"), lines(night));
    }

    @Test
    void says_who_left_the_team() {
        var night = ringing();
        night.members.remove(FINCH);

        night.then(new Event.MembersChanged());

        assertEquals("left finch", lines(night).getFirst());
    }

    @Test
    void says_who_saw_the_person_and_who_ended_it() {
        var night = ringing().then(seen(HERON));
        assertEquals(List.of("seen-safe heron"), lines(night));

        assertEquals(List.of("seen-safe finch", "ended finch"), lines(night.then(seen(FINCH))));
    }

    @Test
    void says_the_same_of_an_end_with_the_lead_and_of_an_alarm_about_nobody() {
        var led = Night.about(AlarmKind.HELP, ALDER).step(WREN).leads(SWIFT).raised();
        assertEquals(List.of("seen-safe swift"), lines(led.then(seen(SWIFT))));
        assertEquals(List.of("seen-safe tern", "ended tern"), lines(led.then(seen(TERN))));

        var desks = Night.of(AlarmKind.DESK).step(WREN).raised().then(new Event.EndedBy(WREN));
        assertEquals(List.of("seen-safe wren", "ended wren"), lines(desks));
    }

    @Test
    void says_another_ladder_and_a_clock_set_back_and_who_looked() {
        var night = ringing().then(new Event.LadderChanged(new LadderId(2)));
        assertEquals("ladder-changed", lines(night).getFirst());

        night.after(Duration.ofMinutes(-5));
        night.then(new Event.ClockSetBack(Duration.ofMinutes(5), night.now));
        assertEquals(List.of("clock-set-back 300 s"), lines(night));

        night.acknowledges(FINCH).then(new Event.SomethingAdded(Optional.of(HERON)));
        assertEquals(List.of("call-added heron"), lines(night));
        assertEquals(List.of("looked finch"), lines(night.then(new Event.Looked(FINCH))));
        assertEquals(List.of(), lines(night.then(new Event.Looked(FINCH))), "nothing was new");
    }

    @Test
    void says_one_line_for_all_that_strangers_add_before_somebody_looks() {
        var night = Night.of(AlarmKind.UNKNOWN_CALLERS).step(FINCH).raised();
        assertEquals(List.of(), lines(night.then(added(Optional.empty()))), "people are rung");
        assertEquals(List.of("call-added heron"), lines(night.then(added(Optional.of(HERON)))));
        night.acknowledges(FINCH);

        assertEquals(List.of("call-added"), lines(night.then(added(Optional.empty()))));
        assertEquals(List.of(), lines(night.then(added(Optional.empty()))));
    }

    private static Event added(Optional<PersonId> by) {
        return new Event.SomethingAdded(by);
    }

    @Test
    void says_whose_word_came_and_what_became_of_it() {
        var night = Night.about(AlarmKind.SILENCE, ALDER, BIRCH).step(WREN).raised();
        assertEquals(List.of("late-word birch over sms"), lines(night.word(BIRCH, Meaning.OK)));
        assertEquals(List.of("word-noted birch over sms"), lines(night.word(BIRCH, Meaning.OK)));
        assertEquals(List.of("contact alder over sms"), lines(night.word(ALDER, Meaning.CONTACT)));
        assertEquals("help-word alder over sms", lines(night.word(ALDER, Meaning.HELP)).getFirst());
        assertEquals(
                "do-not-call alder over sms", lines(night.word(ALDER, Meaning.DURESS)).getFirst());
    }

    @Test
    void says_that_a_late_word_holds_the_ladder_and_that_it_does_no_more() {
        var night = Night.about(AlarmKind.SILENCE, ALDER).stepOfAll(WREN, HERON).raised();
        night.acknowledges(WREN).word(ALDER, Meaning.OK);
        assertEquals(List.of("late-word alder over sms", "late-hold 900 s"), lines(night));

        night.word(ALDER, Meaning.HELP);

        assertEquals("hold-over", lines(night).getLast());
    }

    @Test
    void says_how_late_a_timer_was_from_five_seconds_on() {
        var night = ringing();
        night.now = night.timer().at().plusMillis(4_999);
        assertEquals("step-began", lines(night.timerFires()).getFirst());

        night.now = night.timer().at().plusSeconds(5);
        assertEquals("fired-late 5 s", lines(night.timerFires()).getFirst());
    }
}
