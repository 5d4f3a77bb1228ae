package org.watchword.desk.delivery;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelKind.Look;
import org.watchword.desk.delivery.ChannelKind.Setting;

/// What a Telegram bot is set to.
///
/// @param api where the Bot API is: Telegram's own, or a server of the team's
/// @param hook where Telegram posts what people write; empty while the desk asks for it
/// @param proxy an HTTP proxy on the way to the Bot API
/// @param trust certificates as text; empty for the public authorities
record TelegramSettings(
        String token,
        URI api,
        Optional<Hook> hook,
        Optional<InetSocketAddress> proxy,
        String trust) {
    private static final String TOKEN = "bot-token";
    private static final String API = "bot-api";
    private static final String WAY = "bot-way";
    private static final String BASE = "bot-base";
    private static final String SECRET = "bot-secret";
    private static final String PROXY = "proxy";
    private static final String TRUST = "trust";
    private static final String POLLING = "polling";
    private static final String WEBHOOK = "webhook";

    private static final Pattern A_TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{10,200}");

    /// What Telegram takes as a secret, and long enough that nobody guesses it.
    private static final Pattern A_SECRET = Pattern.compile("[A-Za-z0-9_-]{24,256}");

    /// Where Telegram posts to.
    ///
    /// @param base the desk's address as Telegram reaches it
    /// @param secret what Telegram proves itself with
    record Hook(URI base, String secret) {
        /// Whether that is the secret; it takes the same time whatever was shown.
        boolean is(String shown) {
            return MessageDigest.isEqual(
                    shown.getBytes(StandardCharsets.UTF_8),
                    secret.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "hook";
        }
    }

    static List<Setting> asked() {
        return List.of(
                new Setting(TOKEN, Look.SECRET, List.of(), Optional.empty()),
                new Setting(API, Look.LINE, List.of(), Optional.of("https://api.telegram.org")),
                new Setting(WAY, Look.CHOICE, List.of(POLLING, WEBHOOK), Optional.of(POLLING)),
                new Setting(BASE, Look.LINE, List.of(), Optional.of("")),
                new Setting(SECRET, Look.SECRET, List.of(), Optional.of("")),
                Strangers.asked(),
                new Setting(PROXY, Look.LINE, List.of(), Optional.of("")),
                new Setting(TRUST, Look.LINES, List.of(), Optional.of("")));
    }

    static Map<String, Sentence> wrongWith(Map<String, String> settings) {
        var wrong = new HashMap<String, Sentence>();
        if (!A_TOKEN.matcher(value(settings, TOKEN)).matches()) {
            put(wrong, TOKEN, "bot-token");
        }
        if (WebAddress.of(value(settings, API)).isEmpty()) {
            wrong.put(API, WebAddress.wrong());
        }
        String way = value(settings, WAY);
        if (!way.equals(POLLING) && !way.equals(WEBHOOK)) {
            put(wrong, WAY, "bot-way");
        }
        if (way.equals(WEBHOOK)) {
            hookWrong(settings, wrong);
        }
        String proxy = value(settings, PROXY);
        if (!proxy.isEmpty() && WebAddress.proxy(proxy).isEmpty()) {
            put(wrong, PROXY, "proxy");
        }
        String trust = value(settings, TRUST);
        if (!trust.isEmpty() && MailTrust.certificates(trust).isEmpty()) {
            put(wrong, TRUST, "trust");
        }
        settings.forEach((name, value) -> {
            if (value.length() > Limits.SETTING_CHARACTERS) {
                put(wrong, name, "long");
            }
        });
        return wrong;
    }

    private static void hookWrong(Map<String, String> settings, Map<String, Sentence> wrong) {
        if (WebAddress.of(value(settings, BASE)).isEmpty()) {
            wrong.put(BASE, WebAddress.wrong());
        }
        if (!A_SECRET.matcher(value(settings, SECRET)).matches()) {
            put(wrong, SECRET, "bot-secret");
        }
    }

    /// @param settings good ones
    static TelegramSettings of(Map<String, String> settings) {
        Optional<Hook> hook =
                value(settings, WAY).equals(WEBHOOK)
                        ? Optional.of(
                                new Hook(
                                        WebAddress.of(value(settings, BASE)).orElseThrow(),
                                        value(settings, SECRET)))
                        : Optional.empty();
        return new TelegramSettings(
                value(settings, TOKEN),
                WebAddress.of(value(settings, API)).orElseThrow(),
                hook,
                WebAddress.proxy(value(settings, PROXY)),
                value(settings, TRUST));
    }

    /// The bot's number: what stands before the colon of its token, and is no secret.
    String bot() {
        return token.substring(0, token.indexOf(':'));
    }

    private static String value(Map<String, String> settings, String name) {
        return settings.getOrDefault(name, "").strip();
    }

    private static void put(Map<String, Sentence> wrong, String name, String why) {
        wrong.put(name, Sentence.of("delivery.setting.wrong." + why));
    }

    @Override
    public String toString() {
        return "telegram settings";
    }
}
