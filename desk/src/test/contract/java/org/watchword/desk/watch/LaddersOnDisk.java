package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;
import static org.watchword.desk.watch.NightDesk.step;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.rota.Rota;
import org.watchword.desk.rota.RotaDesk;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Writer.Lane;

class LaddersOnDisk {
    private static final LadderId FIRST = new LadderId(1);
    @TempDir Path dir;
    private NightDesk desk;
    private Ladders ladders;

    @BeforeEach
    void found() {
        desk = NightDesk.founded(dir);
        ladders = desk.watch.ladders();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void the_first_one_rings_when_nothing_else_is_named() {
        desk.ladder(step(new Duty.OfPerson(HERON)));

        assertEquals(List.of(true, false), ladders.all().stream().map(Ladder::isDefault).toList());
    }

    @Test
    void come_back_as_they_were_saved() {
        var steps =
                List.of(
                        new Ladder.Step(
                                List.of(new Duty.OfRole(NightDesk.DUTY), new Duty.OfPerson(HERON)),
                                List.of(new ChannelId(2)),
                                Duration.ofSeconds(90),
                                true),
                        step(new Duty.OfPerson(FINCH)));

        ladders.change(FIRST, "Night", steps);

        assertEquals(Optional.of(new Ladder(FIRST, "Night", true, steps)), ladders.ladder(FIRST));
    }

    @Test
    void a_change_reaches_a_running_alarm_at_once() {
        AlarmId alarm = desk.raise(WREN);

        ladders.change(
                FIRST,
                "Night",
                List.of(step(new Duty.OfRole(NightDesk.DUTY), new Duty.OfPerson(HERON))));

        assertEquals(List.of(FINCH, HERON), desk.waiting(alarm));
    }

    @Test
    void without_a_step_still_ring_everybody() {
        ladders.change(FIRST, "Empty", List.of());

        assertEquals(List.of(FINCH, HERON), desk.waiting(desk.raise(WREN)));
    }

    @Test
    void a_code_names_own_ladder_rings_from_the_moment_it_is_named() {
        var own = desk.ladder(step(new Duty.OfPerson(HERON)));
        ladders.addCodename("Alder", "", Optional.of(own));
        AlarmId alarm = desk.raise(WREN);
        var call = desk.room(alarm).calls().getFirst().id();

        desk.watch.addToCall(alarm, call, CallField.WHO, "alder", WREN);

        assertTrue(desk.waiting(alarm).contains(HERON));
    }

    @Test
    void that_are_needed_are_not_taken_away() {
        var own = desk.ladder(step(new Duty.OfPerson(HERON)));
        var codename =
                assertInstanceOf(
                        Codename.Done.class, ladders.addCodename("Alder", "", Optional.of(own)));

        assertInstanceOf(Ladder.Refused.class, ladders.remove(FIRST));
        assertInstanceOf(Ladder.Refused.class, ladders.remove(own));
        ladders.retireCodename(codename.id());
        assertInstanceOf(Ladder.Done.class, ladders.remove(own));
    }

    @Test
    void a_name_is_given_once_and_free_again_when_it_is_retired() {
        var first = desk.codename("Alder", "Plan");

        assertInstanceOf(
                Codename.Refused.class, ladders.addCodename("  ALDER ", "", Optional.empty()));
        ladders.retireCodename(first);
        assertInstanceOf(Codename.Done.class, ladders.addCodename("Alder", "", Optional.empty()));
        assertEquals(1, ladders.codenames().size());
    }

    @Test
    void a_plan_of_five_hundred_characters_fits_and_one_more_does_not() {
        assertInstanceOf(
                Codename.Done.class, ladders.addCodename("A", "ж".repeat(500), Optional.empty()));
        assertInstanceOf(
                Codename.Refused.class,
                ladders.addCodename("B", "ж".repeat(501), Optional.empty()));
    }

    @Test
    void that_would_fail_somebody_are_flagged() {
        var nobody = new PersonId(9);
        desk.team.stub(9, "Lark");
        ladders.change(
                FIRST,
                "Night",
                List.of(
                        step(new Duty.OfRole(new RoleId("lawyer"))),
                        step(new Duty.OfPerson(nobody)),
                        step(new Duty.OfRole(NightDesk.DUTY))));

        assertEquals(
                List.of(
                        new Flag.NobodyLeads(),
                        new Flag.RoleWithoutHolder(FIRST, 1, new RoleId("lawyer")),
                        new Flag.StepReachesNobody(FIRST, 1),
                        new Flag.PersonWithoutAddress(FIRST, 2, nobody),
                        new Flag.StepReachesNobody(FIRST, 2),
                        new Flag.GapNow(FIRST, 3, NightDesk.DUTY)),
                ladders.flags());
    }

    @Test
    void ring_no_address_that_its_owner_has_not_proved_and_say_so() {
        ladders.change(FIRST, "Night", List.of(step(new Duty.OfPerson(FINCH))));
        int _ =
                PastTheDesk.execute(
                        desk.team.store,
                        "UPDATE address SET proved_at = NULL WHERE person = ?",
                        FINCH.value());

        AlarmId alarm = desk.raise(WREN);

        assertEquals(List.of(), desk.messages(alarm));
        assertTrue(ladders.flags().contains(new Flag.PersonWithoutAddress(FIRST, 1, FINCH)));
    }

    @Test
    void over_one_channel_alone_are_flagged() {
        desk.team
                .store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            desk.delivery.channels().switchTo(turn, new ChannelId(2), false);
                            return true;
                        });

        assertTrue(ladders.flags().contains(new Flag.OnlyOneChannel(FIRST, new ChannelId(1))));
    }

    @Test
    void whoever_takes_the_shift_is_rung_in_the_running_step() {
        var rota =
                new RotaDesk(
                        desk.team.store, new Rota(desk.team.accounts.people(), NightDesk.ZONE));
        rota.takeOver(NightDesk.DUTY, WREN, Optional.of(Duration.ofHours(2)), desk.clock.instant());
        AlarmId alarm = desk.raise(HERON);
        assertEquals(List.of(WREN), desk.waiting(alarm));
        desk.pass(Duration.ofSeconds(1));

        rota.takeOver(
                NightDesk.DUTY, FINCH, Optional.of(Duration.ofHours(2)), desk.clock.instant());
        desk.pass(Duration.ofSeconds(6));

        await(
                () -> desk.waiting(alarm).equals(List.of(WREN, FINCH)),
                () -> "rung: " + desk.waiting(alarm));
    }
}
