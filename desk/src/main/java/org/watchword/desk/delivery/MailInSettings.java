package org.watchword.desk.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelKind.Look;
import org.watchword.desk.delivery.ChannelKind.Setting;

/// Where a mail channel fetches what people write, by IMAP; set apart from how it sends.
///
/// @param implicitTls encrypted from the first byte; otherwise STARTTLS, which is then required
record MailInSettings(
        String host, int port, boolean implicitTls, MailSettings.SignIn user, String folder) {
    private static final String HOST = "in-host";
    private static final String PORT = "in-port";
    private static final String SECURITY = "in-security";
    private static final String NAME = "in-name";
    private static final String PASSWORD = "in-password";
    private static final String FOLDER = "in-folder";
    private static final String TLS = "tls";
    private static final String STARTTLS = "starttls";

    static List<Setting> asked() {
        return List.of(
                new Setting(HOST, Look.LINE, List.of(), Optional.of("")),
                new Setting(PORT, Look.LINE, List.of(), Optional.of("993")),
                new Setting(SECURITY, Look.CHOICE, List.of(TLS, STARTTLS), Optional.of(TLS)),
                new Setting(NAME, Look.LINE, List.of(), Optional.of("")),
                new Setting(PASSWORD, Look.SECRET, List.of(), Optional.of("")),
                new Setting(FOLDER, Look.LINE, List.of(), Optional.of("INBOX")),
                Strangers.asked());
    }

    /// Empty when nothing is fetched.
    static Map<String, Sentence> wrongWith(Map<String, String> settings) {
        var wrong = new HashMap<String, Sentence>();
        String host = value(settings, HOST);
        if (host.isEmpty()) {
            return wrong;
        }
        if (!MailSettings.isHost(host)) {
            put(wrong, HOST, "host");
        }
        if (MailSettings.port(value(settings, PORT)) < 1) {
            put(wrong, PORT, "port");
        }
        String security = value(settings, SECURITY);
        if (!security.equals(TLS) && !security.equals(STARTTLS)) {
            put(wrong, SECURITY, "security");
        }
        wrongLine(settings, NAME, "in-name", wrong);
        wrongLine(settings, PASSWORD, "in-password", wrong);
        wrongLine(settings, FOLDER, "in-folder", wrong);
        return wrong;
    }

    private static void wrongLine(
            Map<String, String> settings, String name, String why, Map<String, Sentence> wrong) {
        String value = value(settings, name);
        if (value.isEmpty()) {
            put(wrong, name, why);
        } else if (value.codePoints().anyMatch(Character::isISOControl)) {
            put(wrong, name, "characters");
        }
    }

    /// @param settings good ones
    static Optional<MailInSettings> of(Map<String, String> settings) {
        String host = value(settings, HOST);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new MailInSettings(
                        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                        MailSettings.port(value(settings, PORT)),
                        value(settings, SECURITY).equals(TLS),
                        new MailSettings.SignIn(value(settings, NAME), value(settings, PASSWORD)),
                        value(settings, FOLDER)));
    }

    private static String value(Map<String, String> settings, String name) {
        return settings.getOrDefault(name, "").strip();
    }

    private static void put(Map<String, Sentence> wrong, String name, String why) {
        wrong.put(name, Sentence.of("delivery.setting.wrong." + why));
    }

    @Override
    public String toString() {
        return "mail-in settings";
    }
}
