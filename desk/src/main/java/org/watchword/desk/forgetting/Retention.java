package org.watchword.desk.forgetting;

import java.time.Duration;
import java.time.Instant;

/// How long a team keeps what it must not keep for good.
///
/// @param checkInDays after that many days check-ins become daily counts
/// @param textDays for that many days after an alarm was closed, or after it came in, it is kept
///   what people said
public record Retention(int checkInDays, int textDays) {
    /// What holds until a team sets something else.
    public static final Retention USUAL = new Retention(14, 30);

    public static final int MOST_DAYS = 90;
    public static final int LEAST_DAYS = 1;

    public Retention {
        if (!isAllowed(checkInDays) || !isAllowed(textDays)) {
            throw new IllegalArgumentException("not a number of days that is allowed");
        }
    }

    static boolean isAllowed(int days) {
        return days >= LEAST_DAYS && days <= MOST_DAYS;
    }

    /// What keeps everything as long as either of the two does.
    Retention orLonger(Retention other) {
        return new Retention(
                Math.max(checkInDays, other.checkInDays), Math.max(textDays, other.textDays));
    }

    Duration of(Forgetful.Term term) {
        return switch (term) {
            case CHECK_INS -> Duration.ofDays(checkInDays);
            case TEXTS -> Duration.ofDays(textDays);
            case DAY -> Duration.ofDays(1);
            case NO_LONGER -> Duration.ZERO;
        };
    }

    /// What is from before that instant goes.
    Instant before(Forgetful.Term term, Instant now) {
        return now.minus(of(term));
    }
}
