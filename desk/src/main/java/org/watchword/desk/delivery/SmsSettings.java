package org.watchword.desk.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelKind.Look;
import org.watchword.desk.delivery.ChannelKind.Setting;

/// What an SMS channel is set to.
///
/// @param file how this gateway is spoken to
/// @param base where it is, without a slash at the end
/// @param sender whom messages come from; may be empty
/// @param desk where the gateway reaches the desk; empty when it cannot, and then no reports are
///   asked for
/// @param incoming the secret it must show
/// @param trust certificates as text; empty for the public authorities
record SmsSettings(
        GatewayFile file,
        URI base,
        String user,
        String secret,
        String sender,
        Optional<URI> desk,
        String incoming,
        String trust) {
    static final String GATEWAY = "gateway";
    static final String FILE = "gateway-file";
    static final String BASE = "gateway-base";
    static final String USER = "gateway-user";
    static final String SECRET = "gateway-secret";
    static final String SENDER = "gateway-sender";
    static final String DESK = "gateway-desk";
    static final String INCOMING = "gateway-incoming";
    private static final String TRUST = "trust";

    /// What a new channel may send in an hour, until the team says otherwise.
    private static final int MOST_PER_HOUR = 60;

    private static final String OWN = "own";
    private static final List<String> READY = List.of("kannel", "form", "json");
    private static final Pattern A_SENDER =
            Pattern.compile("|\\+?[0-9]{3,15}|[A-Za-z0-9][A-Za-z0-9 ._-]{0,10}");
    private static final Pattern AN_INCOMING = Pattern.compile("[A-Za-z0-9._~-]{16,100}");
    private static final Pattern FOR_A_HEADER = Pattern.compile("[\\x21-\\x7e]*");

    static List<Setting> asked() {
        return List.of(
                new Setting(
                        GATEWAY,
                        Look.CHOICE,
                        List.of("kannel", "form", "json", OWN),
                        Optional.of("kannel")),
                line(BASE),
                line(USER),
                new Setting(SECRET, Look.SECRET, List.of(), Optional.of("")),
                line(SENDER),
                line(DESK),
                new Setting(INCOMING, Look.SECRET, List.of(), Optional.of("")),
                Strangers.asked(),
                new Setting(FILE, Look.LINES, List.of(), Optional.of("")),
                new Setting(TRUST, Look.LINES, List.of(), Optional.of("")),
                HourlyLimit.asked(MOST_PER_HOUR));
    }

    private static Setting line(String name) {
        return new Setting(name, Look.LINE, List.of(), Optional.of(""));
    }

    static Map<String, Sentence> wrongWith(Map<String, String> settings) {
        var wrong = new HashMap<String, Sentence>();
        HourlyLimit.wrongWith(settings).ifPresent(why -> wrong.put(HourlyLimit.SETTING, why));
        fileWrong(settings, wrong);
        if (WebAddress.of(value(settings, BASE)).isEmpty()) {
            wrong.put(BASE, WebAddress.wrong());
        }
        String desk = value(settings, DESK);
        if (!desk.isEmpty() && WebAddress.of(desk).isEmpty()) {
            wrong.put(DESK, WebAddress.wrong());
        }
        matches(settings, USER, FOR_A_HEADER, "sms-user", wrong);
        matches(settings, SECRET, FOR_A_HEADER, "sms-user", wrong);
        matches(settings, SENDER, A_SENDER, "sms-sender", wrong);
        matches(settings, INCOMING, AN_INCOMING, "sms-incoming", wrong);
        String trust = value(settings, TRUST);
        if (!trust.isBlank() && MailTrust.certificates(trust).isEmpty()) {
            put(wrong, TRUST, "trust");
        }
        settings.forEach((name, value) -> {
            if (value.length() > Limits.SETTING_CHARACTERS) {
                put(wrong, name, "long");
            }
        });
        return wrong;
    }

    private static void fileWrong(Map<String, String> settings, Map<String, Sentence> wrong) {
        String gateway = value(settings, GATEWAY);
        if (READY.contains(gateway)) {
            return;
        }
        if (!gateway.equals(OWN)) {
            put(wrong, GATEWAY, "sms-gateway");
        } else if (value(settings, FILE).isBlank()) {
            put(wrong, FILE, "sms-file");
        } else if (GatewayFile.read(value(settings, FILE)) instanceof GatewayFile.Bad(var why)) {
            wrong.put(FILE, why);
        }
    }

    private static void matches(
            Map<String, String> settings,
            String name,
            Pattern form,
            String why,
            Map<String, Sentence> wrong) {
        String value = value(settings, name);
        if (!form.matcher(value).matches() || value.length() > Limits.ADDRESS_CHARACTERS) {
            put(wrong, name, why);
        }
    }

    /// @param settings good ones
    static SmsSettings of(Map<String, String> settings) {
        String desk = value(settings, DESK);
        return new SmsSettings(
                file(settings).orElseThrow(),
                WebAddress.of(value(settings, BASE)).orElseThrow(),
                value(settings, USER),
                value(settings, SECRET),
                value(settings, SENDER),
                desk.isEmpty() ? Optional.empty() : WebAddress.of(desk),
                value(settings, INCOMING),
                value(settings, TRUST));
    }

    private static Optional<GatewayFile> file(Map<String, String> settings) {
        String gateway = value(settings, GATEWAY);
        String written = READY.contains(gateway) ? ready(gateway) : value(settings, FILE);
        return GatewayFile.read(written) instanceof GatewayFile.Good(GatewayFile file)
                ? Optional.of(file)
                : Optional.empty();
    }

    /// A file that comes with the program.
    static String ready(String name) {
        try (InputStream in = SmsSettings.class.getResourceAsStream("gateways/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("no such gateway file: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a gateway set up like this tells what became of messages.
    static boolean reports(Map<String, String> settings) {
        return file(settings)
                .filter(file -> file.reports().isPresent())
                .filter(file -> !value(settings, DESK).isEmpty() || !file.saysWhereTheDeskIs())
                .isPresent();
    }

    private static String value(Map<String, String> settings, String name) {
        return settings.getOrDefault(name, "").strip();
    }

    private static void put(Map<String, Sentence> wrong, String name, String why) {
        wrong.put(name, Sentence.of("delivery.setting.wrong." + why));
    }

    @Override
    public String toString() {
        return "sms settings";
    }
}
