package org.watchword.desk.cli.watcher;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.delivery.FarEnd;
import org.watchword.desk.partner.PublicKeyText;
import tools.jackson.databind.JsonNode;

/// Takes the values out of a watcher's YAML, each checked by itself.
final class WatcherValues {
    private static final Set<String> KEYS =
            Set.of(
                    "desk",
                    "listen",
                    "certificate",
                    "key",
                    "look",
                    "look-proxy",
                    "look-trust",
                    "zone",
                    "language",
                    "ring");
    private static final Set<String> WAY_KEYS = Set.of("channel", "to", "settings");
    private static final int WAYS = 10;

    private final JsonNode root;
    private final Set<String> spoken;
    private final List<ChannelKind> kinds;

    WatcherValues(JsonNode root, Set<String> spoken, List<ChannelKind> kinds) {
        this.root = root;
        this.spoken = spoken;
        this.kinds = kinds.stream().filter(kind -> !kind.byHand()).toList();
    }

    /// @throws Wrong with the first value that cannot be taken
    WatcherSettings read() {
        onlyKnown(root, KEYS);
        String desk = must(root, "desk");
        if (PublicKeyText.read(desk).isEmpty()) {
            throw wrong("cli.watcher.file.bad-desk", "desk");
        }
        String language = must(root, "language");
        if (!spoken.contains(language)) {
            throw new Wrong(
                    Sentence.of(
                            "cli.watcher.file.bad-language", "known", String.join(", ", spoken)));
        }
        return new WatcherSettings(desk, listen(), look(), zone(), new Language(language), ways());
    }

    private WatcherSettings.Listen listen() {
        String text = must(root, "listen");
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, Math.max(0, colon));
        String port = text.substring(colon + 1);
        boolean good = host.matches("[0-9a-f.:]{2,45}|localhost") && port.matches("[0-9]{1,5}");
        if (!good || Integer.parseInt(port) > 65_535) {
            throw wrong("cli.watcher.file.bad-listen", "listen");
        }
        return new WatcherSettings.Listen(host, Integer.parseInt(port), certificate());
    }

    private Optional<WatcherSettings.Pem> certificate() {
        Optional<String> chain = text(root, "certificate");
        Optional<String> key = text(root, "key");
        if (chain.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WatcherSettings.Pem(path("certificate", chain), path("key", key)));
    }

    private static Path path(String name, Optional<String> text) {
        try {
            return text.map(Path::of)
                    .filter(Path::isAbsolute)
                    .orElseThrow(() -> wrong("cli.watcher.file.bad-path", name));
        } catch (InvalidPathException e) {
            throw wrong("cli.watcher.file.bad-path", name);
        }
    }

    private Optional<FarEnd.Where> look() {
        Optional<FarEnd.Where> where =
                text(root, "look")
                        .map(address ->
                                new FarEnd.Where(
                                        address,
                                        text(root, "look-proxy").orElse(""),
                                        text(root, "look-trust").orElse("")));
        where.flatMap(one -> one.wrong().keySet().stream().findFirst())
                .ifPresent(field -> {
                    String key = field.equals("address") ? "look" : "look-" + field;
                    throw wrong("cli.watcher.file.bad-look", key);
                });
        return where;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(must(root, "zone"));
        } catch (DateTimeException e) {
            throw wrong("cli.watcher.file.bad-zone", "zone");
        }
    }

    private List<WatcherSettings.Way> ways() {
        var ways = new ArrayList<WatcherSettings.Way>();
        JsonNode ring = root.path("ring");
        if (!ring.isArray() || ring.isEmpty() || ring.size() > WAYS) {
            throw new Wrong(Sentence.of("cli.watcher.file.nobody", "most", WAYS));
        }
        for (JsonNode one : ring.values()) {
            ways.add(way(one));
        }
        return ways;
    }

    private WatcherSettings.Way way(JsonNode node) {
        onlyKnown(node, WAY_KEYS);
        String name = must(node, "channel");
        ChannelKind kind =
                kinds.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new Wrong(
                                        Sentence.of(
                                                "cli.watcher.file.bad-channel",
                                                "known",
                                                String.join(
                                                        ", ",
                                                        kinds.stream()
                                                                .map(ChannelKind::name)
                                                                .toList()))));
        Map<String, String> settings = settings(node.path("settings"), kind);
        kind.wrongWith(settings).keySet().stream()
                .sorted()
                .findFirst()
                .ifPresent(setting -> {
                    throw new Wrong(
                            new Sentence(
                                    "cli.watcher.file.bad-setting",
                                    Map.of("channel", name, "key", setting)));
                });
        return switch (kind.address(must(node, "to"))) {
            case ChannelKind.Kept(String address) ->
                    new WatcherSettings.Way(name, settings, address);
            case ChannelKind.NotOne _ -> throw wrong("cli.watcher.file.bad-to", name);
        };
    }

    private static Map<String, String> settings(JsonNode given, ChannelKind kind) {
        var settings = new TreeMap<String, String>();
        kind.settings()
                .forEach(one -> one.preset().ifPresent(preset -> settings.put(one.name(), preset)));
        Set<String> known =
                Set.copyOf(kind.settings().stream().map(ChannelKind.Setting::name).toList());
        if (given.isMissingNode()) {
            return settings;
        }
        onlyKnown(given, known);
        for (String name : given.propertyNames()) {
            settings.put(name, given.path(name).asString("").strip());
        }
        return settings;
    }

    private static void onlyKnown(JsonNode node, Set<String> keys) {
        if (!node.isObject()) {
            throw new Wrong(Sentence.of("cli.watcher.file.keys-missing"));
        }
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                throw wrong("cli.watcher.file.unknown-key", key);
            }
        }
    }

    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isString() && !value.stringValue().isBlank()
                ? Optional.of(value.stringValue().strip())
                : Optional.empty();
    }

    private static String must(JsonNode node, String key) {
        return text(node, key).orElseThrow(() -> wrong("cli.watcher.file.missing-key", key));
    }

    private static Wrong wrong(String key, String name) {
        return new Wrong(Sentence.of(key, "key", name));
    }

    /// Carries a refusal up to {@link WatcherFile}.
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
