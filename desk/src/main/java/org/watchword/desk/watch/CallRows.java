package org.watchword.desk.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// The rows of `call`, `call_field` and `raise_key`: what was heard, and which form raised what.
final class CallRows {
    private final FieldSeal seal;

    CallRows(FieldSeal seal) {
        this.seal = seal;
    }

    /// What an earlier form with this number has raised.
    record Raised(AlarmId alarm, CallId call) {}

    Optional<Raised> raisedBy(Handle handle, String formId) {
        return handle.createQuery("SELECT * FROM raise_key WHERE key = :key")
                .bind("key", formId)
                .map((row, _) ->
                        new Raised(
                                new AlarmId(row.getLong("alarm_id")),
                                new CallId(row.getLong("call_id"))))
                .findOne();
    }

    void keepKey(Handle handle, String formId, Raised raised, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO raise_key (key, alarm_id, call_id, raised_at)
                        VALUES (:key, :alarm, :call, :now)
                        ON CONFLICT (key) DO UPDATE SET alarm_id = :alarm, call_id = :call,
                            raised_at = :now\
                        """)
                .bind("key", formId)
                .bind("alarm", raised.alarm().value())
                .bind("call", raised.call().value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// A call that a member wrote down.
    CallId insert(Turn turn, AlarmId alarm, PersonId by, Instant now) {
        return insert(turn, alarm, Optional.of(by), Optional.empty(), now);
    }

    /// A call that nobody of the team heard.
    ///
    /// @param source empty where it came at the quiet door
    CallId insert(Turn turn, AlarmId alarm, Optional<AlarmRoom.Source> source, Instant at) {
        return insert(turn, alarm, Optional.empty(), source, at);
    }

    private CallId insert(
            Turn turn,
            AlarmId alarm,
            Optional<PersonId> by,
            Optional<AlarmRoom.Source> source,
            Instant now) {
        long id = RowNumbers.next(turn, "call");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO call (id, alarm_id, logged_by, channel_id, sender, logged_at)
                        VALUES (:id, :alarm, :by, :channel, :sender, :now)\
                        """)
                .bind("id", id)
                .bind("alarm", alarm.value())
                .bind("by", by.map(PersonId::value).orElse(null))
                .bind("channel", source.map(from -> from.channel().value()).orElse(null))
                .bind(
                        "sender",
                        source.flatMap(AlarmRoom.Source::sender)
                                .map(sender -> seal.seal(sender(id), sender))
                                .orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
        return new CallId(id);
    }

    /// Adds what somebody typed into one field; what stood there before stays beneath.
    void insertField(Turn turn, CallId call, AlarmRoom.Field field) {
        long id = RowNumbers.next(turn, "call_field");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO call_field (id, call_id, field, text, saved_by, saved_at)
                        VALUES (:id, :call, :field, :text, :by, :at)\
                        """)
                .bind("id", id)
                .bind("call", call.value())
                .bind("field", field.name().word())
                .bind("text", seal.seal(place(id), field.text()))
                .bind("by", field.by().map(PersonId::value).orElse(null))
                .bind("at", field.at().toEpochMilli())
                .execute();
    }

    boolean belongs(Handle handle, CallId call, AlarmId alarm) {
        return handle.createQuery("SELECT 1 FROM call WHERE id = :call AND alarm_id = :alarm")
                .bind("call", call.value())
                .bind("alarm", alarm.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    int count(Handle handle, AlarmId alarm) {
        return handle.createQuery("SELECT count(*) FROM call WHERE alarm_id = :alarm")
                .bind("alarm", alarm.value())
                .mapTo(Integer.class)
                .one();
    }

    /// The newest calls of an alarm, the oldest of them first, each with the newest of its fields.
    List<AlarmRoom.Call> of(Handle handle, AlarmId alarm) {
        return handle.createQuery(
                        """
                        SELECT * FROM (SELECT * FROM call WHERE alarm_id = :alarm
                            ORDER BY id DESC LIMIT :most) ORDER BY id\
                        """)
                .bind("alarm", alarm.value())
                .bind("most", Limits.CALLS_SHOWN)
                .map((row, _) -> {
                    var id = new CallId(row.getLong("id"));
                    return new AlarmRoom.Call(
                            id,
                            AlarmRows.number(row, "logged_by").map(PersonId::new),
                            source(row),
                            Instant.ofEpochMilli(row.getLong("logged_at")),
                            fields(handle, id));
                })
                .list();
    }

    /// The newest of each field, in the order of the form.
    List<AlarmRoom.Field> fields(Handle handle, CallId call) {
        Map<CallField, AlarmRoom.Field> newest = new EnumMap<>(CallField.class);
        handle.createQuery("SELECT * FROM call_field WHERE call_id = :call ORDER BY id")
                .bind("call", call.value())
                .map((row, _) -> field(row))
                .forEach(field -> newest.put(field.name(), field));
        return newest.values().stream().filter(field -> !field.text().isEmpty()).toList();
    }

    private AlarmRoom.Field field(ResultSet row) throws SQLException {
        return new AlarmRoom.Field(
                CallField.of(row.getString("field")),
                seal.openOr(place(row.getLong("id")), row.getBytes("text"), "?"),
                AlarmRows.number(row, "saved_by").map(PersonId::new),
                Instant.ofEpochMilli(row.getLong("saved_at")));
    }

    private Optional<AlarmRoom.Source> source(ResultSet row) throws SQLException {
        Optional<Long> channel = AlarmRows.number(row, "channel_id");
        if (channel.isEmpty()) {
            return Optional.empty();
        }
        byte[] sender = row.getBytes("sender");
        long id = row.getLong("id");
        return Optional.of(
                new AlarmRoom.Source(
                        new ChannelId(channel.get()),
                        sender == null
                                ? Optional.empty()
                                : Optional.of(seal.openOr(sender(id), sender, "?"))));
    }

    private static FieldSeal.Place sender(long id) {
        return new FieldSeal.Place("call", "sender", id);
    }

    private static FieldSeal.Place place(long id) {
        return new FieldSeal.Place("call_field", "text", id);
    }
}
