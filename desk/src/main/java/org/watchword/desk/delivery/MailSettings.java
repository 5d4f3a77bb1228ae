package org.watchword.desk.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelKind.Look;
import org.watchword.desk.delivery.ChannelKind.Setting;

/// What a mail channel is set to.
///
/// @param implicitTls encrypted from the first byte; otherwise STARTTLS, which is then required
/// @param user empty to send without signing in
/// @param trust certificates as text; empty for the public authorities
record MailSettings(
        String host,
        int port,
        boolean implicitTls,
        MailAddress from,
        Optional<SignIn> user,
        String trust) {
    private static final String HOST = "host";
    private static final String PORT = "port";
    private static final String SECURITY = "security";
    private static final String FROM = "from";
    private static final String NAME = "name";
    private static final String PASSWORD = "password";
    private static final String TRUST = "trust";
    private static final String TLS = "tls";
    private static final String STARTTLS = "starttls";

    private static final Pattern HOST_NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\\[?[0-9A-Fa-f:.]{2,45}]?");

    /// Name and password at the mail server.
    record SignIn(String name, String password) {
        @Override
        public String toString() {
            return "sign-in";
        }
    }

    static List<Setting> asked() {
        return List.of(
                new Setting(HOST, Look.LINE, List.of(), Optional.empty()),
                new Setting(PORT, Look.LINE, List.of(), Optional.of("465")),
                new Setting(SECURITY, Look.CHOICE, List.of(TLS, STARTTLS), Optional.of(TLS)),
                new Setting(FROM, Look.LINE, List.of(), Optional.empty()),
                new Setting(NAME, Look.LINE, List.of(), Optional.of("")),
                new Setting(PASSWORD, Look.SECRET, List.of(), Optional.of("")),
                new Setting(TRUST, Look.LINES, List.of(), Optional.of("")));
    }

    static Map<String, Sentence> wrongWith(Map<String, String> settings) {
        var wrong = new HashMap<String, Sentence>();
        settings.forEach((name, value) -> {
            if (value.length() > Limits.SETTING_CHARACTERS) {
                put(wrong, name, "long");
            }
        });
        if (!isHost(value(settings, HOST))) {
            put(wrong, HOST, "host");
        }
        if (port(value(settings, PORT)) < 1) {
            put(wrong, PORT, "port");
        }
        String security = value(settings, SECURITY);
        if (!security.equals(TLS) && !security.equals(STARTTLS)) {
            put(wrong, SECURITY, "security");
        }
        if (MailAddress.of(value(settings, FROM)).isEmpty()) {
            wrong.put(FROM, MailAddress.wrongWith(value(settings, FROM)));
        }
        signInWrong(settings, wrong);
        String trust = value(settings, TRUST);
        if (!trust.isBlank() && MailTrust.certificates(trust).isEmpty()) {
            put(wrong, TRUST, "trust");
        }
        return wrong;
    }

    private static void signInWrong(Map<String, String> settings, Map<String, Sentence> wrong) {
        String name = value(settings, NAME);
        String password = value(settings, PASSWORD);
        if (hasControls(name)) {
            put(wrong, NAME, "characters");
        }
        if (hasControls(password)) {
            put(wrong, PASSWORD, "characters");
        }
        if (name.isEmpty() && !password.isEmpty()) {
            put(wrong, NAME, "name-missing");
        }
        if (!name.isEmpty() && password.isEmpty()) {
            put(wrong, PASSWORD, "password-missing");
        }
    }

    /// @param settings good ones
    static MailSettings of(Map<String, String> settings) {
        String name = value(settings, NAME);
        String host = value(settings, HOST);
        return new MailSettings(
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                port(value(settings, PORT)),
                value(settings, SECURITY).equals(TLS),
                MailAddress.of(value(settings, FROM)).orElseThrow(),
                name.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SignIn(name, value(settings, PASSWORD))),
                value(settings, TRUST));
    }

    static boolean isHost(String typed) {
        return HOST_NAME.matcher(typed).matches();
    }

    /// -1 for what is no port.
    static int port(String port) {
        if (!port.matches("[0-9]{1,5}")) {
            return -1;
        }
        int number = Integer.parseInt(port);
        return number <= 65_535 ? number : -1;
    }

    private static boolean hasControls(String value) {
        return value.codePoints().anyMatch(Character::isISOControl);
    }

    private static String value(Map<String, String> settings, String name) {
        return settings.getOrDefault(name, "").strip();
    }

    private static void put(Map<String, Sentence> wrong, String name, String why) {
        wrong.put(name, Sentence.of("delivery.setting.wrong." + why));
    }

    @Override
    public String toString() {
        return "mail settings";
    }
}
