package org.watchword.desk.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.AddressId;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// The rows of `alarm_log`, `alarm_ring`, `alarm_statement` and `told`, and an alarm's cause: what
/// happened, and what was said about it.
final class LogRows {
    /// Stands for gaps that cannot be read.
    private static final String NO_GAPS = "{}";

    private final FieldSeal seal;

    LogRows(FieldSeal seal) {
        this.seal = seal;
    }

    void insert(Turn turn, AlarmId alarm, Instant at, Entry entry) {
        insert(turn, alarm, at, entry, Optional.empty());
    }

    /// Writes a line, with what somebody typed.
    void insert(Turn turn, AlarmId alarm, Instant at, Entry entry, Optional<String> text) {
        long id = RowNumbers.next(turn, "alarm_log");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO alarm_log (id, alarm_id, at, kind, person_id, other_id,
                            channel_id, step, round, seconds, text, codename_id, due_at)
                        VALUES (:id, :alarm, :at, :kind, :person, :other, :channel, :step, :round,
                            :seconds, :text, :codename, :due)\
                        """)
                .bind("id", id)
                .bind("alarm", alarm.value())
                .bind("at", at.toEpochMilli())
                .bind("kind", entry.kind().word())
                .bind("person", entry.person().map(PersonId::value).orElse(null))
                .bind("other", entry.other().map(PersonId::value).orElse(null))
                .bind("channel", entry.channel().map(ChannelId::value).orElse(null))
                .bind("step", entry.step())
                .bind("round", entry.round())
                .bind("seconds", entry.seconds())
                .bind("text", text.map(t -> seal.seal(place("alarm_log", id), t)).orElse(null))
                .bind("codename", entry.word().map(word -> word.who().value()).orElse(null))
                .bind(
                        "due",
                        entry.word()
                                .flatMap(Entry.Word::due)
                                .map(Instant::toEpochMilli)
                                .orElse(null))
                .execute();
    }

    /// The whole log of an alarm, the oldest first.
    List<AlarmRoom.Line> of(Handle handle, AlarmId alarm) {
        return handle.createQuery("SELECT * FROM alarm_log WHERE alarm_id = :alarm ORDER BY id")
                .bind("alarm", alarm.value())
                .map((row, _) -> line(row))
                .list();
    }

    private AlarmRoom.Line line(ResultSet row) throws SQLException {
        byte[] text = row.getBytes("text");
        return new AlarmRoom.Line(
                Instant.ofEpochMilli(row.getLong("at")),
                LogKind.ofWord(row.getString("kind")),
                AlarmRows.number(row, "person_id").map(PersonId::new),
                AlarmRows.number(row, "other_id").map(PersonId::new),
                AlarmRows.number(row, "channel_id").map(ChannelId::new),
                row.getInt("step") + 1,
                row.getInt("round"),
                row.getLong("seconds"),
                text == null
                        ? Optional.empty()
                        : Optional.of(
                                seal.openOr(place("alarm_log", row.getLong("id")), text, "?")),
                AlarmRows.number(row, "codename_id").map(CodenameId::new),
                AlarmRows.instant(row, "due_at"));
    }

    void insertRing(Handle handle, AlarmId alarm, Effect.Ring ring, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO alarm_ring (alarm_id, generation, person_id, address_id,
                            channel_id, step, round, rung_at, again)
                        VALUES (:alarm, :generation, :person, :address, :channel, :step, :round,
                            :at, :again)\
                        """)
                .bind("alarm", alarm.value())
                .bind("generation", ring.ring().generation())
                .bind("person", ring.person().value())
                .bind("address", ring.way().address().value())
                .bind("channel", ring.way().channel().value())
                .bind("step", ring.ring().step())
                .bind("round", ring.ring().round())
                .bind("at", now.toEpochMilli())
                .bind("again", ring.again() ? 1 : 0)
                .execute();
    }

    /// A ring as it stands in the table.
    record RungRow(PersonId person, long generation, AddressId address, AlarmRoom.Ring ring) {}

    /// All rings of an alarm, the oldest first, without their messages.
    List<RungRow> rings(Handle handle, AlarmId alarm) {
        return handle.createQuery(
                        """
                        SELECT * FROM alarm_ring WHERE alarm_id = :alarm
                        ORDER BY rung_at, generation, person_id, address_id\
                        """)
                .bind("alarm", alarm.value())
                .map((row, _) -> rung(alarm, row))
                .list();
    }

    private static RungRow rung(AlarmId alarm, ResultSet row) throws SQLException {
        var person = new PersonId(row.getLong("person_id"));
        var address = new AddressId(row.getLong("address_id"));
        long generation = row.getLong("generation");
        return new RungRow(
                person,
                generation,
                address,
                new AlarmRoom.Ring(
                        new ChannelId(row.getLong("channel_id")),
                        Instant.ofEpochMilli(row.getLong("rung_at")),
                        row.getInt("step") + 1,
                        row.getInt("round"),
                        row.getBoolean("again"),
                        MessageKey.ofRing(alarm, generation, person, address).written(),
                        Optional.empty()));
    }

    /// Whether this address of a person was ever rung for that alarm.
    boolean wasRung(Handle handle, AlarmId alarm, PersonId person, AddressId address) {
        return handle.createQuery(
                        """
                        SELECT 1 FROM alarm_ring WHERE alarm_id = :alarm AND person_id = :person
                            AND address_id = :address LIMIT 1\
                        """)
                .bind("alarm", alarm.value())
                .bind("person", person.value())
                .bind("address", address.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    int count(Handle handle, AlarmId alarm, LogKind kind) {
        return handle.createQuery(
                        "SELECT count(*) FROM alarm_log WHERE alarm_id = :alarm AND kind = :kind")
                .bind("alarm", alarm.value())
                .bind("kind", kind.word())
                .mapTo(Integer.class)
                .one();
    }

    void insertStatement(Turn turn, AlarmId alarm, AlarmRoom.Said said) {
        long id = RowNumbers.next(turn, "alarm_statement");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO alarm_statement (id, alarm_id, person_id, codename_id, how,
                            proof, text, said_at)
                        VALUES (:id, :alarm, :person, :codename, :how, :proof, :text, :at)\
                        """)
                .bind("id", id)
                .bind("alarm", alarm.value())
                .bind("person", said.by().value())
                .bind("codename", said.about().map(CodenameId::value).orElse(null))
                .bind("how", said.how().word())
                .bind("proof", said.proof() ? 1 : 0)
                .bind("text", seal.seal(place("alarm_statement", id), said.text()))
                .bind("at", said.at().toEpochMilli())
                .execute();
    }

    List<AlarmRoom.Said> statements(Handle handle, AlarmId alarm) {
        return handle.createQuery("SELECT * FROM alarm_statement WHERE alarm_id = :a ORDER BY id")
                .bind("a", alarm.value())
                .map((row, _) ->
                        new AlarmRoom.Said(
                                new PersonId(row.getLong("person_id")),
                                Seen.of(row.getString("how")),
                                seal.openOr(
                                        place("alarm_statement", row.getLong("id")),
                                        row.getBytes("text"),
                                        "?"),
                                Instant.ofEpochMilli(row.getLong("said_at")),
                                AlarmRows.number(row, "codename_id").map(CodenameId::new),
                                row.getBoolean("proof")))
                .list();
    }

    /// Keeps which trouble of the desk an alarm is about.
    void keepCause(Handle handle, AlarmId alarm, Sentence cause) {
        handle.createUpdate("UPDATE alarm SET cause_key = :key, cause_gaps = :gaps WHERE id = :id")
                .bind("id", alarm.value())
                .bind("key", cause.key())
                .bind("gaps", seal.seal(causePlace(alarm.value()), Written.gaps(cause.gaps())))
                .execute();
    }

    Optional<Sentence> cause(Handle handle, AlarmId alarm) {
        return handle.createQuery("SELECT * FROM alarm WHERE id = :id AND cause_key IS NOT NULL")
                .bind("id", alarm.value())
                .map((row, _) ->
                        new Sentence(
                                row.getString("cause_key"),
                                causeGaps(alarm, row.getBytes("cause_gaps"))))
                .findOne();
    }

    /// None once they were forgotten.
    private Map<String, Object> causeGaps(AlarmId alarm, byte[] gaps) {
        return Written.gaps(
                gaps.length == 0 ? NO_GAPS : seal.openOr(causePlace(alarm.value()), gaps, NO_GAPS));
    }

    void tell(Turn turn, Sentence what, Instant now) {
        long id = RowNumbers.next(turn, "told");
        turn.handle()
                .createUpdate(
                        "INSERT INTO told (id, key, gaps, told_at) VALUES (:id, :key, :gaps, :at)")
                .bind("id", id)
                .bind("key", what.key())
                .bind("gaps", seal.seal(gapsPlace(id), Written.gaps(what.gaps())))
                .bind("at", now.toEpochMilli())
                .execute();
    }

    /// What the desk told, the newest first.
    List<Told> told(Handle handle, int most) {
        return handle.createQuery("SELECT * FROM told ORDER BY id DESC LIMIT :most")
                .bind("most", most)
                .map((row, _) ->
                        new Told(
                                new Sentence(
                                        row.getString("key"),
                                        Written.gaps(
                                                seal.openOr(
                                                        gapsPlace(row.getLong("id")),
                                                        row.getBytes("gaps"),
                                                        NO_GAPS))),
                                Instant.ofEpochMilli(row.getLong("told_at"))))
                .list();
    }

    private static FieldSeal.Place place(String table, long id) {
        return new FieldSeal.Place(table, "text", id);
    }

    private static FieldSeal.Place causePlace(long alarm) {
        return new FieldSeal.Place("alarm", "cause_gaps", alarm);
    }

    private static FieldSeal.Place gapsPlace(long id) {
        return new FieldSeal.Place("told", "gaps", id);
    }
}
