package org.watchword.desk.watch;

import com.ibm.icu.text.ListFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Channels;

/// What people, roles and channels are called, read once for a page.
final class Directory implements Flag.Names {
    private final List<Person> acting;
    private final List<Role> roles;
    private final List<Channels.Setup> channels;
    private final Map<PersonId, String> names = new HashMap<>();
    private final Words words;

    Directory(
            List<Person> people,
            Set<PersonId> acting,
            List<Role> roles,
            List<Channels.Setup> channels,
            Words words) {
        this.acting = people.stream().filter(one -> acting.contains(one.id())).toList();
        this.roles = roles;
        this.channels = channels;
        this.words = words;
        people.forEach(person -> names.put(person.id(), person.name()));
    }

    /// Everybody who acts for the team now.
    List<Person> team() {
        return acting;
    }

    List<Role> roles() {
        return roles;
    }

    List<Channels.Setup> channels() {
        return channels;
    }

    @Override
    public String person(PersonId person) {
        return names.getOrDefault(person, words.say("watch.somebody"));
    }

    /// The name, or the desk's own when nobody did it.
    String whoDid(Optional<PersonId> person) {
        return person.map(this::person).orElseGet(() -> words.say("watch.the-desk"));
    }

    @Override
    public String role(RoleId role) {
        return roles.stream()
                .filter(known -> known.id().equals(role))
                .map(Role::label)
                .findFirst()
                .orElseGet(role::value);
    }

    @Override
    public String channel(ChannelId channel) {
        return channels.stream()
                .filter(known -> known.id().equals(channel))
                .map(Channels.Setup::label)
                .findFirst()
                .orElseGet(() -> words.say("watch.a-channel"));
    }

    String duty(Duty duty) {
        return switch (duty) {
            case Duty.OfRole(RoleId role) -> role(role);
            case Duty.OfPerson(PersonId person) -> person(person);
        };
    }

    /// `Heron and Finch`, as the language puts it.
    String list(List<String> several) {
        return ListFormatter.getInstance(words.language().locale()).format(several);
    }

    String people(List<PersonId> several) {
        return list(several.stream().map(this::person).toList());
    }

    /// A person's roles, for telling colleagues apart.
    String rolesOf(Person person) {
        return list(
                roles.stream()
                        .filter(role -> person.roles().contains(role.id()))
                        .map(Role::label)
                        .toList());
    }
}
