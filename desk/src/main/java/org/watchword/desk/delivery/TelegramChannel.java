package org.watchword.desk.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.TelegramApi.Answer;
import org.watchword.desk.delivery.TelegramApi.Broke;
import org.watchword.desk.delivery.TelegramApi.Done;
import org.watchword.desk.delivery.TelegramApi.No;
import tools.jackson.databind.node.ObjectNode;

/// A Telegram bot: writes into private chats and hears what people write there.
final class TelegramChannel implements Channel {
    /// UTF-16 units of one message.
    private static final int TEXT_UNITS = 4096;

    private final DeskClock clock;
    private final TelegramApi api;
    private final TelegramEar ear;

    /// Chats that Telegram wants to be left alone, and until when on the monotonic clock.
    private final Map<String, Long> resting = new ConcurrentHashMap<>();

    TelegramChannel(ChannelId id, TelegramSettings settings, DeskClock clock) {
        this.clock = clock;
        api = new TelegramApi(settings);
        ear = new TelegramEar(id, settings, api, clock);
    }

    @Override
    public Duration deadline() {
        return Limits.HTTP_SEND;
    }

    @Override
    public void start(Inbound inbound) {
        ear.start(inbound);
    }

    @Override
    public Result send(Outgoing message) {
        long chat = chat(message.address());
        if (chat == 0) {
            return new Refused(Reason.ADDRESS_REFUSED, false);
        }
        if (rests(message.address())) {
            return new Refused(Reason.BUSY, true);
        }
        return result(message.address(), api.call("sendMessage", letter(chat, message.text())));
    }

    private static long chat(String address) {
        return address.matches("[1-9][0-9]{0,15}") ? Long.parseLong(address) : 0;
    }

    /// The link in a message is shown without its preview, which Telegram would fetch; and the
    /// message cannot be passed on, because code and link in it are one person's own.
    private static ObjectNode letter(long chat, String text) {
        ObjectNode letter =
                TelegramApi.parameters()
                        .put("chat_id", chat)
                        .put("text", CleanText.beginning(text, TEXT_UNITS))
                        .put("protect_content", true);
        letter.putObject("link_preview_options").put("is_disabled", true);
        return letter;
    }

    private Result result(String address, Answer answer) {
        return switch (answer) {
            // It tells of no arrival later, so its name for the message is of no use.
            case Done _ -> new Sent("");
            case Broke(Reason why, boolean mayBeDone) ->
                    mayBeDone ? new Unsure(why) : new Refused(why, true);
            case No(int code, boolean aboutChat, Duration rest) ->
                    switch (code) {
                        case 401, 404 -> new Refused(Reason.SIGN_IN_REFUSED, true);
                        case 403 -> new Refused(Reason.ADDRESS_REFUSED, false);
                        case 429 -> {
                            leaveAlone(address, rest);
                            yield new Refused(Reason.BUSY, true);
                        }
                        default ->
                                code / 100 == 5
                                        ? new Refused(Reason.BUSY, true)
                                        : new Refused(
                                                aboutChat ? Reason.ADDRESS_REFUSED : Reason.REFUSED,
                                                false);
                    };
        };
    }

    /// Only this chat: a limit on one must not hold up the first ring of another.
    private void leaveAlone(String address, Duration rest) {
        long now = clock.monotonicNanos();
        resting.values().removeIf(until -> until - now <= 0);
        resting.put(address, now + rest.toNanos());
    }

    private boolean rests(String address) {
        Long until = resting.get(address);
        return until != null && until - clock.monotonicNanos() > 0;
    }

    @Override
    public Health probe() {
        return switch (api.call("getMe", TelegramApi.parameters())) {
            case Broke(Reason why, boolean _) -> new Trouble(why);
            case No(int code, boolean _, Duration _) -> new Trouble(reason(code));
            case Done _ -> ear.trouble().<Health>map(Deaf::new).orElseGet(Alive::new);
        };
    }

    @Override
    public Reply posted(Posted what) {
        return ear.posted(what);
    }

    /// Why a call that concerns no chat was refused.
    static Reason reason(int code) {
        return switch (code) {
            case 401, 404 -> Reason.SIGN_IN_REFUSED;
            case 429 -> Reason.BUSY;
            default -> code / 100 == 5 ? Reason.BUSY : Reason.REFUSED;
        };
    }

    @Override
    public void close() {
        ear.close();
        api.close();
    }
}
