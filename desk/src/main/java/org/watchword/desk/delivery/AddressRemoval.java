package org.watchword.desk.delivery;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.changes.Silencing;
import org.watchword.desk.store.Turn;

/// An address is taken away from somebody. It rings until that counts.
final class AddressRemoval implements Silencing {
    private static final String PERSON = "person";
    private static final String ADDRESS = "address";

    private final Delivery delivery;
    private final Names names;

    AddressRemoval(Delivery delivery, Names names) {
        this.delivery = delivery;
        this.names = names;
    }

    static Map<String, String> of(PersonId person, AddressId address) {
        return Map.of(PERSON, "" + person.value(), ADDRESS, "" + address.value());
    }

    private static PersonId person(Map<String, String> what) {
        return new PersonId(Long.parseLong(what.getOrDefault(PERSON, "0")));
    }

    private static AddressId address(Map<String, String> what) {
        return new AddressId(Long.parseLong(what.getOrDefault(ADDRESS, "0")));
    }

    @Override
    public String kind() {
        return "address.remove";
    }

    @Override
    public boolean apply(Turn turn, Map<String, String> what) {
        return delivery.addresses().remove(turn, person(what), address(what));
    }

    @Override
    public String says(Handle handle, Map<String, String> what, Words words) {
        String channel =
                delivery.addresses()
                        .find(handle, address(what))
                        .flatMap(one -> delivery.channels().find(handle, one.channel()))
                        .map(Channels.Setup::label)
                        .orElse("?");
        return words.say(
                "delivery.changes.address",
                Map.of("who", names.of(handle, person(what)).orElse("?"), "channel", channel));
    }
}
