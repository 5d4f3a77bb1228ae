package org.watchword.desk.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.WholeCharacters;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The channels the team has set up. A channel is never deleted, only switched off: messages name
/// it.
public final class Channels {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final TypeReference<TreeMap<String, String>> SETTINGS = new TypeReference<>() {};

    private final FieldSeal seal;
    private final Changed changed;

    Channels(FieldSeal seal, Changed changed) {
        this.seal = seal;
        this.changed = changed;
    }

    /// How the couriers learn that a channel was added, changed or switched.
    @FunctionalInterface
    interface Changed {
        void channel(ChannelId id);
    }

    /// One channel as the team set it up.
    ///
    /// @param kind the name of its {@link ChannelKind}
    public record Setup(
            ChannelId id, String label, String kind, Map<String, String> settings, boolean active) {
        public Setup {
            settings = Map.copyOf(settings);
        }

        @Override
        public String toString() {
            return id.toString();
        }
    }

    /// All channels in the team's order.
    public List<Setup> all(Handle handle) {
        return handle.createQuery("SELECT * FROM channel ORDER BY position, id")
                .map((row, context) -> setup(row))
                .list();
    }

    public Optional<Setup> find(Handle handle, ChannelId id) {
        return handle.createQuery("SELECT * FROM channel WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> setup(row))
                .findOne();
    }

    /// Sets up a channel behind the others; it works from the commit on.
    ///
    /// @param settings good ones, by the kind's own judgement
    public ChannelId add(Turn turn, String label, String kind, Map<String, String> settings) {
        long id = RowNumbers.next(turn, "channel");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO channel (id, label, kind, settings, position, active)
                        VALUES (:id, :label, :kind, :settings,
                            (SELECT count(*) FROM channel), 1)\
                        """)
                .bind("id", id)
                .bind("label", seal.seal(place("label", id), label))
                .bind("kind", kind)
                .bind("settings", seal.seal(place("settings", id), written(settings)))
                .execute();
        return announced(turn, new ChannelId(id));
    }

    /// Changes label and settings; messages that wait go the new way.
    public ChannelId change(Turn turn, ChannelId id, String label, Map<String, String> settings) {
        turn.handle()
                .createUpdate(
                        "UPDATE channel SET label = :label, settings = :settings WHERE id = :id")
                .bind("id", id.value())
                .bind("label", seal.seal(place("label", id.value()), label))
                .bind("settings", seal.seal(place("settings", id.value()), written(settings)))
                .execute();
        return announced(turn, id);
    }

    /// Switches a channel on or off. What waits for one that is off waits until it is on again.
    public ChannelId switchTo(Turn turn, ChannelId id, boolean active) {
        turn.handle()
                .createUpdate("UPDATE channel SET active = :active WHERE id = :id")
                .bind("id", id.value())
                .bind("active", active ? 1 : 0)
                .execute();
        return announced(turn, id);
    }

    private ChannelId announced(Turn turn, ChannelId id) {
        turn.afterCommit(() -> changed.channel(id));
        return id;
    }

    private Setup setup(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Setup(
                new ChannelId(id),
                opened("label", id, row.getBytes("label")).orElse("?"),
                row.getString("kind"),
                opened("settings", id, row.getBytes("settings"))
                        .map(Channels::read)
                        .orElse(Map.of()),
                row.getBoolean("active"));
    }

    /// One that does not open must not keep the other channels from working: without settings it
    /// shows as faulty.
    private Optional<String> opened(String column, long id, byte[] sealed) {
        try {
            return Optional.of(seal.open(place(column, id), sealed));
        } catch (FieldSeal.UnreadableField e) {
            LOG.error("{}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String written(Map<String, String> settings) {
        return YAML.writeValueAsString(new TreeMap<>(settings));
    }

    private static Map<String, String> read(String written) {
        try {
            return YAML.readValue(new WholeCharacters(written), SETTINGS);
        } catch (JacksonException e) {
            LOG.error("a channel's settings are not in their form");
            return Map.of();
        }
    }

    private static FieldSeal.Place place(String column, long id) {
        return new FieldSeal.Place("channel", column, id);
    }
}
