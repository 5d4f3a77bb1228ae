package org.watchword.desk.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `desk.yaml`. Every value is checked here, so that a desk either starts as it was told or
/// says which line to change.
public final class SettingsFile {
    /// The name of the file in a desk's directory.
    public static final String NAME = "desk.yaml";

    private static final long BYTES = 64 * 1024;
    private static final Set<String> KEYS = Set.of("name", "zone", "language", "staff");
    private static final Set<String> STAFF_KEYS = Set.of("host", "port", "link");

    /// What reading gave.
    public sealed interface Read {
        record Good(Settings settings) implements Read {}

        record Bad(Sentence why) implements Read {}
    }

    /// Reads the settings of a desk's directory; `spoken` are the languages the program has.
    public static Read in(Path directory, Set<String> spoken) {
        Path file = directory.resolve(NAME);
        try {
            if (Files.size(file) > BYTES) {
                return bad("cli.settings.too-large");
            }
            return read(Files.readString(file, StandardCharsets.UTF_8), spoken);
        } catch (NoSuchFileException e) {
            return bad("cli.settings.missing");
        } catch (CharacterCodingException e) {
            return bad("cli.settings.not-utf8");
        } catch (IOException e) {
            return bad("cli.settings.unreadable");
        }
    }

    static Read read(String yaml, Set<String> spoken) {
        try {
            JsonNode root =
                    YAMLMapper.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build()
                            .readTree(yaml);
            return new Read.Good(settings(root, spoken));
        } catch (JacksonException e) {
            return new Read.Bad(
                    Sentence.of("cli.settings.not-yaml", "line", e.getLocation().getLineNr()));
        } catch (Wrong e) {
            return new Read.Bad(e.why);
        }
    }

    private static Settings settings(JsonNode root, Set<String> spoken) {
        onlyKnown(root, KEYS);
        JsonNode staff = root.path("staff");
        onlyKnown(staff, STAFF_KEYS);
        return new Settings(
                name(text(root, "name")),
                zone(text(root, "zone")),
                language(text(root, "language"), spoken),
                host(text(staff, "host")),
                port(staff),
                link(staff));
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

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw wrong("cli.settings.missing-key", key);
        }
        return value.stringValue().strip();
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

    private static String host(String text) {
        if (!text.matches("[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?")) {
            throw wrong("cli.settings.bad-host", "host");
        }
        return text;
    }

    private static Optional<String> link(JsonNode staff) {
        if (staff.path("link").isMissingNode()) {
            return Optional.empty();
        }
        String link = text(staff, "link");
        if (!link.matches("https?://[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:[0-9]{1,5})?")) {
            throw wrong("cli.settings.bad-link", "link");
        }
        return Optional.of(link);
    }

    private static int port(JsonNode staff) {
        JsonNode port = staff.path("port");
        if (!port.isIntegralNumber() || port.asLong() < 0 || port.asLong() > 65_535) {
            throw wrong("cli.settings.bad-port", "port");
        }
        return port.asInt();
    }

    private static Read bad(String key) {
        return new Read.Bad(Sentence.of(key));
    }

    private static Wrong wrong(String key, String name) {
        return new Wrong(Sentence.of(key, "key", name));
    }

    /// Carries a refusal up to {@link #read}.
    private static final class Wrong extends RuntimeException {
        private final transient Sentence why;

        Wrong(Sentence why) {
            super(why.key());
            this.why = why;
        }
    }

    private SettingsFile() {}
}
