package org.watchword.desk.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;

/// What gateways tell later about messages that they took. A receipt may be quicker than the
/// gateway's own answer to the message: then it is kept until that answer is stored.
final class Receipts {
    static final String HASH_DOMAIN = "delivery/gateway-id";

    private final Delivery.Ground ground;
    private final Supplier<Outcomes> outcomes;

    Receipts(Delivery.Ground ground, Supplier<Outcomes> outcomes) {
        this.ground = ground;
        this.outcomes = outcomes;
    }

    byte[] hashed(String gatewayId) {
        return ground.hash().of(HASH_DOMAIN, gatewayId.getBytes(StandardCharsets.UTF_8));
    }

    boolean take(Turn turn, ChannelId channel, Receipt receipt) {
        byte[] gateway = hashed(receipt.gatewayId());
        if (known(turn.handle(), channel, gateway)) {
            return apply(turn, channel, gateway, receipt.state());
        }
        return keep(turn, channel, gateway, receipt.state());
    }

    /// Applies what came before the gateway's own answer.
    boolean applyEarly(Turn turn, ChannelId channel, byte[] gateway) {
        Optional<Receipt.State> early =
                turn.handle()
                        .createQuery(
                                """
                                DELETE FROM receipt
                                WHERE channel = :channel AND gateway_hash = :gateway
                                RETURNING state\
                                """)
                        .bind("channel", channel.value())
                        .bind("gateway", gateway)
                        .mapTo(String.class)
                        .findOne()
                        .map(Receipts::state);
        return early.isPresent() && apply(turn, channel, gateway, early.get());
    }

    private static boolean known(Handle handle, ChannelId channel, byte[] gateway) {
        return handle.createQuery(
                        """
                        SELECT 1 FROM message
                        WHERE channel = :channel AND gateway_hash = :gateway LIMIT 1\
                        """)
                .bind("channel", channel.value())
                .bind("gateway", gateway)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private boolean apply(Turn turn, ChannelId channel, byte[] gateway, Receipt.State state) {
        Instant now = ground.clock().instant();
        var about =
                turn.handle()
                        .createQuery(
                                switch (state) {
                                    case ARRIVED ->
                                            """
                                            UPDATE message SET state = 'delivered', reason = NULL,
                                                settled_at = :now
                                            WHERE channel = :channel AND gateway_hash = :gateway
                                                AND (state = 'sent' OR reason = :lost)
                                            RETURNING *\
                                            """;
                                    case LOST ->
                                            """
                                            UPDATE message SET state = 'failed', reason = :lost,
                                                settled_at = :now
                                            WHERE channel = :channel AND gateway_hash = :gateway
                                                AND state = 'sent'
                                            RETURNING *\
                                            """;
                                })
                        .bind("channel", channel.value())
                        .bind("gateway", gateway)
                        .bind("now", now.toEpochMilli())
                        .bind("lost", Reason.LOST.name())
                        .map((row, context) -> MessageRows.about(row))
                        .list();
        Outcome outcome =
                switch (state) {
                    case ARRIVED -> new Outcome.Delivered();
                    case LOST -> new Outcome.GivenUp(Reason.LOST);
                };
        about.forEach(one -> outcomes.get().settled(turn, one, outcome));
        return !about.isEmpty();
    }

    private boolean keep(Turn turn, ChannelId channel, byte[] gateway, Receipt.State state) {
        Instant now = ground.clock().instant();
        turn.handle()
                .createUpdate("DELETE FROM receipt WHERE received_at < :old")
                .bind("old", now.minus(Limits.EARLY_RECEIPT).toEpochMilli())
                .execute();
        return turn.handle()
                        .createUpdate(
                                """
                                INSERT INTO receipt (id, channel, gateway_hash, state, received_at)
                                VALUES (:id, :channel, :gateway, :state, :now)
                                ON CONFLICT (channel, gateway_hash) DO UPDATE
                                SET state = CASE WHEN receipt.state = 'arrived' THEN 'arrived'
                                    ELSE excluded.state END\
                                """)
                        .bind("id", RowNumbers.next(turn, "receipt"))
                        .bind("channel", channel.value())
                        .bind("gateway", gateway)
                        .bind("state", word(state))
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    private static String word(Receipt.State state) {
        return switch (state) {
            case ARRIVED -> "arrived";
            case LOST -> "lost";
        };
    }

    private static Receipt.State state(String word) {
        return word.equals("arrived") ? Receipt.State.ARRIVED : Receipt.State.LOST;
    }
}
