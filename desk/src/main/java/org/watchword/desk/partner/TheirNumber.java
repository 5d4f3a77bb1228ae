package org.watchword.desk.partner;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.delivery.NewMessage;
import org.watchword.desk.delivery.Outbox;
import org.watchword.desk.delivery.Urgency;
import org.watchword.desk.store.Turn;

/// The one neutral number that the partner gave us, and what is written to it. It says that a desk
/// is silent, and no more.
final class TheirNumber {
    private static final String CONCERNING = "partner";

    private final Outbox outbox;
    private final WordBook book;
    private final ZoneId zone;

    TheirNumber(Outbox outbox, WordBook book, ZoneId zone) {
        this.outbox = outbox;
        this.book = book;
        this.zone = zone;
    }

    /// The time with its distance from UTC: whoever reads it may be in another zone.
    static DateTimeFormatter clock(ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm xxx", Locale.ROOT).withZone(zone);
    }

    /// @param time which time it is for this silence, from 1
    void ring(Turn turn, PartnerRows.Kept silent, int time) {
        post(
                turn,
                silent,
                "" + time,
                "partner.message.silent",
                time == 1 ? Urgency.FIRST : Urgency.AGAIN);
    }

    /// What waits to say that it is silent is not said any more.
    void isBack(Turn turn, PartnerRows.Kept wasSilent) {
        int _ = outbox.withdrawAll(turn, CONCERNING);
        post(turn, wasSilent, "back", "partner.message.back", Urgency.OTHER);
    }

    void isSeen(Turn turn) {
        int _ = outbox.withdrawAll(turn, CONCERNING);
    }

    private void post(Turn turn, PartnerRows.Kept about, String what, String key, Urgency urgency) {
        Optional<PartnerSettings.GivenNumber> number = about.settings().number();
        Instant since = about.heardAt().orElse(Instant.EPOCH);
        number.ifPresent(to -> {
            Words words = book.in(to.language());
            var text =
                    new MessageText.Filled(
                            words.say("partner.message.subject"),
                            words.say(key, "since", clock(zone).format(since)));
            boolean _ =
                    outbox.post(
                            turn,
                            new NewMessage(
                                    "partner-" + since.toEpochMilli() + "-" + what,
                                    CONCERNING,
                                    new PersonId(0),
                                    Address.outside(to.channel(), to.address()),
                                    to.language(),
                                    text,
                                    urgency));
        });
    }
}
