package org.watchword.story.process;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.watchword.desk.Desk;
import org.watchword.desk.accounts.Added;
import org.watchword.desk.accounts.Changed;
import org.watchword.desk.accounts.NewPerson;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.Addresses;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.rota.Planned;
import org.watchword.desk.rota.RotaDesk;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Duty;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.Ladders;
import org.watchword.story.script.Story;

/// Gives a new desk everything its story begins with, through the rooms' own doors: what a room
/// refuses to a team it refuses here.
final class Founder {
    private final Desk.Rooms rooms;
    private final Story story;
    private final FoundingOrder order;
    private final Map<String, PersonId> people = new ConcurrentHashMap<>();
    private final Map<String, ChannelId> channels = new LinkedHashMap<>();

    Founder(Desk.Rooms rooms, Story story, FoundingOrder order) {
        this.rooms = rooms;
        this.story = story;
        this.order = order;
    }

    /// Founds everything, in the order in which one thing names another.
    ///
    /// @param now the story's time
    void found(Instant now) {
        story.team().roles().forEach(this::role);
        everybody();
        story.watchkeeping().channels().forEach(this::channel);
        story.team().people().forEach(this::addresses);
        story.team().shifts().forEach(shift -> shift(shift, now));
        Map<String, LadderId> ladders = new HashMap<>();
        for (Story.Ladder ladder : story.watchkeeping().ladders()) {
            ladders.put(ladder.name(), ladder(ladders(), ladder));
        }
        Map<String, CodenameId> codenames = new HashMap<>();
        for (Story.Codename codename : story.watchkeeping().codenames()) {
            Optional<LadderId> ladder = codename.ladder().map(ladders::get);
            codenames.put(codename.name(), codename(ladders(), codename, ladder));
        }
        inHiding(codenames, ladders);
    }

    private void inHiding(Map<String, CodenameId> codenames, Map<String, LadderId> ladders) {
        PersonId first = known(people, story.team().people().getFirst().name());
        var hiding = new PeopleInHiding(rooms, codenames, first);
        for (Story.Codename codename : story.watchkeeping().codenames()) {
            hiding.reach(codename, channels);
            hiding.ask(codename);
        }
        story.watchkeeping().watches().forEach(watch -> hiding.watch(watch, ladders));
    }

    private Ladders ladders() {
        return rooms.watch().ladders();
    }

    private void role(Story.Role role) {
        var changed =
                rooms.accounts().founding().addRole(new Role(role.id(), role.label(), role.may()));
        if (changed instanceof Changed.Refused refused) {
            throw refused("role " + role.id().value(), refused.why());
        }
    }

    /// All at once: each passphrase takes a processor for a third of a second.
    private void everybody() {
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> added = new ArrayList<>();
            for (Story.Person person : story.team().people()) {
                added.add(each.submit(() -> person(person)));
            }
            for (Future<?> one : added) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new DeskGone("somebody could not be added", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskGone("interrupted while people were added", e);
        }
    }

    private void person(Story.Person person) {
        String passphrase = order.passphrases().getOrDefault(person.name(), "");
        try (var secret = new Secret(passphrase.getBytes(StandardCharsets.UTF_8))) {
            Set<RoleId> roles = new LinkedHashSet<>(person.roles());
            var added =
                    rooms.accounts()
                            .founding()
                            .addPerson(
                                    new NewPerson(person.name(), person.language(), roles, secret));
            switch (added) {
                case Added.Done done -> people.put(person.name(), done.id());
                case Added.Refused no -> throw refused("person " + person.name(), no.why());
            }
        }
    }

    private void channel(Story.Channel channel) {
        channels.put(
                channel.name(),
                written(turn ->
                        channels()
                                .add(
                                        turn,
                                        channel.name(),
                                        channel.kind().word(),
                                        settings(channel))));
    }

    private Map<String, String> settings(Story.Channel channel) {
        return order.settings().getOrDefault(channel.name(), Map.of());
    }

    /// By what numbers the desk knows its channels, as `name=number` each.
    String channelNumbers() {
        return numbers(channels);
    }

    private static String numbers(Map<String, ChannelId> channels) {
        return channels.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue().value())
                .collect(Collectors.joining(" "));
    }

    /// Tells a desk that was founded before where its gateways are today. It needs no story: the
    /// desk knows its channels.
    ///
    /// @param settings by the name of the channel
    /// @return by what numbers the desk knows its channels
    static String connect(Desk.Rooms rooms, Map<String, Map<String, String>> settings) {
        Channels kept = rooms.delivery().channels();
        Map<String, ChannelId> channels = new LinkedHashMap<>();
        rooms.store().read(kept::all).forEach(setup -> channels.put(setup.label(), setup.id()));
        channels.forEach((name, id) ->
                rooms.store()
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        kept.change(
                                                turn,
                                                id,
                                                name,
                                                settings.getOrDefault(name, Map.of()))));
        return numbers(channels);
    }

    private Channels channels() {
        return rooms.delivery().channels();
    }

    private <T> T written(Function<Turn, T> work) {
        return rooms.store().writer().write(Lane.ORDINARY, work::apply);
    }

    private void addresses(Story.Person person) {
        PersonId id = known(people, person.name());
        person.addresses()
                .forEach((channel, address) -> {
                    boolean proved = !person.unproved().contains(channel);
                    ChannelId on = known(channels, channel);
                    written(turn -> {
                        Addresses all = rooms.delivery().addresses();
                        return proved
                                ? all.addProved(turn, id, on, address)
                                : all.add(turn, id, on, address);
                    });
                });
    }

    private void shift(Story.Shift shift, Instant now) {
        var planned =
                new RotaDesk(rooms.store(), rooms.rota())
                        .plan(
                                new RotaDesk.Plan(
                                        shift.role(),
                                        known(people, shift.who()),
                                        shift.from(),
                                        shift.until()),
                                now);
        if (planned instanceof Planned.Refused refused) {
            throw refused("shift of " + shift.who(), refused.why());
        }
    }

    private LadderId ladder(Ladders ladders, Story.Ladder ladder) {
        List<Ladder.Step> steps =
                ladder.rungs().stream()
                        .map(r ->
                                new Ladder.Step(
                                        r.targets().stream().map(this::duty).toList(),
                                        r.over().stream().map(c -> known(channels, c)).toList(),
                                        r.patience(),
                                        r.all()))
                        .toList();
        return switch (ladders.add(ladder.name(), steps)) {
            case Ladder.Done done -> done.id();
            case Ladder.Refused no -> throw refused("ladder " + ladder.name(), no.why());
        };
    }

    private Duty duty(String target) {
        PersonId person = people.get(target);
        return person == null ? new Duty.OfRole(new RoleId(target)) : new Duty.OfPerson(person);
    }

    private CodenameId codename(
            Ladders ladders, Story.Codename codename, Optional<LadderId> ladder) {
        return switch (ladders.addCodename(codename.name(), codename.plan(), ladder)) {
            case Codename.Done done -> done.id();
            case Codename.Other other -> throw new DeskGone("a code-name was changed meanwhile");
            case Codename.Refused no -> throw refused("code-name " + codename.name(), no.why());
        };
    }

    static <T> T known(Map<String, T> all, String name) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalStateException(name + " was not founded");
        }
        return found;
    }

    static DeskGone refused(String what, Sentence why) {
        return new DeskGone("the desk refused " + what + ": " + why.key());
    }
}
