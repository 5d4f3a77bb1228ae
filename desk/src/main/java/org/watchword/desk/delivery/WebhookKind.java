package org.watchword.desk.delivery;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Signer;

/// A signed webhook: each message is posted to one address, in the form an ntfy server shows on
/// phones, signed as Standard Webhooks describes. A person's address is a topic of that server.
public final class WebhookKind implements ChannelKind {
    static final String NAME = "webhook";

    /// What ntfy takes as a topic.
    static final String A_TOPIC = "[A-Za-z0-9_-]{1,64}";

    private final KeyedHash hash;
    private final Signer signer;
    private final InstantSource clock;

    /// @param hash makes a message's name from its key without giving the key away
    public WebhookKind(KeyedHash hash, Signer signer, InstantSource clock) {
        this.hash = hash;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sentence label() {
        return Sentence.of("delivery.kind.webhook");
    }

    @Override
    public boolean byHand() {
        return false;
    }

    @Override
    public List<Setting> settings() {
        return WebhookSettings.asked();
    }

    @Override
    public Map<String, Sentence> wrongWith(Map<String, String> settings) {
        return WebhookSettings.wrongWith(settings);
    }

    @Override
    public Typed address(String typed) {
        String topic = typed.strip();
        return topic.matches(A_TOPIC)
                ? new Kept(topic)
                : new NotOne(Sentence.of("delivery.address.webhook"));
    }

    @Override
    public Channel open(ChannelId id, Map<String, String> settings) {
        return new WebhookChannel(WebhookSettings.of(settings), hash, signer, clock);
    }
}
