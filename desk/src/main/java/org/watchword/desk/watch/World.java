package org.watchword.desk.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.Member;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.AddressId;
import org.watchword.desk.watch.Situation.Step;
import org.watchword.desk.watch.Situation.Target;
import org.watchword.desk.watch.Situation.Way;

/// The team around one alarm at one instant, read from the rows: what the engine sees of it, and
/// the addresses and languages that its effects need.
final class World {
    private final Team team;
    private final Handle handle;
    private final Instant now;
    private final Map<PersonId, Member> active = new LinkedHashMap<>();
    private final Map<Duty, Target> targets = new HashMap<>();
    private final Map<AddressId, Address> addresses = new HashMap<>();
    private final Map<PersonId, List<Way>> ways = new HashMap<>();

    World(Team team, Handle handle, Instant now) {
        this.team = team;
        this.handle = handle;
        this.now = now;
        team.people().members(handle).forEach(one -> active.put(one.id(), one));
    }

    /// The situation of an alarm that climbs these steps.
    ///
    /// @param besides people the ladder need not name, such as one who is passed an alarm
    /// @param leadsMatter whether who leads cases must be known
    Situation situation(
            List<Ladder.Step> ladder, Set<PersonId> besides, boolean leadsMatter, Policy policy) {
        List<Step> steps = steps(ladder);
        Situation.Leads leads = leadsMatter ? leads() : Situation.Leads.NOBODY;
        var asked = new LinkedHashSet<>(besides);
        asked.addAll(leads.all());
        for (Step step : steps) {
            step.targets().forEach(target -> asked.addAll(target.people()));
        }
        var reachable = new HashMap<PersonId, List<Way>>();
        readWays(asked);
        asked.forEach(person -> reachable.put(person, waysTo(person)));
        return new Situation(now, steps, reachable, active.keySet(), leads, policy);
    }

    /// Who leads cases: first whoever is on duty in a role that does, or all where nobody is.
    Situation.Leads leads() {
        var first = new LinkedHashSet<PersonId>();
        var all = new LinkedHashSet<PersonId>();
        for (Role role : team.people().roles(handle)) {
            if (role.capabilities().contains(Capability.LEAD)) {
                Target target = target(new Duty.OfRole(role.id()));
                if (!target.gap()) {
                    first.addAll(target.people());
                }
                all.addAll(holding(target.duty()));
            }
        }
        all.addAll(first);
        return new Situation.Leads(List.copyOf(first.isEmpty() ? all : first), List.copyOf(all));
    }

    /// A ladder without steps rings everybody: whoever took all steps away did not mean that nobody
    /// comes.
    private List<Step> steps(List<Ladder.Step> ladder) {
        if (ladder.isEmpty()) {
            var everybody = active.keySet().stream().map(this::named).toList();
            return everybody.isEmpty()
                    ? List.of()
                    : List.of(new Step(everybody, List.of(), Policy.EMPTY_WAIT, false));
        }
        return ladder.stream()
                .map(s -> new Step(targets(s.targets()), s.channels(), s.lasts(), s.all()))
                .toList();
    }

    private Target named(PersonId person) {
        return new Target(new Duty.OfPerson(person), List.of(person), false);
    }

    private List<Target> targets(List<Duty> duties) {
        return duties.stream().map(this::target).toList();
    }

    /// Who a target is now: whoever has the shift; where nobody has, everybody who holds the role.
    Target target(Duty duty) {
        return targets.computeIfAbsent(duty, this::read);
    }

    private Target read(Duty duty) {
        return switch (duty) {
            case Duty.OfPerson(PersonId person) ->
                    new Target(
                            duty, active.containsKey(person) ? List.of(person) : List.of(), false);
            case Duty.OfRole(var role) -> {
                List<PersonId> onDuty =
                        team.rota().onDuty(handle, role, now).stream()
                                .map(org.watchword.desk.rota.Duty::person)
                                .filter(active::containsKey)
                                .distinct()
                                .toList();
                yield onDuty.isEmpty()
                        ? new Target(duty, holding(duty), true)
                        : new Target(duty, onDuty, false);
            }
        };
    }

    private List<PersonId> holding(Duty duty) {
        var holders = new ArrayList<PersonId>();
        if (duty instanceof Duty.OfRole(var role)) {
            for (Member person : active.values()) {
                if (person.roles().contains(role)) {
                    holders.add(person.id());
                }
            }
        }
        return holders;
    }

    /// A person's usable addresses, in that person's order; none for one who is not there any more.
    List<Way> waysTo(PersonId person) {
        readWays(Set.of(person));
        return ways.getOrDefault(person, List.of());
    }

    /// Reads the ways to these people, in one statement.
    private void readWays(Set<PersonId> people) {
        var unread = new HashSet<>(people);
        unread.removeIf(person -> ways.containsKey(person) || !active.containsKey(person));
        Map<PersonId, List<Address>> found = team.addresses().of(handle, unread);
        unread.forEach(person -> ways.put(person, usable(found.getOrDefault(person, List.of()))));
    }

    private List<Way> usable(List<Address> all) {
        var usable = new ArrayList<Way>();
        for (Address address : all) {
            if (address.usable()) {
                addresses.put(address.id(), address);
                usable.add(new Way(address.id(), address.channel()));
            }
        }
        return List.copyOf(usable);
    }

    Optional<Address> address(Way way) {
        return Optional.ofNullable(addresses.get(way.address()));
    }

    Optional<Language> language(PersonId person) {
        return Optional.ofNullable(active.get(person)).map(Member::language);
    }

    Instant now() {
        return now;
    }
}
