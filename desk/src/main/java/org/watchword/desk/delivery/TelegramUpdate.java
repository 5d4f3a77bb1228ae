package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.desk.delivery.Inbound.Word;
import tools.jackson.databind.JsonNode;

/// One piece of news for a bot. A word of a person is only what somebody wrote in the private chat:
/// whoever puts the bot into a group speaks to the group.
final class TelegramUpdate {
    private static final long MOST = 1L << 53;

    /// What the telephone sends by itself when somebody opens a bot, or a link to one: behind a
    /// blank then stands what the link carries.
    private static final Pattern OPENED =
            Pattern.compile("/start(?:@[A-Za-z0-9_]{1,64})?(?: ([A-Za-z0-9_-]{1,64}))?\\s*");

    /// What people send that is no text, by the name of its field. Word stands for it: that
    /// somebody sent something matters, what it was nobody fetches.
    private static final List<String> NO_TEXT =
            List.of(
                    "voice",
                    "photo",
                    "video",
                    "video_note",
                    "location",
                    "audio",
                    "document",
                    "sticker",
                    "contact");

    /// Its number; empty for what is no update.
    static OptionalLong number(JsonNode update) {
        JsonNode id = update.path("update_id");
        boolean good = id.isIntegralNumber() && id.asLong(-1) >= 0 && id.asLong(-1) < MOST;
        return good ? OptionalLong.of(id.longValue()) : OptionalLong.empty();
    }

    /// What a person said in it; empty when nobody said anything to the bot.
    ///
    /// @param bot keeps the messages of two bots apart that were set up one after the other
    static Optional<Word> word(JsonNode update, String bot, Instant now) {
        JsonNode message = update.path("message");
        JsonNode chat = message.path("chat");
        long sender = chat.path("id").asLong(0);
        if (!chat.path("type").asString("").equals("private") || sender <= 0) {
            return Optional.empty();
        }
        Optional<String> text = said(message);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String name =
                "%s/%d/%d/%d/%d"
                        .formatted(
                                bot,
                                number(update).orElse(0),
                                sender,
                                message.path("message_id").asLong(0),
                                message.path("date").asLong(0));
        return Optional.of(
                new Word(
                        Optional.of(name),
                        Optional.of(String.valueOf(sender)),
                        Optional.empty(),
                        text.get(),
                        now));
    }

    /// What somebody said; empty when the bot was only opened. A link that carries a code says it.
    private static Optional<String> said(JsonNode message) {
        String text = text(message);
        Matcher opened = OPENED.matcher(text);
        if (!opened.matches()) {
            return Optional.of(text);
        }
        return Optional.ofNullable(opened.group(1))
                .filter(carried -> !SixDigits.in(carried).isEmpty());
    }

    private static String text(JsonNode message) {
        String text = message.path("text").asString("");
        if (!text.isEmpty()) {
            return text;
        }
        String kind = NO_TEXT.stream().filter(message::has).findFirst().orElse("…");
        return "[" + kind + "] " + message.path("caption").asString("");
    }

    private TelegramUpdate() {}
}
