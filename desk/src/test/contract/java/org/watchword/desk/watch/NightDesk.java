package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.basis.Patience.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.DeliveryPolicy;
import org.watchword.desk.delivery.MessageState;
import org.watchword.desk.delivery.PaperKind;
import org.watchword.desk.delivery.SentMessage;
import org.watchword.desk.rota.Rota;
import org.watchword.desk.store.Writer.Lane;

/// The watch over a real store, with a team, two channels that nobody fetches from, and the clocks
/// in hand. A second one over the same directory is the desk started again.
final class NightDesk implements AutoCloseable {
    static final Instant START = Instant.parse("2021-02-04T12:00:40Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    static final PersonId WREN = new PersonId(1);
    static final PersonId FINCH = new PersonId(2);
    static final PersonId HERON = new PersonId(3);
    static final RoleId DUTY = new RoleId("duty");
    static final Language EN = new Language("en");
    static final Language RU = new Language("ru");

    static final String LINK = "https://desk.example";

    final Phones phones = new Phones();
    final TeamOnDisk team;
    final Delivery delivery;
    final Watch watch;
    final HandClock clock;

    private NightDesk(Path dir, HandClock clock) {
        this.clock = clock;
        team = new TeamOnDisk(dir, clock.instant());
        var ground = new Delivery.Ground(clock, team.vault.fieldSeal(), team.vault.keyedHash());
        var book = WordBook.read(List.of(EN, RU), List.of(Delivery.class, Watch.class));
        delivery =
                new Delivery(
                        team.store,
                        ground,
                        book,
                        List.of(new PaperKind(), phones),
                        DeliveryPolicy.usual());
        var people = team.accounts.people();
        watch =
                new Watch(
                        team.store,
                        ground,
                        delivery,
                        new Team(
                                people,
                                new Rota(people, ZONE),
                                delivery.addresses(),
                                delivery.channels()),
                        new Watch.Manner(
                                book,
                                ZONE,
                                EN,
                                Policy.DEFAULT,
                                new Watch.Links(() -> LINK, new SecureRandom())));
    }

    /// A new desk with Wren, Finch and Heron, each with two addresses, and a ladder: whoever is on
    /// duty, two minutes, then Heron.
    static NightDesk founded(Path dir) {
        var desk = new NightDesk(dir, new HandClock(START));
        desk.team.role("duty", "answer");
        desk.channel("SMS");
        desk.channel("Mail");
        desk.join(WREN, "Wren", DUTY);
        desk.join(FINCH, "Finch", DUTY);
        desk.join(HERON, "Heron");
        desk.ladder(step(new Duty.OfRole(DUTY)), step(new Duty.OfPerson(HERON)));
        desk.watch.start();
        return desk;
    }

    /// The desk of that directory, started again after so long.
    static NightDesk again(Path dir, NightDesk before, Duration later) {
        var desk = new NightDesk(dir, new HandClock(before.clock.instant().plus(later)));
        desk.watch.start();
        return desk;
    }

    static Ladder.Step step(Duty... duties) {
        return new Ladder.Step(List.of(duties), List.of(), Duration.ofMinutes(2), false);
    }

    LadderId ladder(Ladder.Step... steps) {
        return assertInstanceOf(Ladder.Done.class, watch.ladders().add("A ladder", List.of(steps)))
                .id();
    }

    CodenameId codename(String name, String plan) {
        return assertInstanceOf(
                        Codename.Done.class,
                        watch.ladders().addCodename(name, plan, java.util.Optional.empty()))
                .id();
    }

    ChannelId channel(String label) {
        return team.store
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn ->
                                delivery.channels()
                                        .add(turn, label, new PaperKind().name(), Map.of()));
    }

    void join(PersonId id, String name, RoleId... roles) {
        team.stub(id.value(), name, roles);
        for (long channel = 1; channel <= 2; channel++) {
            var over = new ChannelId(channel);
            team.store
                    .writer()
                    .write(
                            Lane.ORDINARY,
                            turn -> delivery.addresses().addProved(turn, id, over, "at " + name));
        }
    }

    AlarmId raise(PersonId by) {
        var reply = watch.raiseNow("form-" + System.nanoTime(), by);
        return assertInstanceOf(RaiseReply.Raised.class, reply).alarm();
    }

    AlarmRoom room(AlarmId alarm) {
        return watch.room(alarm).orElseThrow();
    }

    List<SentMessage> messages(AlarmId alarm) {
        return team.store.read(
                handle -> delivery.outbox().concerning(handle, "alarm-" + alarm.value()));
    }

    /// Who has a message that still waits, each once.
    List<PersonId> waiting(AlarmId alarm) {
        return messages(alarm).stream()
                .filter(message -> message.state() == MessageState.QUEUED)
                .map(SentMessage::person)
                .distinct()
                .toList();
    }

    List<LogKind> log(AlarmId alarm) {
        return room(alarm).log().stream().map(AlarmRoom.Line::kind).toList();
    }

    /// Lets time pass on both clocks until whatever is due by then has been kept.
    void pass(Duration time) {
        clock.pass(time);
        await(watch::isIdle, () -> "the watch is still busy");
    }

    @Override
    public void close() {
        watch.close();
        delivery.close();
        team.close();
    }
}
