package org.watchword.desk.rota;

import com.ibm.icu.text.ListFormatter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Changes;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.Addresses;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Visit;

/// What the pages of this room work with.
public record RotaTools(
        Store store,
        People people,
        Rota rota,
        Relied relied,
        Reach reach,
        FieldSeal seal,
        Notices notices,
        Changes changes,
        InstantSource clock) {
    /// How people are reached.
    public record Reach(Addresses addresses, Channels channels) {}

    RotaDesk desk() {
        return new RotaDesk(store, rota);
    }

    /// Whether any message of the desk would reach somebody.
    boolean canBeRung(Handle handle, PersonId person) {
        return reach.addresses().of(handle, person).stream().anyMatch(Address::usable);
    }

    Swaps swaps() {
        return new Swaps(store, rota, people, notices);
    }

    Handovers handovers() {
        return new Handovers(store, seal);
    }

    Sheets sheets() {
        return new Sheets(store);
    }

    /// What everybody is called; of whoever does not act for the team now it is said.
    Map<PersonId, String> names(Handle handle, Words words) {
        Set<PersonId> acting = people.acting(handle);
        var names = new HashMap<PersonId, String>();
        people.all(handle)
                .forEach(person ->
                        names.put(
                                person.id(),
                                acting.contains(person.id())
                                        ? person.name()
                                        : words.say("rota.not-there", "who", person.name())));
        return names;
    }

    static String name(Map<PersonId, String> names, PersonId person) {
        return names.getOrDefault(person, "?");
    }

    /// `Heron and Finch`, as the language puts it.
    static String list(Words words, List<String> several) {
        return ListFormatter.getInstance(words.language().locale()).format(several);
    }

    /// Everybody who is there, to choose from. Nobody is chosen beforehand: a shift of whoever
    /// happens to come first in a list would be rung in earnest.
    List<RotaView.Choice> everybody(Visit visit, String field) {
        String chosen = visit.form().text(field).orElse("");
        var nobody = RotaView.Choice.of("", visit.words().say("rota.choose"), chosen);
        return Stream.concat(
                        Stream.of(nobody),
                        store.read(people::actingPeople).stream()
                                .map(person ->
                                        RotaView.Choice.of(
                                                Long.toString(person.id().value()),
                                                person.name(),
                                                chosen)))
                .toList();
    }

    /// Every role, to choose from.
    List<RotaView.Choice> everyRole(String chosen) {
        return store.read(people::roles).stream()
                .map(role -> RotaView.Choice.of(role.id().value(), role.label(), chosen))
                .toList();
    }
}
