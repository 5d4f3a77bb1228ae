package org.watchword.desk.delivery;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelKind.Look;
import org.watchword.desk.delivery.ChannelKind.Setting;

/// What a webhook is set to.
///
/// @param receiver where messages are posted to
/// @param bearer what lets the desk in there; empty for nothing
/// @param trust certificates as text; empty for the public authorities
record WebhookSettings(
        URI receiver, Key key, String bearer, Optional<InetSocketAddress> proxy, String trust) {
    private static final String RECEIVER = "receiver";
    private static final String SECRET = "signing-secret";
    private static final String BEARER = "bearer";
    private static final String PROXY = "proxy";
    private static final String TRUST = "trust";

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final Pattern A_BEARER = Pattern.compile("[A-Za-z0-9._~+/=-]{1,400}");

    /// The secret that the receiver knows too, as it is written: `whsec_` and base64.
    record Key(String written) {
        static Optional<Key> of(String typed) {
            String text = typed.strip();
            if (!text.startsWith(PREFIX)) {
                return Optional.empty();
            }
            try {
                int bytes = decoded(text).length;
                return bytes >= LEAST_BYTES && bytes <= MOST_BYTES
                        ? Optional.of(new Key(text))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        byte[] bytes() {
            return decoded(written);
        }

        private static byte[] decoded(String text) {
            return Base64.getDecoder().decode(text.substring(PREFIX.length()));
        }

        @Override
        public String toString() {
            return "key";
        }
    }

    static List<Setting> asked() {
        return List.of(
                new Setting(RECEIVER, Look.LINE, List.of(), Optional.empty()),
                new Setting(SECRET, Look.SECRET, List.of(), Optional.empty()),
                new Setting(BEARER, Look.SECRET, List.of(), Optional.of("")),
                new Setting(PROXY, Look.LINE, List.of(), Optional.of("")),
                new Setting(TRUST, Look.LINES, List.of(), Optional.of("")));
    }

    static Map<String, Sentence> wrongWith(Map<String, String> settings) {
        var wrong = new HashMap<String, Sentence>();
        if (WebAddress.of(value(settings, RECEIVER)).isEmpty()) {
            wrong.put(RECEIVER, WebAddress.wrong());
        }
        if (Key.of(value(settings, SECRET)).isEmpty()) {
            put(wrong, SECRET, "signing-secret");
        }
        String bearer = value(settings, BEARER);
        if (!bearer.isEmpty() && !A_BEARER.matcher(bearer).matches()) {
            put(wrong, BEARER, "bearer");
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

    /// @param settings good ones
    static WebhookSettings of(Map<String, String> settings) {
        return new WebhookSettings(
                WebAddress.of(value(settings, RECEIVER)).orElseThrow(),
                Key.of(value(settings, SECRET)).orElseThrow(),
                value(settings, BEARER),
                WebAddress.proxy(value(settings, PROXY)),
                value(settings, TRUST));
    }

    private static String value(Map<String, String> settings, String name) {
        return settings.getOrDefault(name, "").strip();
    }

    private static void put(Map<String, Sentence> wrong, String name, String why) {
        wrong.put(name, Sentence.of("delivery.setting.wrong." + why));
    }

    @Override
    public String toString() {
        return "webhook settings";
    }
}
