package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Wren, Finch and Heron, of whom anybody can be on duty, and a rota over a real store on which
/// nobody stands yet.
abstract class ThreeOnARota {
    static final Instant NOW = Instant.parse("2021-02-04T08:00:00Z");

    @TempDir Path directory;
    TeamOnDisk team;
    Rota rota;
    RotaDesk desk;
    RoleId duty;
    PersonId wren;
    PersonId finch;
    PersonId heron;

    @BeforeEach
    final void threePeople() {
        team = new TeamOnDisk(directory, NOW);
        duty = team.role("duty", "answer", "people");
        wren = team.stub(1, "Wren", duty);
        finch = team.stub(2, "Finch", duty);
        heron = team.stub(3, "Heron", duty);
        rota = new Rota(team.accounts.people(), ZoneId.of("UTC"));
        desk = new RotaDesk(team.store, rota);
    }

    @AfterEach
    final void close() {
        team.close();
    }

    /// So many hours from now.
    static Instant hour(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    static Span span(int from, int to) {
        return new Span(hour(from), hour(to));
    }

    final Planned plan(PersonId who, Span time) {
        return desk.plan(new RotaDesk.Plan(duty, who, time.from(), time.to()), NOW);
    }

    static long done(Planned planned) {
        return assertInstanceOf(Planned.Done.class, planned).id();
    }

    static String refused(Planned planned) {
        return assertInstanceOf(Planned.Refused.class, planned).why().key();
    }

    final List<Duty> duties(Instant at) {
        return team.store.read(h -> rota.onDuty(h, duty, at));
    }

    final List<PersonId> onDuty(Instant at) {
        return duties(at).stream().map(Duty::person).toList();
    }

    final List<PersonId> onDuty(int hour) {
        return onDuty(hour(hour));
    }
}
