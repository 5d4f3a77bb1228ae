package org.watchword.story.torture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.gateway.Received;

/// What the mail server took, told apart by the name that every mail carries: the same message has
/// the same name however often it comes.
final class Taken {
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^Message-ID:\\s*<([0-9a-f]{32})@");
    private static final Pattern KEY = Pattern.compile("alarm-(\\d+)/\\d+/(\\d+)/\\d+(/over)?");
    private static final int ID_BYTES = 16;

    private final Gateway server;
    private final KeyedHash hash;
    private final Map<String, String> keyOf = new ConcurrentHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<Received>> byName = new LinkedHashMap<>();
    private int seen;

    /// @param hash under the watch key of the desk, by which it names its mails
    Taken(Gateway server, KeyedHash hash) {
        this.server = server;
        this.hash = hash;
    }

    /// Of which alarm a ring is, and whom it rings.
    record Ring(long alarm, long person) {}

    /// The ring that a message's key speaks of; empty for what only tells that it is over, and for
    /// what concerns no alarm.
    static Optional<Ring> ring(String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches() && parts.group(3) == null
                ? Optional.of(
                        new Ring(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /// Learns the names of messages that the desk has written down.
    void learn(List<Kept.Message> messages) {
        for (Kept.Message message : messages) {
            String name = names.computeIfAbsent(message.key(), this::name);
            keyOf.put(name, message.key());
        }
    }

    private String name(String key) {
        byte[] whole = hash.of("delivery/message-id", key.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(whole, 0, ID_BYTES);
    }

    /// Sorts what came since the last look.
    private void look() {
        List<Received> all = server.received();
        for (Received message : all.subList(seen, all.size())) {
            byName.computeIfAbsent(nameOn(message), _ -> new ArrayList<>()).add(message);
        }
        seen = all.size();
    }

    private static String nameOn(Received message) {
        Matcher found = MESSAGE_ID.matcher(message.raw());
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /// What came, by the key of its message; what no row speaks of, by its own name.
    Map<String, List<Received>> byKey() {
        look();
        Map<String, List<Received>> all = new LinkedHashMap<>();
        byName.forEach((name, came) -> all.put(keyOf.getOrDefault(name, name), came));
        return all;
    }

    /// The alarm and person that a message rings for, as far as its name is known yet.
    Optional<Ring> ring(Received message) {
        return Optional.ofNullable(keyOf.get(nameOn(message))).flatMap(Taken::ring);
    }

    List<Received> all() {
        return server.received();
    }
}
