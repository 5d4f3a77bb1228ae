package org.watchword.desk.partner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.Channels;
import org.watchword.desk.delivery.Delivery;
import org.watchword.desk.delivery.FarEnd;
import org.watchword.desk.web.Wrong;

/// Reads what was typed about the partner.
final class PartnerForm {
    private final Delivery delivery;
    private final WordBook book;
    private final byte[] ownKey;

    PartnerForm(Delivery delivery, WordBook book, byte[] ownKey) {
        this.delivery = delivery;
        this.book = book;
        this.ownKey = ownKey.clone();
    }

    /// What came of it: settings, or what is wrong.
    record Read(Optional<PartnerSettings> settings, List<Wrong> wrong) {}

    Read read(Handle handle, PartnerView.Typed typed) {
        var wrong = new ArrayList<Wrong>();
        Optional<PartnerSettings.Kind> kind = PartnerSettings.Kind.of(typed.kind());
        if (kind.isEmpty()) {
            wrong.add(new Wrong("kind", Sentence.of("partner.wrong.kind")));
        }
        if (typed.name().isEmpty() || typed.name().length() > Limits.NAME_CHARACTERS) {
            wrong.add(
                    new Wrong(
                            "name",
                            Sentence.of("partner.wrong.name", "most", Limits.NAME_CHARACTERS)));
        }
        var where = new FarEnd.Where(typed.address(), typed.proxy(), typed.trust());
        where.wrong().forEach((field, why) -> wrong.add(new Wrong(field, why)));
        key(typed.key()).ifPresent(why -> wrong.add(new Wrong("key", why)));
        Optional<PartnerSettings.GivenNumber> number =
                kind.filter(PartnerSettings.Kind.DESK::equals)
                        .flatMap(_ -> number(handle, typed, wrong));
        Optional<PartnerSettings> settings =
                kind.filter(_ -> wrong.isEmpty())
                        .map(one ->
                                new PartnerSettings(
                                        one, typed.name(), where, typed.key().strip(), number));
        return new Read(settings, wrong);
    }

    /// What is wrong with a key.
    private Optional<Sentence> key(String typed) {
        Optional<byte[]> key = PublicKeyText.read(typed);
        if (key.isEmpty()) {
            return Optional.of(Sentence.of("partner.wrong.key"));
        }
        return Arrays.equals(key.get(), ownKey)
                ? Optional.of(Sentence.of("partner.wrong.own-key"))
                : Optional.empty();
    }

    private Optional<PartnerSettings.GivenNumber> number(
            Handle handle, PartnerView.Typed typed, List<Wrong> wrong) {
        Optional<Channels.Setup> channel =
                Optional.of(typed.channel())
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(text -> new ChannelId(Long.parseLong(text)))
                        .flatMap(id -> delivery.channels().find(handle, id))
                        .filter(this::canRing);
        if (channel.isEmpty()) {
            wrong.add(new Wrong("channel", Sentence.of("partner.wrong.channel")));
            return Optional.empty();
        }
        if (!book.languageTags().contains(typed.language())) {
            wrong.add(new Wrong("language", Sentence.of("partner.wrong.language")));
            return Optional.empty();
        }
        return switch (delivery.kind(channel.get().kind()).orElseThrow().address(typed.number())) {
            case ChannelKind.NotOne(Sentence why) -> {
                wrong.add(new Wrong("number", why));
                yield Optional.empty();
            }
            case ChannelKind.Kept(String address) ->
                    Optional.of(
                            new PartnerSettings.GivenNumber(
                                    channel.get().id(), address, new Language(typed.language())));
        };
    }

    /// A channel that is on and rings without a person.
    boolean canRing(Channels.Setup channel) {
        return channel.active()
                && delivery.kind(channel.kind()).filter(kind -> !kind.byHand()).isPresent();
    }
}
