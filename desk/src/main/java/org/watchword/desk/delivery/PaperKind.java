package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;

/// Paper: a list of messages that somebody tells by hand. Its addresses say where the person is
/// found.
public final class PaperKind implements ChannelKind {
    static final String NAME = "paper";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sentence label() {
        return Sentence.of("delivery.kind.paper");
    }

    @Override
    public boolean byHand() {
        return true;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Map<String, Sentence> wrongWith(Map<String, String> settings) {
        return Map.of();
    }

    @Override
    public Typed address(String typed) {
        String address = typed.strip();
        if (address.isEmpty()) {
            return new NotOne(Sentence.of("delivery.address.empty"));
        }
        if (address.length() > Limits.ADDRESS_CHARACTERS) {
            return new NotOne(
                    Sentence.of("delivery.address.long", "most", Limits.ADDRESS_CHARACTERS));
        }
        if (address.codePoints().anyMatch(Character::isISOControl)) {
            return new NotOne(Sentence.of("delivery.address.characters"));
        }
        return new Kept(address);
    }

    @Override
    public Channel open(ChannelId id, Map<String, String> settings) {
        return new PaperChannel();
    }
}
