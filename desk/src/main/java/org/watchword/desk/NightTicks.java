package org.watchword.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Tick;
import org.watchword.desk.basis.Ticks;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Channels;

/// What only several rooms together can say about "Before the first night": people, their
/// addresses, the channels and the rota.
final class NightTicks implements Ticks {
    private static final int SIGN_IN = 2;
    private static final int RUNG = 3;
    private static final int CHANNELS = 2;
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Desk.Rooms rooms;
    private final InstantSource clock;

    NightTicks(Desk.Rooms rooms, InstantSource clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    @Override
    public List<Tick> now(Handle handle) {
        var answering = answering(handle);
        return List.of(
                signIn(answering.size()), ring(handle, answering), channels(handle), rota(handle));
    }

    private List<Person> answering(Handle handle) {
        var people = rooms.accounts().people();
        return people.actingPeople(handle).stream()
                .filter(p -> people.capabilities(handle, p.id()).contains(Capability.ANSWER))
                .toList();
    }

    private static Tick signIn(int count) {
        boolean well = count >= SIGN_IN;
        return new Tick(
                "sign-in",
                well,
                said(well, "cli.tick.sign-in.well", "cli.tick.sign-in.do", count),
                "/people/invite");
    }

    private static Sentence said(boolean well, String holds, String todo, int count) {
        return Sentence.of(well ? holds : todo, "count", count);
    }

    private Tick ring(Handle handle, List<Person> answering) {
        int count =
                (int)
                        answering.stream()
                                .filter(person ->
                                        addresses(handle, person).stream()
                                                .anyMatch(Address::usable))
                                .count();
        boolean well = count >= RUNG;
        return new Tick(
                "people-rung",
                well,
                said(well, "cli.tick.ring.well", "cli.tick.ring.do", count),
                "/people");
    }

    private List<Address> addresses(Handle handle, Person person) {
        return rooms.delivery().addresses().of(handle, person.id());
    }

    /// Proven by somebody of the team who answered over it; what is told by hand proves nothing.
    private Tick channels(Handle handle) {
        Set<ChannelId> proven = new HashSet<>();
        for (Person person : answering(handle)) {
            addresses(handle, person).stream()
                    .filter(Address::usable)
                    .forEach(address -> proven.add(address.channel()));
        }
        var live =
                rooms.delivery().channels().all(handle).stream()
                        .filter(Channels.Setup::active)
                        .filter(setup -> !rooms.delivery().byHand(setup.kind()))
                        .map(Channels.Setup::id)
                        .toList();
        proven.retainAll(live);
        boolean well = proven.size() >= CHANNELS;
        return new Tick(
                "channels-proven",
                well,
                said(well, "cli.tick.channels.well", "cli.tick.channels.do", proven.size()),
                live.size() < CHANNELS ? "/channels" : "/addresses");
    }

    private Tick rota(Handle handle) {
        Instant now = clock.instant();
        Instant end = now.plus(AHEAD);
        var planned = new ArrayList<RoleId>(rooms.rota().rolesWithShifts(handle));
        int holes =
                planned.stream()
                        .mapToInt(role -> rooms.rota().holesBetween(handle, role, now, end).size())
                        .sum();
        if (planned.isEmpty()) {
            return new Tick("rota-gap", false, Sentence.of("cli.tick.rota.none"), "/rota");
        }
        return new Tick(
                "rota-gap",
                holes == 0,
                said(holes == 0, "cli.tick.rota.well", "cli.tick.rota.do", holes),
                "/rota");
    }
}
