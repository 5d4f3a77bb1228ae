package org.watchword.desk.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.GatewayFile.Meaning;

/// SMS over one gateway.
final class SmsChannel implements Channel {
    private static final String REFERENCE_DOMAIN = "delivery/sms-reference";
    private static final int REFERENCE_BYTES = 16;

    private final ChannelId id;
    private final SmsSettings settings;
    private final KeyedHash hash;
    private final Duration within;
    private final HttpTalk talk;
    private final SmsDoor door;
    private volatile @Nullable Inbound inbound;

    /// @param within how long one exchange with the gateway may take
    SmsChannel(
            ChannelId id,
            SmsSettings settings,
            KeyedHash hash,
            InstantSource clock,
            Duration within) {
        this.within = within;
        this.id = id;
        this.settings = settings;
        this.hash = hash;
        this.talk = new HttpTalk(Optional.empty(), MailTrust.of(settings.trust()));
        this.door = new SmsDoor(settings, hash, clock);
    }

    @Override
    public Duration deadline() {
        return within.plusSeconds(1);
    }

    @Override
    public void start(Inbound to) {
        inbound = to;
    }

    @Override
    public void close() {
        talk.close();
    }

    @Override
    public Reply posted(Posted what) {
        Inbound to = inbound;
        return to == null ? Reply.NOTHING_HERE : door.take(what, id, to);
    }

    @Override
    public Result send(Outgoing message) {
        Optional<PhoneNumber> to = PhoneNumber.of(message.address());
        if (to.isEmpty()) {
            return new Refused(Reason.ADDRESS_REFUSED, false);
        }
        SmsText text = SmsText.of(message.text());
        if (text.text().isEmpty()) {
            return new Refused(Reason.REFUSED, false);
        }
        String reference = reference(message.key());
        Map<Gapped.Gap, String> values = standing();
        values.put(Gapped.Gap.TO, to.get().e164());
        values.put(Gapped.Gap.TO_DIGITS, to.get().digits());
        values.put(Gapped.Gap.TEXT, text.text());
        values.put(
                Gapped.Gap.CODING, settings.file().codings().getOrDefault(text.length().gsm(), ""));
        values.put(Gapped.Gap.REFERENCE, reference);
        var call = new GatewayCall(settings.file().send(), values);
        return call.ask(within)
                .map(ask -> result(call, talk.say(ask), reference))
                .orElseGet(() -> new Refused(Reason.DESK_FAULT, false));
    }

    /// The same for every try of a message, and without the desk's key nothing can be read out of
    /// it.
    private String reference(String key) {
        byte[] name =
                hash.of(
                        REFERENCE_DOMAIN,
                        (id.value() + "/" + key).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(name, 0, REFERENCE_BYTES);
    }

    private Map<Gapped.Gap, String> standing() {
        var values = new EnumMap<Gapped.Gap, String>(Gapped.Gap.class);
        values.put(Gapped.Gap.BASE, settings.base().toString());
        values.put(Gapped.Gap.USER, settings.user());
        values.put(Gapped.Gap.SECRET, settings.secret());
        values.put(Gapped.Gap.SENDER, settings.sender());
        settings.desk()
                .ifPresent(desk -> {
                    String path = desk.getRawPath() + "/in/" + id.value();
                    String host = "://%s" + desk.getRawAuthority() + path;
                    values.put(Gapped.Gap.DESK, desk.getScheme() + host.formatted(""));
                    values.put(
                            Gapped.Gap.DESK_SIGNED,
                            desk.getScheme()
                                    + host.formatted("gateway:" + settings.incoming() + "@"));
                });
        return values;
    }

    private Result result(GatewayCall call, HttpTalk.Heard heard, String reference) {
        return switch (heard) {
            case HttpTalk.Broken(Reason why, boolean mayBeOut) ->
                    mayBeOut ? new Unsure(why) : new Refused(why, true);
            case HttpTalk.Answered answer ->
                    call.meaning(answer)
                            .map(meaning -> meant(meaning, answer, reference))
                            .orElseGet(() -> unnamed(answer.status()));
        };
    }

    private Result meant(Meaning meaning, HttpTalk.Answered answer, String reference) {
        return switch (meaning) {
            case SENT, ALIVE -> new Sent(gatewayId(answer, reference));
            case REFUSED -> new Refused(Reason.REFUSED, false);
            case ADDRESS_REFUSED -> new Refused(Reason.ADDRESS_REFUSED, false);
            case SIGN_IN_REFUSED -> new Refused(Reason.SIGN_IN_REFUSED, true);
            case BUSY -> new Refused(Reason.BUSY, true);
        };
    }

    private String gatewayId(HttpTalk.Answered answer, String reference) {
        return switch (settings.file().id()) {
            case GatewayFile.Own() -> reference;
            case GatewayFile.Answered(String pointer) ->
                    GatewayCall.at(answer.body(), pointer).orElse("");
        };
    }

    /// What an answer means that the file says nothing of. Where it may have taken the message, it
    /// is sent again and labelled.
    private static Result unnamed(int status) {
        return switch (status) {
            case 401, 403, 407 -> new Refused(Reason.SIGN_IN_REFUSED, true);
            case 429, 503 -> new Refused(Reason.BUSY, true);
            default ->
                    switch (status / 100) {
                        case 3 -> new Refused(Reason.GARBLED, true);
                        case 4 -> new Refused(Reason.REFUSED, true);
                        default -> new Unsure(Reason.GARBLED);
                    };
        };
    }

    @Override
    public Health probe() {
        if (settings.file().probe().isEmpty()) {
            return connect();
        }
        var call = new GatewayCall(settings.file().probe().get(), standing());
        Optional<HttpTalk.Ask> ask = call.ask(within);
        if (ask.isEmpty()) {
            return new Trouble(Reason.DESK_FAULT);
        }
        return switch (talk.say(ask.get())) {
            case HttpTalk.Broken(Reason why, _) -> new Trouble(why);
            case HttpTalk.Answered answer ->
                    switch (call.meaning(answer).orElse(Meaning.REFUSED)) {
                        case ALIVE, SENT -> new Alive();
                        case SIGN_IN_REFUSED -> new Trouble(Reason.SIGN_IN_REFUSED);
                        case BUSY -> new Trouble(Reason.BUSY);
                        case REFUSED, ADDRESS_REFUSED ->
                                new Trouble(reason(unnamed(answer.status())));
                    };
        };
    }

    private static Reason reason(Result result) {
        return switch (result) {
            case Refused(Reason why, _) -> why;
            case Unsure(Reason why) -> why;
            case Sent _ -> Reason.GARBLED;
        };
    }

    /// All that can be asked of a gateway whose file names no question: whether anything there
    /// speaks HTTP.
    private Health connect() {
        var ask =
                new HttpTalk.Ask(
                        "HEAD",
                        URI.create(settings.base() + "/"),
                        Map.of("User-Agent", "desk"),
                        "",
                        within,
                        Limits.HTTP_ANSWER_BYTES);
        return switch (talk.say(ask)) {
            case HttpTalk.Broken(Reason why, _) -> new Trouble(why);
            case HttpTalk.Answered _ -> new Alive();
        };
    }
}
