package org.watchword.desk.delivery;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Sentence;

/// Mail by SMTP, and by IMAP where people may write back; never without encryption.
public final class MailKind implements ChannelKind {
    static final String NAME = "mail";

    private final KeyedHash hash;
    private final InstantSource clock;

    /// @param hash makes the Message-ID from the message's key without giving the key away
    public MailKind(KeyedHash hash, InstantSource clock) {
        this.hash = hash;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sentence label() {
        return Sentence.of("delivery.kind.mail");
    }

    @Override
    public boolean byHand() {
        return false;
    }

    @Override
    public boolean hears(Map<String, String> settings) {
        return MailInSettings.of(settings).isPresent();
    }

    @Override
    public List<Setting> settings() {
        return Stream.concat(MailSettings.asked().stream(), MailInSettings.asked().stream())
                .toList();
    }

    @Override
    public Map<String, Sentence> wrongWith(Map<String, String> settings) {
        var wrong = new HashMap<>(MailSettings.wrongWith(settings));
        wrong.putAll(MailInSettings.wrongWith(settings));
        return wrong;
    }

    @Override
    public Typed address(String typed) {
        return MailAddress.of(typed)
                .<Typed>map(address -> new Kept(address.folded()))
                .orElseGet(() -> new NotOne(MailAddress.wrongWith(typed)));
    }

    @Override
    public Channel open(ChannelId id, Map<String, String> settings) {
        MailSettings out = MailSettings.of(settings);
        var channel = new MailChannel(out, hash, clock, MailChannel.Patience.usual());
        return MailInSettings.of(settings)
                .<Channel>map(in -> new MailBothWays(channel, ear(id, in, out)))
                .orElse(channel);
    }

    private MailEar ear(ChannelId id, MailInSettings in, MailSettings out) {
        return new MailEar(id, in, MailTrust.of(out.trust()), clock, MailEar.Patience.usual());
    }
}
