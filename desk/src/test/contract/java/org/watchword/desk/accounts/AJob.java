package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.HandPace;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;

/// Work that outlives its request, a piece at a time.
class AJob {
    private static final Instant START = Instant.parse("2021-02-04T12:00:00Z");
    private static final PersonId WREN = new PersonId(3);
    private static final PersonId FINCH = new PersonId(4);

    private final HandClock clock = new HandClock(START);
    private final HandPace pace = new HandPace();
    private final Set<PersonId> shut = new HashSet<>();
    private final Jobs jobs = new Jobs(clock, pace, who -> !shut.contains(who));
    private final List<Object> done = new ArrayList<>();

    /// Counts to four.
    private final class Counting implements JobWork {
        private static final long ALL = 4;

        private final Object about;
        private boolean hasKeys = true;
        private Runnable within = () -> {};
        private long counted;

        Counting(Object about) {
            this.about = about;
        }

        @Override
        public Sentence name() {
            return Sentence.of("counting", "what", about);
        }

        @Override
        public Object about() {
            return about;
        }

        @Override
        public Piece next() {
            within.run();
            if (!hasKeys) {
                throw new IllegalStateException("this key was closed");
            }
            done.add(about);
            counted++;
            return counted < ALL
                    ? new Piece.More(counted, ALL)
                    : new Piece.Over(Sentence.of("counted"));
        }

        @Override
        public void close() {
            hasKeys = false;
        }
    }

    private Counting begun(PersonId owner, Object about) {
        var work = new Counting(about);
        assertInstanceOf(Jobs.Begun.Runs.class, jobs.begin(owner, work));
        return work;
    }

    private void rounds(int most) {
        for (int i = 0; i < most; i++) {
            var _ = pace.round();
        }
    }

    private List<String> ends(PersonId of) {
        return jobs.ended(of).stream().map(one -> one.how().key()).toList();
    }

    private long only() {
        assertEquals(1, jobs.running().size());
        return jobs.running().getFirst().id();
    }

    @Test
    void says_whose_it_is_how_far_it_came_and_until_when_it_holds_keys() {
        var work = begun(WREN, "sheep");
        var before = jobs.running().getFirst();
        assertEquals(
                new Jobs.Job(
                        before.id(),
                        WREN,
                        work.name(),
                        START,
                        START.plus(CaseLimits.JOB_LASTS),
                        0,
                        0),
                before);
        rounds(2);
        var now = jobs.running().getFirst();
        assertEquals(List.of(2L, 4L), List.of(now.done(), now.of()));
    }

    @Test
    void ends_with_its_work_and_lets_go_of_its_keys_and_of_the_thread() {
        var work = begun(WREN, "sheep");
        assertTrue(pace.isStarted());
        rounds(3);
        assertTrue(work.hasKeys);
        rounds(1);
        assertFalse(work.hasKeys);
        assertEquals(List.of(), jobs.running());
        assertEquals(List.of("counted"), ends(WREN));
        assertTrue(pace.round().isEmpty(), "the thread goes");
        begun(WREN, "sheep");
        assertEquals(2, pace.beats(), "and comes again");
        assertTrue(pace.round().isPresent());
    }

    @Test
    void takes_turns_with_the_others() {
        begun(WREN, "sheep");
        begun(FINCH, "goats");
        rounds(4);
        assertEquals(List.of("sheep", "goats", "sheep", "goats"), done);
    }

    @Test
    void is_alone_about_its_thing_and_a_second_one_keeps_no_keys() {
        begun(WREN, "sheep");
        var second = new Counting("sheep");
        var came = jobs.begin(FINCH, second);
        assertEquals(new Jobs.Begun.RunsAlready(jobs.running().getFirst()), came);
        assertFalse(second.hasKeys);
        rounds(4);
        begun(FINCH, "sheep");
    }

