package org.watchword.desk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.cli.Check;
import org.watchword.desk.cli.EntranceFindings;
import org.watchword.desk.cli.Finding;
import org.watchword.desk.cli.MemoryFindings;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.TestFire;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.store.SchemaTooNew;
import org.watchword.desk.store.SchemaTooOld;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.vault.KeyFileUnusable;
import org.watchword.desk.watch.Flag;
import org.watchword.desk.watch.Ladder;

/// Puts together what `check` looks at, beside a desk that may be running, and changes nothing.
final class Checking {
    /// What came of it.
    sealed interface Outcome {}

    record Looked(List<Finding> findings) implements Outcome {}

    record NotOpened(Sentence why) implements Outcome {}

    /// Which channels are fired at.
    sealed interface Fire {}

    record None() implements Fire {}

    record All() implements Fire {}

    record One(String label) implements Fire {}

    static Outcome of(Path directory, Settings settings, Words words) {
        return of(directory, settings, words, new None());
    }

    static Outcome of(Path directory, Settings settings, Words words, Fire fire) {
        var times = new TimeWords(settings.zone(), words.language());
        try (var looking = Wiring.lookAt(directory, settings)) {
            var check = new Check(looking.clock(), looking.kinds(), words, times);
            var shots = looking.rooms().store().read(handle -> shots(looking, handle, fire));
            if (fire instanceof One(String label) && shots.isEmpty()) {
                return new NotOpened(Sentence.of("cli.fire.no-such", "name", label));
            }
            var findings =
                    new ArrayList<>(
                            check.of(
                                    directory,
                                    found(looking.rooms(), looking.clock().instant(), words)));
            Wiring.backups(directory, settings, Surroundings.real()).lines(times).stream()
                    .map(line -> new Finding(line.well(), line.says()))
                    .forEach(findings::add);
            findings.addAll(
                    new MemoryFindings(Path.of("/proc"), Path.of("/sys/fs/cgroup"))
                            .of(directory.resolve(DataDirectory.LOCK)));
            findings.addAll(partner(looking, times));
            findings.addAll(ledger(looking));
            findings.addAll(envelopes(looking));
            findings.addAll(EntranceFindings.of(settings, looking.clock().instant(), times));
            findings.addAll(new TestFire(looking.clock(), looking.kinds(), words).of(shots));
            return new Looked(findings);
        } catch (KeyFileUnusable | SchemaTooNew | SchemaTooOld | StoreUnavailable e) {
            return new NotOpened(Unopened.why(e).orElseThrow());
        }
    }

    private static List<Finding> partner(Wiring.Looking looking, TimeWords times) {
        return looking
                .rooms()
                .store()
                .read(handle ->
                        looking.rooms().partner().lines(handle, looking.clock().instant(), times))
                .stream()
                .map(line -> new Finding(line.well(), line.says()))
                .toList();
    }

    private static List<Finding> ledger(Wiring.Looking looking) {
        Desk.Rooms rooms = looking.rooms();
        return rooms.store().read(rooms.ledger()::lines).stream()
                .map(line -> new Finding(line.well(), line.says()))
                .toList();
    }

    private static List<Finding> envelopes(Wiring.Looking looking) {
        Desk.Rooms rooms = looking.rooms();
        return rooms.store().read(rooms.envelopes()::lines).stream()
                .map(line -> new Finding(line.well(), line.says()))
                .toList();
    }

    private static List<TestFire.Shot> shots(Wiring.Looking looking, Handle handle, Fire fire) {
        return looking.rooms().delivery().channels().all(handle).stream()
                .filter(Channels.Setup::active)
                .filter(channel ->
                        switch (fire) {
                            case None() -> false;
                            case All() -> true;
                            case One(String label) -> label.equals(channel.label());
                        })
                .map(channel ->
                        new TestFire.Shot(channel, target(looking.rooms(), handle, channel.id())))
                .toList();
    }

    /// The first of those who keep the channels and can be rung there: they know what came of it.
    private static Optional<TestFire.Target> target(
            Desk.Rooms rooms, Handle handle, ChannelId channel) {
        var people = rooms.accounts().people();
        return people.actingPeople(handle).stream()
                .filter(p -> people.capabilities(handle, p.id()).contains(Capability.CHANNELS))
                .flatMap(person ->
                        rooms.delivery().addresses().of(handle, person.id()).stream()
                                .filter(address -> address.channel().equals(channel))
                                .filter(Address::usable)
                                .map(address ->
                                        new TestFire.Target(
                                                person.name(),
                                                address.value(),
                                                Wiring.words().in(person.language()))))
                .findFirst();
    }

    private static Check.Found found(Desk.Rooms rooms, Instant now, Words words) {
        return rooms.store()
                .read(handle -> {
                    var channels = rooms.delivery().channels().all(handle);
                    var people = rooms.accounts().people().all(handle);
                    return new Check.Found(
                            channels,
                            people,
                            flags(rooms, handle, words),
                            rooms.forgetting().ages(handle, now));
                });
    }

    private static List<Check.FlagIn> flags(Desk.Rooms rooms, Handle handle, Words words) {
        var ladders = rooms.watch().ladders();
        var names = new Names(rooms, handle);
        var flags = new ArrayList<Check.FlagIn>();
        for (Flag flag : ladders.flags()) {
            String ladder = ladders.ladder(flag.about()).map(Ladder::label).orElse("");
            flags.add(new Check.FlagIn(ladder, words.say(flag.sentence(names))));
        }
        return flags;
    }

    /// What roles, people and channels are called.
    private record Names(Desk.Rooms rooms, Handle handle) implements Flag.Names {
        @Override
        public String role(RoleId role) {
            return rooms.accounts().people().role(handle, role).map(Role::label).orElse("");
        }

        @Override
        public String person(PersonId person) {
            return rooms.accounts().people().name(handle, person).orElse("");
        }

        @Override
        public String channel(ChannelId channel) {
            return rooms.delivery()
                    .channels()
                    .find(handle, channel)
                    .map(Channels.Setup::label)
                    .orElse("");
        }
    }

    private Checking() {}
}
