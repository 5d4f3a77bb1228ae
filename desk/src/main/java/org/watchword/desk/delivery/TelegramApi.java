package org.watchword.desk.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.HttpTalk.Answered;
import org.watchword.desk.delivery.HttpTalk.Ask;
import org.watchword.desk.delivery.HttpTalk.Broken;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Calls methods of the Bot API. The token is part of the address it calls, so no address leaves
/// this class.
final class TelegramApi implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

    private final HttpTalk talk;
    private final String base;

    TelegramApi(TelegramSettings settings) {
        talk = new HttpTalk(settings.proxy(), MailTrust.of(settings.trust()));
        base = settings.api() + "/bot" + settings.token() + "/";
    }

    /// What a call came to.
    sealed interface Answer {}

    /// It was done.
    record Done(JsonNode result) implements Answer {}

    /// Telegram said no.
    ///
    /// @param code such as 403
    /// @param aboutChat the chat is what it did not like
    /// @param rest how long it wants to be left alone
    record No(int code, boolean aboutChat, Duration rest) implements Answer {}

    /// There was no answer, or none of Telegram's.
    record Broke(Reason why, boolean mayBeDone) implements Answer {}

    static ObjectNode parameters() {
        return JSON.createObjectNode();
    }

    /// Reads what was posted to the webhook; a missing node when it is not JSON.
    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /// Calls a method and waits as long as a message may take.
    Answer call(String method, ObjectNode parameters) {
        return answer(talk.say(Ask.post(address(method), HEADERS, parameters.toString())));
    }

    /// Asks for news and waits until there is some.
    Answer poll(ObjectNode parameters) {
        Duration within = Limits.TELEGRAM_POLL.plus(Limits.HTTP_SEND);
        return answer(
                talk.say(
                        new Ask(
                                "POST",
                                address("getUpdates"),
                                HEADERS,
                                parameters.toString(),
                                within,
                                Limits.TELEGRAM_UPDATES_BYTES)));
    }

    private URI address(String method) {
        return URI.create(base + method);
    }

    static Answer answer(HttpTalk.Heard heard) {
        return switch (heard) {
            case Broken(Reason why, boolean mayBeOut) -> new Broke(why, mayBeOut);
            case Answered(int status, String body) -> answer(status, read(body));
        };
    }

    private static Answer answer(int status, JsonNode said) {
        JsonNode ok = said.path("ok");
        if (!ok.isBoolean()) {
            // Whoever answered was not Telegram: a gate on the way, or a server out of order.
            return status == 503
                    ? new Broke(Reason.BUSY, false)
                    : new Broke(
                            status / 100 == 5 ? Reason.BUSY : Reason.GARBLED,
                            status / 100 == 5 || status / 100 == 2);
        }
        if (ok.booleanValue()) {
            return status / 100 == 2 && said.has("result")
                    ? new Done(said.path("result"))
                    : new Broke(Reason.GARBLED, true);
        }
        String description = said.path("description").asString("");
        long rest = said.path("parameters").path("retry_after").asLong(0);
        return new No(
                said.path("error_code").asInt(status),
                description.contains("chat") || description.contains("PEER_ID"),
                Duration.ofSeconds(Math.clamp(rest, 0, Limits.GATEWAY_REST.toSeconds())));
    }

    @Override
    public void close() {
        talk.close();
    }
}
