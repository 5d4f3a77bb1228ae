package org.watchword.desk.watch;

import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.DeliveryPolicy;
import org.watchword.desk.delivery.PaperKind;
import org.watchword.desk.rota.Rota;

/// The watch of a team on disk, which rings on paper by the team's clock. It is not started.
public final class PaperWatch implements AutoCloseable {
    public final WordBook book;
    public final Delivery.Ground ground;
    public final Delivery delivery;
    public final Watch watch;

    /// @param others whose message files are needed beside those of messages and of the watch
    public PaperWatch(TeamOnDisk team, ZoneId zone, Class<?>... others) {
        book =
                WordBook.read(
                        List.of(TeamOnDisk.EN, new Language("ru")),
                        Stream.concat(Stream.of(Delivery.class, Watch.class), Stream.of(others))
                                .toList());
        ground = new Delivery.Ground(team.clock, team.vault.fieldSeal(), team.vault.keyedHash());
        delivery =
                new Delivery(
                        team.store, ground, book, List.of(new PaperKind()), DeliveryPolicy.usual());
        var people = team.accounts.people();
        var rung =
                new Team(people, new Rota(people, zone), delivery.addresses(), delivery.channels());
        var links = new Watch.Links(() -> "https://desk.example", new SecureRandom());
        watch =
                new Watch(
                        team.store,
                        ground,
                        delivery,
                        rung,
                        new Watch.Manner(book, zone, TeamOnDisk.EN, Policy.DEFAULT, links));
    }

    /// Ends without a word, as a killed program does.
    @Override
    public void close() {
        watch.close();
        delivery.close();
    }
}
