package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;

/// A person's addresses as the pages list them.
final class AddressRows {
    private final Delivery delivery;

    AddressRows(Delivery delivery) {
        this.delivery = delivery;
    }

    List<AddressesView.Shown> of(Handle handle, PersonId person, Words words) {
        Map<ChannelId, Channels.Setup> channels =
                delivery.channels().all(handle).stream()
                        .collect(Collectors.toMap(Channels.Setup::id, Function.identity()));
        return delivery.addresses().of(handle, person).stream()
                .map(one -> shown(one, channels, words))
                .toList();
    }

    private AddressesView.Shown shown(
            Address address, Map<ChannelId, Channels.Setup> channels, Words words) {
        Channels.Setup channel = channels.get(address.channel());
        return new AddressesView.Shown(
                address.id().value(),
                channel == null ? "" : kind(channel, words),
                channel == null ? "" : channel.label(),
                address.value(),
                state(address, words),
                !address.proved());
    }

    private String kind(Channels.Setup channel, Words words) {
        return delivery.kind(channel.kind())
                .map(kind -> words.say(kind.label()))
                .filter(label -> !label.equals(channel.label()))
                .orElse("");
    }

    private static String state(Address address, Words words) {
        if (!address.active()) {
            return words.say(Reason.SWITCHED_OFF.sentence());
        }
        return address.proved() ? "" : words.say(Sentence.of("delivery.addresses.unproved"));
    }
}
