package org.watchword.desk.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.cli.Settings.Backup;
import org.watchword.desk.cli.Settings.Entrance;
import org.watchword.desk.cli.Settings.Pem;
import org.watchword.desk.cli.Settings.Reach;
import tools.jackson.databind.JsonNode;

/// Takes the values out of the settings' YAML, each checked by itself.
final class SettingsValues {
    private static final Set<String> KEYS =
            Set.of("name", "zone", "language", "reach", "staff", "door", "site", "backup");
    private static final Set<String> ENTRANCE_KEYS =
            Set.of("host", "port", "link", "address", "certificate", "key");
    private static final Set<String> BACKUP_KEYS = Set.of("directory", "recipients");
    private static final String HOST = "[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?";
    private static final int RECIPIENTS = 20;

    private final JsonNode root;
    private final Set<String> spoken;

    SettingsValues(JsonNode root, Set<String> spoken) {
        this.root = root;
        this.spoken = spoken;
    }

    /// @throws Wrong with the first value that cannot be taken
    Settings read() {
        onlyKnown(root, KEYS);
        return new Settings(
                name(text(root, "name")),
                zone(text(root, "zone")),
                language(text(root, "language"), spoken),
                reach(),
                entrance("staff"),
                optional("door").map(_ -> entrance("door")),
                optional("site").map(_ -> entrance("site")),
                optional("backup").map(SettingsValues::backup));
    }

    private Optional<JsonNode> optional(String key) {
        JsonNode node = root.path(key);
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    private Entrance entrance(String key) {
        JsonNode node = root.path(key);
        onlyKnown(node, ENTRANCE_KEYS);
        return new Entrance(
                matching(node, "host", HOST, "cli.settings.bad-host"),
                port(node),
                given(node, "link")
                        .map(_ ->
                                matching(
                                        node,
                                        "link",
                                        "https?://" + HOST + "(:[0-9]{1,5})?",
                                        "cli.settings.bad-link")),
                given(node, "address")
                        .map(_ ->
                                matching(
                                        node,
                                        "address",
                                        "[0-9a-f.:]{2,45}",
                                        "cli.settings.bad-address")),
                pem(node));
    }

    private static Optional<Pem> pem(JsonNode node) {
        if (given(node, "certificate").isEmpty() && given(node, "key").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Pem(path(node, "certificate"), path(node, "key")));
    }

    private static Backup backup(JsonNode node) {
        onlyKnown(node, BACKUP_KEYS);
        var recipients = new ArrayList<String>();
        for (JsonNode one : node.path("recipients").values()) {
            if (!one.isString() || recipients.size() == RECIPIENTS) {
                throw wrong("cli.settings.bad-value", "recipients");
            }
            recipients.add(one.stringValue().strip());
        }
        return new Backup(path(node, "directory"), List.copyOf(recipients));
    }

    /// Only whole paths: what a shorter one begins at depends on who starts the desk.
    private static Path path(JsonNode node, String key) {
        try {
            Path path = Path.of(text(node, key)).normalize();
            // Taking away what leads nowhere may leave a blank at the end.
            String written = path.toString();
            if (path.isAbsolute() && written.equals(written.strip())) {
                return path;
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw wrong("cli.settings.bad-path", key);
    }

    private Reach reach() {
        if (given(root, "reach").isEmpty()) {
            return Reach.LOOPBACK;
        }
        String given = text(root, "reach");
        return Stream.of(Reach.values())
                .filter(reach -> word(reach).equals(given))
                .findFirst()
                .orElseThrow(() -> wrong("cli.settings.bad-reach", "reach"));
    }

    /// How a way to reach the desk is written in the file.
    static String word(Reach reach) {
        return reach.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void onlyKnown(JsonNode node, Set<String> keys) {
        if (!node.isObject()) {
            throw new Wrong(Sentence.of("cli.settings.keys-missing"));
        }
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                throw wrong("cli.settings.unknown-key", key);
            }
        }
    }

    private static Optional<JsonNode> given(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() ? Optional.empty() : Optional.of(value);
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw wrong("cli.settings.missing-key", key);
        }
        return value.stringValue().strip();
    }

    private static String matching(JsonNode node, String key, String pattern, String why) {
        String text = text(node, key);
        if (!text.matches(pattern)) {
            throw wrong(why, key);
        }
        return text;
    }

    private static String name(String text) {
        if (text.length() > Limits.NAME_CHARACTERS || text.chars().anyMatch(c -> c < ' ')) {
            throw wrong("cli.settings.bad-value", "name");
        }
        return text;
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw wrong("cli.settings.bad-zone", "zone");
        }
    }

    private static Language language(String tag, Set<String> spoken) {
        if (!spoken.contains(tag)) {
            throw new Wrong(
                    new Sentence(
                            "cli.settings.bad-language",
                            Map.of("known", String.join(", ", spoken))));
        }
        return new Language(tag);
    }

    private static int port(JsonNode entrance) {
        JsonNode port = entrance.path("port");
        long number = port.asLong(-1);
        if (!port.isIntegralNumber() || number < 0 || number > 65_535) {
            throw wrong("cli.settings.bad-port", "port");
        }
        return (int) number;
    }

    private static Wrong wrong(String key, String name) {
        return new Wrong(Sentence.of(key, "key", name));
    }

    /// Carries a refusal up to {@link SettingsFile}.
    static final class Wrong extends RuntimeException {
        private final transient Sentence why;

        Wrong(Sentence why) {
            super(why.key());
            this.why = why;
        }

        Sentence why() {
            return why;
        }
    }
}
