package org.watchword.desk.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Sentence;

/// Mail by SMTP, never without encryption.
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
    public List<Setting> settings() {
        return MailSettings.asked();
    }

    @Override
    public Map<String, Sentence> wrongWith(Map<String, String> settings) {
        return MailSettings.wrongWith(settings);
    }

    @Override
    public Typed address(String typed) {
        return MailAddress.of(typed)
                .<Typed>map(address -> new Kept(address.toString()))
                .orElseGet(() -> new NotOne(MailAddress.wrongWith(typed)));
    }

    @Override
    public Channel open(ChannelId id, Map<String, String> settings) {
        return new MailChannel(
                MailSettings.of(settings), hash, clock, MailChannel.Patience.usual());
    }
}
