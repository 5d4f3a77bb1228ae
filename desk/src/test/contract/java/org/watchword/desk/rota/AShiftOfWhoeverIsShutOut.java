package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.Belonging;
import org.watchword.desk.accounts.OneIsOut;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.Sentence;

/// Wren comes from the fourth to the eighth hour, Finch from the tenth to the twelfth. Whoever
/// reads the rota at night is to see who comes, and where nobody does.
class AShiftOfWhoeverIsShutOut extends ThreeOnARota {
    private Swaps swaps;

    @BeforeEach
    void twoShifts() {
        swaps = new Swaps(team.store, rota, team.accounts.people(), new Quiet());
        done(plan(wren, span(4, 8)));
        done(plan(finch, span(10, 12)));
    }

    /// Nobody is told here.
    private static final class Quiet implements Notices {
        @Override
        public void tell(Sentence what) {
            // nobody looks
        }

        @Override
        public void ring(Sentence what) {
            throw new AssertionError("the rota wakes nobody");
        }
    }

    private List<Hole> holes() {
        return team.store.read(h -> rota.holesBetween(h, duty, hour(4), hour(12)));
    }

    @Test
    void is_a_gap_until_he_is_let_in_again() {
        assertEquals(List.of(new Hole(hour(8), hour(10))), holes());
        team.accounts.ask(new OneIsOut(wren));
        assertEquals(List.of(), onDuty(5));
        assertEquals(List.of(new Hole(hour(4), hour(10))), holes());
        team.accounts.ask(Belonging.NOT_KNOWN);
        assertEquals(List.of(wren), onDuty(5));
    }

    @Test
    void that_he_took_over_gives_way_to_the_plan() {
        done(desk.takeOver(duty, heron, Optional.of(Duration.ofHours(9)), NOW));
        assertEquals(List.of(heron), onDuty(5));
        team.accounts.ask(new OneIsOut(heron));
        assertEquals(List.of(wren), onDuty(5));
    }

    @Test
    void that_he_stands_in_for_is_the_other_ones_again() {
        done(desk.standIn(new RotaDesk.Instead(duty, heron, wren, span(4, 8), finch), NOW));
        assertEquals(List.of(heron), onDuty(5));
        team.accounts.ask(new OneIsOut(heron));
        assertEquals(List.of(wren), onDuty(5));
    }

    @Test
    void is_swapped_with_nobody() {
        var wish = new Swaps.Wish(duty, wren, finch, span(4, 8), Optional.of(span(10, 12)));
        long id = done(swaps.ask(wish, NOW));
        team.accounts.ask(new OneIsOut(wren));
        assertEquals(List.of(), team.store.read(h -> swaps.open(h, finch, NOW)));
        assertEquals("rota.refused.swap_not_yours", refused(swaps.accept(id, finch, NOW)));
        assertEquals(List.of(finch), onDuty(11));
    }
}
