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

/// Numbers and addresses of people whose last watch has ended or whose code-name was retired, and
/// who stand in no open alarm. What was written down after that is for another watch, and stays.
final class FormerResidents implements Forgetful {
    private static final String FORMER =
            """
            FROM contact JOIN former_codename AS past ON past.codename_id = contact.codename_id
            WHERE contact.made_at <= past.since AND past.since < :before\
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
        return handle.createQuery("SELECT past.since " + FORMER + " ORDER BY 1 LIMIT 1")
                .bind("before", Long.MAX_VALUE)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }
}