    @Test
    void is_cancelled_by_its_owner_and_by_nobody_else() {
        var work = begun(WREN, "sheep");
        assertFalse(jobs.cancel(FINCH, only()));
        assertTrue(work.hasKeys);
        assertTrue(jobs.cancel(WREN, only()));
        assertFalse(work.hasKeys);
        assertEquals(List.of("accounts.jobs.ended.cancelled"), ends(WREN));
        assertEquals(List.of(), ends(FINCH));
        assertFalse(jobs.runs("sheep"));
    }

    @Test
    void ends_when_the_case_files_of_its_owner_are_shut_and_others_go_on() {
        var wrens = Stream.of("sheep", "cows").map(one -> begun(WREN, one)).toList();
        var finchs = begun(FINCH, "goats");
        jobs.endAllOf(WREN);
        wrens.forEach(one -> assertFalse(one.hasKeys));
        assertTrue(finchs.hasKeys);
        assertTrue(jobs.runs("goats"));
    }

    @Test
    void is_not_begun_by_who_was_shut_out_of_case_files_while_it_was_made() {
        shut.add(WREN);
        var work = new Counting("sheep");
        assertEquals(new Jobs.Begun.Shut(), jobs.begin(WREN, work));
        assertFalse(work.hasKeys);
        assertEquals(List.of(), jobs.running());
    }

    @Test
    void ends_after_half_an_hour_before_its_next_piece() {
        var work = begun(WREN, "sheep");
        clock.pass(CaseLimits.JOB_LASTS.minusMillis(1));
        rounds(1);
        assertTrue(work.hasKeys);
        clock.pass(Duration.ofMillis(1));
        rounds(1);
        assertFalse(work.hasKeys);
        assertEquals(List.of("sheep"), done);
        assertEquals(List.of("accounts.jobs.ended.long"), ends(WREN));
    }

    @Test
    void ends_after_half_an_hour_also_when_the_wall_clock_is_set_back() {
        var work = begun(WREN, "sheep");
        clock.pass(CaseLimits.JOB_LASTS);
        clock.jump(CaseLimits.JOB_LASTS.negated());
        rounds(1);
        assertFalse(work.hasKeys);
    }

    @Test
    void ends_after_half_an_hour_also_while_a_piece_hangs() {
        var work = begun(WREN, "sheep");
        work.within = pace::passes;
        rounds(1);
        assertFalse(work.hasKeys);
        assertEquals(List.of(), done);
        assertEquals(List.of("accounts.jobs.ended.long"), ends(WREN), "and is not called broken");
    }

    @Test
    void that_breaks_off_lets_go_of_its_keys_and_the_others_go_on() {
        var broken = begun(WREN, "sheep");
        broken.within =
                () -> {
                    throw new IllegalStateException("something of ours");
                };
        begun(FINCH, "goats");
        rounds(2);
        assertFalse(broken.hasKeys);
        assertEquals(List.of("goats"), done);
        assertEquals(List.of("accounts.jobs.ended.broken"), ends(WREN));
    }

    @Test
    void ends_with_the_desk_and_none_begins_any_more() {
        var work = begun(WREN, "sheep");
        jobs.close();
        assertFalse(work.hasKeys);
        assertEquals(List.of(CaseLimits.JOB_ENDS_WITHIN), pace.waited());
        var late = new Counting("goats");
        assertInstanceOf(Jobs.Begun.TooMany.class, jobs.begin(FINCH, late));
        assertFalse(late.hasKeys);
    }

    @Test
    void is_not_begun_beyond_what_one_person_may_have_while_others_may() {
        for (int i = 0; i < CaseLimits.JOBS_PER_PERSON; i++) {
            begun(WREN, i);
        }
        var more = new Counting("sheep");
        assertInstanceOf(Jobs.Begun.TooMany.class, jobs.begin(WREN, more));
        assertFalse(more.hasKeys);
        begun(FINCH, "sheep");
    }
}
