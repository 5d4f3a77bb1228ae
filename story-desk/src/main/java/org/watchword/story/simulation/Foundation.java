package org.watchword.story.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.watchword.desk.Desk;
import org.watchword.desk.Parts;
import org.watchword.desk.Wiring;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.People;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.DeliveryPolicy;
import org.watchword.desk.store.Reserve;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.SqliteSnapshot;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Duty;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.Stepping;
import org.watchword.desk.watch.silence.SilencePolicy;
import org.watchword.desk.watch.silence.WatchStepping;
import org.watchword.desk.watch.word.CardOrder;
import org.watchword.desk.watch.word.Cards;
import org.watchword.desk.watch.word.Contacts;

/// Founds the team that every history begins with, once in a process, through the rooms' own doors.
/// Only its people are written down by hand: nobody of them ever signs in.
final class Foundation {
    static final ZoneId ZONE = ZoneId.of("Europe/Vilnius");
    static final Language LANGUAGE = new Language("en");
    static final RoleId ON_DUTY = new RoleId("duty");
    static final RoleId LEADS = new RoleId("lead");
    private static final RoleId LAW = new RoleId("law");

    /// On duty by turns.
    static final List<Long> OFFICERS = List.of(1L, 2L, 3L);

    /// Leads cases.
    static final long LEAD = 4;

    /// Must answer beside an officer.
    static final long LAWYER = 5;

    static final List<Long> EVERYBODY = List.of(1L, 2L, 3L, LEAD, LAWYER);

    /// With a card and an address; the others are only ever awaited.
    static final int WITH_CARDS = 4;

    static final int CODENAMES = 40;
    static final long SMS = 1;
    static final long MAIL = 2;
    static final long PUSH = 3;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    static final Duration WHOLE_LADDER = Duration.ofMinutes(12);

    /// The usual one, but gateways are asked less often how they are: a message tells it sooner.
    private static final DeliveryPolicy PATIENCE = patience(DeliveryPolicy.usual());

    private static final Vault VAULT = vault();
    private static final Map<String, Founded> KEPT = new HashMap<>();

    private final Desk.Rooms rooms;

    private Foundation(Desk.Rooms rooms) {
        this.rooms = rooms;
    }

    private static Vault vault() {
        var random = new ChanceOfTheDesk(new SplittableRandom(1));
        try (var key = WatchKey.of(new Secret(random.generateSeed(32)))) {
            return new Vault(key, random);
        }
    }

    private static DeliveryPolicy patience(DeliveryPolicy usual) {
        return new DeliveryPolicy(
                usual.sendingAtOnce(),
                usual.backoff(),
                usual.tries(),
                Duration.ofMinutes(20),
                Duration.ofMinutes(1),
                usual.keptForFirst(),
                usual.receiptWithin(),
                usual.unheard());
    }

    /// What the rooms of one life are put together from.
    record Around(SimulatedClock clock, Life life, SeededPace pace, SplittableRandom random) {
        Parts parts(Gateways gateways) {
            return new Parts(
                    clock.of(life),
                    pace,
                    new ChanceOfTheDesk(random),
                    VAULT,
                    ZONE,
                    LANGUAGE,
                    () -> "https://desk.example",
                    List.of(gateways.kind(life, pace)),
                    PATIENCE,
                    Stepping.ENGINE,
                    WatchStepping.engine(SilencePolicy.DEFAULT));
        }
    }

    /// The founded desk; made at the first call.
    static synchronized Founded founded() {
        return KEPT.computeIfAbsent("", _ -> found());
    }

