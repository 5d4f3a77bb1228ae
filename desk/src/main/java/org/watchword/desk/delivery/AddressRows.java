package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.web.Visit;

/// A person's addresses as the pages list them.
final class AddressRows {
    private final Delivery delivery;

    AddressRows(Delivery delivery) {
        this.delivery = delivery;
    }

    List<AddressesView.Shown> of(Handle handle, PersonId person, Visit visit) {
        Map<ChannelId, Channels.Setup> channels =
                delivery.channels().all(handle).stream()
                        .collect(Collectors.toMap(Channels.Setup::id, Function.identity()));
        return delivery.addresses().of(handle, person).stream()
                .map(one -> shown(handle, one, channels, visit))
                .toList();
    }

    private AddressesView.Shown shown(
            Handle handle, Address address, Map<ChannelId, Channels.Setup> channels, Visit visit) {
        Channels.Setup channel = channels.get(address.channel());
        return new AddressesView.Shown(
                address.id().value(),
                channel == null ? "" : kind(channel, visit.words()),
                channel == null ? "" : channel.label(),
                address.value(),
                state(handle, address, visit),
                !address.proved());
    }

    private String kind(Channels.Setup channel, Words words) {
        return delivery.kind(channel.kind())
                .map(kind -> words.say(kind.label()))
                .filter(label -> !label.equals(channel.label()))
                .orElse("");
    }

    private String state(Handle handle, Address address, Visit visit) {
        Words words = visit.words();
        if (!address.active()) {
            return words.say(Reason.SWITCHED_OFF.sentence());
        }
        if (address.proved()) {
            return "";
        }
        return delivery.proofs()
                .sentAt(handle, address.id())
                .map(at ->
                        words.say(
                                "delivery.addresses.code-sent",
                                "time",
                                visit.times().dayAndMinute(at)))
                .orElseGet(() -> words.say("delivery.addresses.unproved"));
    }
}
