package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;

/// What the outbox remembers of a message, without its text.
///
/// @param labelled it was sent again and says so
public record SentMessage(
        MessageId id,
        String key,
        String concerning,
        PersonId person,
        ChannelId channel,
        AddressId address,
        MessageState state,
        Optional<Reason> reason,
        int attempts,
        boolean labelled,
        Instant createdAt,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> sentAt,
        Optional<Instant> settledAt) {}
