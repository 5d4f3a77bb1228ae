package org.watchword.desk.delivery;

import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;

/// Whether more comes in than is kept word for word. A clock that was set back makes no flood of
/// what was said before.
final class Flood {
    /// Whether this sender has said so much within a minute that only what somebody recognises is
    /// still kept.
    static boolean ofOne(Handle handle, ChannelId channel, byte[] sender, Inbound.Word word) {
        return handle.createQuery(
                                """
                                SELECT count(*) FROM inbound WHERE channel = :channel
                                    AND sender_hash = :sender
                                    AND received_at > :from AND received_at <= :now\
                                """)
                        .bind("channel", channel.value())
                        .bind("sender", sender)
                        .bind("from", from(word))
                        .bind("now", word.receivedAt().toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                >= Limits.WORDS_PER_MINUTE;
    }

    /// Whether so much came over this channel within a minute, from whomever, that only beginnings
    /// are still kept: a sender who writes under ever new names is many.
    static boolean ofMany(Handle handle, ChannelId channel, Inbound.Word word) {
        return handle.createQuery(
                                """
                                SELECT count(*) FROM inbound WHERE channel = :channel
                                    AND received_at > :from AND received_at <= :now\
                                """)
                        .bind("channel", channel.value())
                        .bind("from", from(word))
                        .bind("now", word.receivedAt().toEpochMilli())
                        .mapTo(Integer.class)
                        .one()
                >= Limits.WORDS_PER_CHANNEL;
    }

    private static long from(Inbound.Word word) {
        return word.receivedAt().minus(Limits.FLOOD).toEpochMilli();
    }

    static void countOneMore(Handle handle, ChannelId channel, byte[] sender) {
        handle.createUpdate(
                        """
                        UPDATE inbound SET more = more + 1 WHERE id = (SELECT max(id) FROM inbound
                            WHERE channel = :channel AND sender_hash = :sender)\
                        """)
                .bind("channel", channel.value())
                .bind("sender", sender)
                .execute();
    }

    private Flood() {}
}
