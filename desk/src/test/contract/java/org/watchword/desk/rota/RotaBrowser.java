package org.watchword.desk.rota;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Accounts;
import org.watchword.desk.accounts.SignedIn;
import org.watchword.desk.accounts.StaffPages;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.DeliveryPolicy;
import org.watchword.desk.delivery.PaperKind;
import org.watchword.desk.web.StaffListener;

/// The pages of the rota over a real store, in a browser, with ladders that name what a test says.
final class RotaBrowser implements AutoCloseable {
    final TeamOnDisk team;
    final RotaTools tools;
    final StaffPages pages;
    final Delivery delivery;
    final Set<RoleId> relied = new HashSet<>();
    final Set<PersonId> named = new HashSet<>();
    final List<String> told = new ArrayList<>();

    RotaBrowser(TeamOnDisk team, ZoneId zone) {
        this.team = team;
        var people = team.accounts.people();
        var ground =
                new Delivery.Ground(team.clock, team.vault.fieldSeal(), team.vault.keyedHash());
        var words =
                WordBook.read(
                        List.of(TeamOnDisk.EN, StaffPages.RU), List.of(Delivery.class, Rota.class));
        delivery =
                new Delivery(
                        team.store,
                        ground,
                        words,
                        List.of(new PaperKind()),
                        DeliveryPolicy.usual());
        tools =
                new RotaTools(
                        team.store,
                        people,
                        new Rota(people, zone),
                        new Naming(),
                        new RotaTools.Reach(delivery.addresses(), delivery.channels()),
                        team.vault.fieldSeal(),
                        new Telling(),
                        AtOnce.on(team.store),
                        team.clock);
        var rota = new RotaPages(tools);
        var routes =
                Stream.concat(
                        rota.routes().stream(),
                        team
                                .accounts
                                .routes(List.of(TeamOnDisk.EN), List.of(), AtOnce.on(team.store))
                                .stream());
        pages =
                new StaffPages(
                        team,
                        List.of(StaffListener.class, Accounts.class, Rota.class),
                        routes.toList(),
                        rota.fillers(),
                        RotaPages.menu());
    }

    /// From now on the browser is this person's.
    void as(PersonId person) {
        pages.carry(SignedIn.openSession(team, person));
        pages.get("/sessions");
    }

    private final class Naming implements Relied {
        @Override
        public Set<RoleId> roles(Handle handle) {
            return relied;
        }

        @Override
        public Set<PersonId> people(Handle handle) {
            return named;
        }
    }

    private final class Telling implements Notices {
        @Override
        public void tell(Sentence what) {
            told.add(what.key());
        }

        @Override
        public void ring(Sentence what) {
            throw new AssertionError("the rota wakes nobody");
        }
    }

    @Override
    public void close() {
        pages.close();
        team.close();
    }
}
