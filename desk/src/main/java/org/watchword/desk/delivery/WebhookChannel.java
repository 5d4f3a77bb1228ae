package org.watchword.desk.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Signer;
import org.watchword.desk.delivery.HttpTalk.Answered;
import org.watchword.desk.delivery.HttpTalk.Ask;
import org.watchword.desk.delivery.HttpTalk.Broken;
import tools.jackson.databind.json.JsonMapper;

/// Posts each message to one address, signed, as `docs/formats/webhook.md` describes. It hears
/// nothing.
final class WebhookChannel implements Channel {
    private static final JsonMapper JSON = new JsonMapper();

    /// What ntfy rings through "do not disturb" for.
    private static final int HIGHEST = 5;

    private static final int ID_BYTES = 16;

    private final WebhookSettings settings;
    private final KeyedHash hash;
    private final Signer signer;
    private final InstantSource clock;
    private final HttpTalk talk;

    WebhookChannel(WebhookSettings settings, KeyedHash hash, Signer signer, InstantSource clock) {
        this.settings = settings;
        this.hash = hash;
        this.signer = signer;
        this.clock = clock;
        this.talk = new HttpTalk(settings.proxy(), MailTrust.of(settings.trust()));
    }

    @Override
    public Duration deadline() {
        return Limits.HTTP_SEND;
    }

    @Override
    public void start(Inbound inbound) {}

    @Override
    public Result send(Outgoing message) {
        if (!message.address().matches(WebhookKind.A_TOPIC)) {
            return new Refused(Reason.ADDRESS_REFUSED, false);
        }
        String id = id(message.key());
        String body = body(message);
        Map<String, String> headers = headers(id, clock.instant().getEpochSecond(), body);
        return switch (talk.say(Ask.post(settings.receiver(), headers, body))) {
            case Broken(Reason why, boolean mayBeOut) ->
                    mayBeOut ? new Unsure(why) : new Refused(why, true);
            case Answered(int status, String _) -> result(status, id);
        };
    }

    private static Result result(int status, String id) {
        return switch (status) {
            case 401, 403 -> new Refused(Reason.SIGN_IN_REFUSED, true);
            case 408, 425, 429, 503 -> new Refused(Reason.BUSY, true);
            default ->
                    switch (status / 100) {
                        case 2 -> new Sent(id);
                        // Something on the way may have handed it on before it failed.
                        case 5 -> new Unsure(Reason.BUSY);
                        case 3, 4 -> new Refused(Reason.REFUSED, true);
                        default -> new Unsure(Reason.GARBLED);
                    };
        };
    }

    /// The message's name, the same for every try and on no other desk.
    private String id(String key) {
        byte[] name = hash.of("delivery/webhook-id", key.getBytes(StandardCharsets.UTF_8));
        return "msg_" + HexFormat.of().formatHex(name, 0, ID_BYTES);
    }

    static String body(Outgoing message) {
        return JSON.createObjectNode()
                .put("topic", message.address())
                .put("title", message.subject())
                .put("message", message.text())
                .put("priority", HIGHEST)
                .toString();
    }

    private Map<String, String> headers(String id, long seconds, String body) {
        byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
        byte[] signature = signer.sign(settings.key().bytes(), signed);
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(seconds));
        headers.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature));
        headers.putAll(bearer());
        return headers;
    }

    private Map<String, String> bearer() {
        return settings.bearer().isEmpty()
                ? Map.of()
                : Map.of("Authorization", "Bearer " + settings.bearer());
    }

    /// Asks for the address without its content. Whatever it answers but trouble shows that
    /// somebody is there: many receivers know no way but posting.
    @Override
    public Health probe() {
        var ask =
                new Ask(
                        "HEAD",
                        settings.receiver(),
                        bearer(),
                        "",
                        Limits.HTTP_SEND,
                        Limits.HTTP_ANSWER_BYTES);
        return switch (talk.say(ask)) {
            case Broken(Reason why, boolean _) -> new Trouble(why);
            case Answered(int status, String _) ->
                    switch (status) {
                        case 401 -> new Trouble(Reason.SIGN_IN_REFUSED);
                        case 429, 500, 502, 503, 504 -> new Trouble(Reason.BUSY);
                        default -> new Alive();
                    };
        };
    }

    @Override
    public void close() {
        talk.close();
    }
}
