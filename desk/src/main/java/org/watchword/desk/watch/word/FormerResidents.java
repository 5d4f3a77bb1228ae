package org.watchword.desk.watch.word;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.Outbox;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;

/// Numbers and addresses of people whose last watch has ended, and who stand in no open alarm. What
/// was written down after that end is for another watch, and stays.
final class FormerResidents implements Forgetful {
    private static final String FORMER =
            """
            FROM contact JOIN (SELECT about.codename_id AS who, max(watch.ended_at) AS ended_at,
                    min(watch.state = 'ended') AS all_ended
                FROM watch_codename AS about JOIN watch ON watch.id = about.watch_id
                GROUP BY about.codename_id) AS past ON past.who = contact.codename_id
            WHERE past.all_ended AND contact.made_at <= past.ended_at
                AND past.ended_at < :before AND NOT EXISTS (SELECT 1 FROM alarm_codename AS about
                    JOIN alarm ON alarm.id = about.alarm_id
                    WHERE about.codename_id = contact.codename_id AND alarm.closed_at IS NULL)\
            """;

    private final Contacts contacts;
    private final Outbox outbox;

    FormerResidents(Contacts contacts, Outbox outbox) {
        this.contacts = contacts;
        this.outbox = outbox;
    }

    private record Former(long id, CodenameId who, ChannelId channel) {}

    @Override
    public String kind() {
        return "former-residents";
    }

    @Override
    public Term term() {
        return Term.NO_LONGER;
    }

    @Override
    public boolean forget(Turn turn, Instant before) {
        List<Former> former =
                turn.handle()
                        .createQuery("SELECT contact.* " + FORMER + " LIMIT :most")
                        .bind("before", before.toEpochMilli())
                        .bind("most", Limits.FORGOTTEN_AT_ONCE)
                        .map((row, _) ->
                                new Former(
                                        row.getLong("id"),
                                        new CodenameId(row.getLong("codename_id")),
                                        new ChannelId(row.getLong("channel"))))
                        .list();
        former.forEach(one -> forget(turn, one));
        return !former.isEmpty();
    }

    /// With the messages that went there.
    private void forget(Turn turn, Former one) {
        contacts.of(turn.handle(), one.who()).stream()
                .filter(contact -> contact.id() == one.id())
                .forEach(contact ->
                        outbox.forgetOutside(turn, contact.channel(), contact.address()));
        boolean _ = contacts.remove(turn, one.who(), one.id());
    }

    @Override
    public Optional<Instant> oldest(Handle handle) {
        return handle.createQuery("SELECT past.ended_at " + FORMER + " ORDER BY 1 LIMIT 1")
                .bind("before", Long.MAX_VALUE)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }
}
