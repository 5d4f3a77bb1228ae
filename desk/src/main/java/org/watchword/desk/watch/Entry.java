package org.watchword.desk.watch;

import java.time.Instant;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.ChannelId;

/// One line of an alarm's log, before it has its instant.
///
/// @param person whom it is about
/// @param other the second person, where there are two
/// @param step from 0; -1 where no step is meant
/// @param seconds how late, how long; 0 where nothing is counted
/// @param word whose word it is about, where it is about one
record Entry(
        LogKind kind,
        Optional<PersonId> person,
        Optional<PersonId> other,
        Optional<ChannelId> channel,
        int step,
        int round,
        long seconds,
        Optional<Word> word) {

    /// Whose word came or did not come.
    ///
    /// @param due when it was due, where it did not come
    record Word(CodenameId who, Optional<Instant> due) {}

    static Entry of(LogKind kind, Alarm.Place place) {
        return new Entry(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                place.step(),
                place.round(),
                0,
                Optional.empty());
    }

    Entry about(PersonId who) {
        return new Entry(kind, Optional.of(who), other, channel, step, round, seconds, word);
    }

    Entry and(PersonId second) {
        return new Entry(kind, person, Optional.of(second), channel, step, round, seconds, word);
    }

    Entry over(ChannelId way) {
        return new Entry(kind, person, other, Optional.of(way), step, round, seconds, word);
    }

    Entry counting(long n) {
        return new Entry(kind, person, other, channel, step, round, n, word);
    }

    Entry of(CodenameId who) {
        return with(new Word(who, Optional.empty()));
    }

    Entry with(Word said) {
        return new Entry(kind, person, other, channel, step, round, seconds, Optional.of(said));
    }
}
