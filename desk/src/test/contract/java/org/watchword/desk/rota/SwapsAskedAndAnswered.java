package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;

/// Wren comes from the fourth to the eighth hour, Finch from the tenth to the twelfth.
class SwapsAskedAndAnswered extends ThreeOnARota {
    private final List<Sentence> told = new ArrayList<>();
    private Swaps swaps;

    @BeforeEach
    void twoShifts() {
        swaps =
                new Swaps(
                        team.store,
                        rota,
                        team.accounts.people(),
                        new Notices() {
                            @Override
                            public void tell(Sentence what) {
                                told.add(what);
                            }

                            @Override
                            public void ring(Sentence what) {
                                throw new AssertionError("a swap wakes nobody");
                            }
                        });
        done(plan(wren, span(4, 8)));
        done(plan(finch, span(10, 12)));
    }

    private Swaps.Wish wish(Span gives, Optional<Span> takes) {
        return new Swaps.Wish(duty, wren, finch, gives, takes);
    }

    private long asked() {
        return done(swaps.ask(wish(span(4, 8), Optional.of(span(10, 12))), NOW));
    }

    private List<Long> open(PersonId who) {
        return team.store.read(h -> swaps.open(h, who, NOW)).stream().map(Swap::id).toList();
    }

    @Test
    void both_see_what_was_asked_until_it_is_answered_and_are_told_by_name() {
        long id = asked();
        assertEquals(List.of(id), open(wren));
        assertEquals(List.of(id), open(finch));
        assertEquals(List.of(), open(heron));

        done(swaps.accept(id, finch, NOW));

        assertEquals(List.of(), open(wren));
        assertEquals(List.of(finch), onDuty(5));
        assertEquals(List.of(wren), onDuty(11));
        var names = Map.<String, Object>of("asker", "Wren", "other", "Finch");
        assertEquals(
                List.of(
                        new Sentence("rota.told.swap-asked", names),
                        new Sentence("rota.told.swap-accepted", names)),
                told);
    }

    @Test
    void what_was_answered_is_answered_for_good() {
        long id = asked();
        done(swaps.decline(id, finch, NOW));
        told.clear();

        assertEquals("rota.refused.swap_gone", refused(swaps.accept(id, finch, NOW)));
        assertEquals("rota.refused.swap_gone", refused(swaps.decline(id, finch, NOW)));
        assertEquals("rota.refused.swap_gone", refused(swaps.withdraw(id, wren, NOW)));
        assertEquals(List.of(), told);
        assertEquals(List.of(), open(finch));
        assertEquals(List.of(wren), onDuty(5));
    }

    @Test
    void only_the_other_answers_and_only_the_asker_withdraws() {
        long id = asked();
        for (PersonId not : List.of(wren, heron)) {
            assertEquals("rota.refused.swap_gone", refused(swaps.accept(id, not, NOW)));
            assertEquals("rota.refused.swap_gone", refused(swaps.decline(id, not, NOW)));
        }
        for (PersonId not : List.of(finch, heron)) {
            assertEquals("rota.refused.swap_gone", refused(swaps.withdraw(id, not, NOW)));
        }
        assertEquals(List.of(id), open(finch));

        assertEquals(id, done(swaps.withdraw(id, wren, NOW)));

        assertEquals(List.of(), open(finch));
        assertEquals("rota.refused.swap_gone", refused(swaps.accept(id, finch, NOW)));
    }

    @Test
    void what_has_begun_is_not_swapped() {
        for (int at : new int[] {4, 5}) {
            var late = swaps.ask(wish(span(4, 8), Optional.empty()), hour(at));
            assertEquals("rota.refused.swap_begun", refused(late));
        }
        var back = new Swaps.Wish(duty, finch, wren, span(10, 12), Optional.of(span(4, 8)));
        assertEquals("rota.refused.swap_begun", refused(swaps.ask(back, hour(4))));
        done(swaps.ask(back, hour(4).minusMillis(1)));
    }

    @Test
    void what_is_not_wholly_ones_own_is_not_swapped() {
        var mine = swaps.ask(wish(span(4, 9), Optional.empty()), NOW);
        assertEquals("rota.refused.swap_not_yours", refused(mine));
        var theirs = swaps.ask(wish(span(4, 8), Optional.of(span(9, 12))), NOW);
        assertEquals("rota.refused.swap_not_theirs", refused(theirs));
        done(swaps.ask(wish(span(5, 7), Optional.of(span(11, 12))), NOW));
    }

    @Test
    void nobody_is_asked_to_come_where_he_comes_anyway() {
        done(plan(finch, span(6, 9)));

        var refused =
                assertInstanceOf(
                        Planned.Refused.class, swaps.ask(wish(span(4, 8), Optional.empty()), NOW));

        assertEquals("rota.refused.there_anyway", refused.why().key());
        assertEquals("takes", refused.field());
    }

    @Test
    void what_can_no_longer_be_is_not_accepted() {
        long id = asked();

        assertEquals("rota.refused.swap_begun", refused(swaps.accept(id, finch, hour(5))));
        assertEquals(List.of(wren), onDuty(5));
    }
}
