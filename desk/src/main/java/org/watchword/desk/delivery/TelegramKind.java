package org.watchword.desk.delivery;

import java.util.List;
import java.util.Map;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Sentence;

/// A Telegram bot. A bot can write only to whoever wrote to it first, and nobody knows his own
/// number there: so a person sends the bot a code and is kept as its sender.
///
/// Its texts are the long ones: they cost nothing by length and are read where they are answered.
public final class TelegramKind implements ChannelKind {
    static final String NAME = "telegram";

    /// Numbers of private chats: the API promises at most 52 bits.
    private static final String A_CHAT = "[1-9][0-9]{0,15}";

    private final DeskClock clock;

    public TelegramKind(DeskClock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Sentence label() {
        return Sentence.of("delivery.kind.telegram");
    }

    @Override
    public boolean byHand() {
        return false;
    }

    @Override
    public boolean hears() {
        return true;
    }

    @Override
    public boolean addsByCode() {
        return true;
    }

    @Override
    public List<Setting> settings() {
        return TelegramSettings.asked();
    }

    @Override
    public Map<String, Sentence> wrongWith(Map<String, String> settings) {
        return TelegramSettings.wrongWith(settings);
    }

    @Override
    public Typed address(String typed) {
        String chat = typed.strip();
        return chat.matches(A_CHAT)
                ? new Kept(chat)
                : new NotOne(Sentence.of("delivery.address.telegram"));
    }

    @Override
    public Channel open(ChannelId id, Map<String, String> settings) {
        return new TelegramChannel(id, TelegramSettings.of(settings), clock);
    }
}