    private static Founded found() {
        try {
            Path directory = Files.createTempDirectory("simulation");
            Path file = directory.resolve("desk.db");
            try {
                var cards = foundIn(file);
                SqliteSnapshot.fold(file);
                return new Founded(Files.readAllBytes(file), cards);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Long, org.watchword.desk.watch.word.Card> foundIn(Path file) {
        var clock = new SimulatedClock(Instant.parse("2026-01-01T00:00:00Z"));
        var life = new Life();
        var chance = new Chance(0);
        var pace = new SeededPace(new Agenda(clock), life, chance.of("pace"));
        try (var store = Store.open(new SqliteEngine(file), NO_RESERVE)) {
            var around = new Around(clock, life, pace, chance.of("desk"));
            var parts = around.parts(new Gateways(chance, clock, _ -> {}));
            return new Foundation(Wiring.rooms(store, parts)).everything();
        }
    }

    private static final Reserve NO_RESERVE =
            new Reserve() {
                @Override
                public boolean hold() {
                    return true;
                }

                @Override
                public void release() {}
            };

    private Map<Long, org.watchword.desk.watch.word.Card> everything() {
        var founding = rooms.accounts().founding();
        var _ = founding.addRole(new Role(ON_DUTY, "On duty", Set.of(Capability.ANSWER)));
        var _ =
                founding.addRole(
                        new Role(LEADS, "Lead", Set.of(Capability.ANSWER, Capability.LEAD)));
        var _ = founding.addRole(new Role(LAW, "Law", Set.of(Capability.ANSWER)));
        for (long channel : List.of(SMS, MAIL, PUSH)) {
            var _ =
                    written(turn ->
                            rooms.delivery()
                                    .channels()
                                    .add(turn, "channel " + channel, Gateways.KIND, Map.of()));
        }
        EVERYBODY.forEach(this::person);
        LadderId all = ladder("All", allMustAnswer());
        LadderId quick = ladder("Quick", quick());
        rooms.watch().ladders().makeDefault(all);
        var cards = new HashMap<Long, org.watchword.desk.watch.word.Card>();
        for (int i = 1; i <= CODENAMES; i++) {
            codename(i, i % 2 == 0 ? quick : all);
            if (i <= WITH_CARDS) {
                cards.put((long) i, card(i));
            }
        }
        return cards;
    }

    private <T> T written(Function<Turn, T> work) {
        return rooms.store().writer().write(Lane.ORDINARY, work::apply);
    }

    private void person(long id) {
        var seal = VAULT.fieldSeal();
        var _ =
                written(turn -> {
                    var handle = turn.handle();
                    handle.execute(
                            "INSERT INTO person (id, name, name_hash, language, active, slots)"
                                    + " VALUES (?, ?, ?, 'en', 1, x'00')",
                            id,
                            seal.seal(new FieldSeal.Place("person", "name", id), "Person " + id),
                            new byte[] {(byte) id});
                    handle.execute(
                            "INSERT INTO person_role (person, role) VALUES (?, ?)",
                            id,
                            roleOf(id).value());
                    return new People(seal).find(handle, new PersonId(id)).orElseThrow();
                });
        for (long channel : id % 2 == 0 ? List.of(SMS, MAIL) : List.of(SMS, PUSH)) {
            var _ =
                    written(turn ->
                            rooms.delivery()
                                    .addresses()
                                    .addProved(
                                            turn,
                                            new PersonId(id),
                                            new ChannelId(channel),
                                            address(id)));
        }
    }

    private static RoleId roleOf(long person) {
        return person == LEAD ? LEADS : person == LAWYER ? LAW : ON_DUTY;
    }

    /// The same on every channel.
    static String address(long person) {
        return "person-" + person;
    }

    static String contact(long codename) {
        return "hidden-" + codename;
    }

    private LadderId ladder(String label, List<Ladder.Step> steps) {
        return ((Ladder.Done) rooms.watch().ladders().add(label, steps)).id();
    }

    static List<Ladder.Step> allMustAnswer() {
        var officer = new Duty.OfRole(ON_DUTY);
        return List.of(
                step(List.of(officer), List.of(SMS), 3, false),
                step(List.of(officer, named(LAWYER)), List.of(), 4, true),
                step(List.of(named(LEAD), named(2), officer), List.of(), 5, false));
    }

    static List<Ladder.Step> quick() {
        return List.of(
                step(List.of(new Duty.OfRole(ON_DUTY)), List.of(SMS), 2, false),
                step(List.of(named(LEAD)), List.of(SMS), 4, false),
                step(List.of(named(LAWYER), named(3)), List.of(), 5, false));
    }

    private static Duty named(long id) {
        return new Duty.OfPerson(new PersonId(id));
    }

    private static Ladder.Step step(
            List<Duty> targets, List<Long> channels, int minutes, boolean all) {
        return new Ladder.Step(
                targets,
                channels.stream().map(ChannelId::new).toList(),
                Duration.ofMinutes(minutes),
                all);
    }

    static List<String> names() {
        var names = new ArrayList<String>();
        for (int i = 1; i <= CODENAMES; i++) {
            names.add("tree" + (char) ('a' + i / 26) + (char) ('a' + i % 26));
        }
        return List.copyOf(names);
    }

    private void codename(int number, LadderId ladder) {
        var saved =
                rooms.watch()
                        .ladders()
                        .addCodename(names().get(number - 1), "Call.", Optional.of(ladder));
        if (!(saved instanceof Codename.Done(CodenameId id)) || id.value() != number) {
            throw new IllegalStateException("code-name " + number + " was not founded");
        }
    }

    private org.watchword.desk.watch.word.Card card(long number) {
        var who = new CodenameId(number);
        for (long channel : List.of(SMS, MAIL)) {
            var _ =
                    written(turn ->
                            rooms.words()
                                    .contacts()
                                    .add(
                                            turn,
                                            who,
                                            new ChannelId(channel),
                                            new Contacts.Written(contact(number), LANGUAGE)));
        }
        var order = new CardOrder("form-" + number, who, LANGUAGE, true, "", "", new PersonId(1));
        return ((Cards.Printed) rooms.words().cards().make(order)).card();
    }
}
