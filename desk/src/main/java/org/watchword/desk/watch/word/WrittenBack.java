package org.watchword.desk.watch.word;

import java.time.Instant;
import java.time.InstantSource;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.MessageText;
import org.watchword.desk.delivery.NewMessage;
import org.watchword.desk.delivery.Outbox;
import org.watchword.desk.delivery.Urgency;
import org.watchword.desk.store.Turn;

/// What goes out to people in hiding: the neutral answer, and reminders. They leave after the
/// commit of the turn that posts them.
final class WrittenBack {
    private static final String ANSWER = "word";
    private static final String REMINDER = "reminder";

    private final Outbox outbox;
    private final NeutralTexts texts;
    private final Contacts contacts;
    private final InstantSource clock;

    WrittenBack(Outbox outbox, NeutralTexts texts, Contacts contacts, InstantSource clock) {
        this.outbox = outbox;
        this.texts = texts;
        this.contacts = contacts;
        this.clock = clock;
    }

    /// The one answer to whatever came, over the way it came, as long as that address has not had
    /// its fill of them.
    ///
    /// @param checkIn the number of the row that was kept
    void answer(Turn turn, ChannelId channel, String sender, long checkIn) {
        Address to = Address.outside(channel, sender);
        Instant hourAgo = clock.instant().minus(Limits.WRONG_WORDS_WITHIN);
        if (outbox.countOutside(turn.handle(), to, ANSWER, hourAgo) >= Limits.ANSWERS_PER_HOUR) {
            return;
        }
        Language language =
                contacts.language(turn.handle(), channel, sender)
                        .map(texts::spoken)
                        .orElse(texts.spare());
        post(turn, ANSWER + "-" + checkIn, ANSWER, to, language);
    }

    /// @param key names the reminder for ever
    void remind(Turn turn, Contact contact, String key) {
        Address to = Address.outside(contact.channel(), contact.address());
        post(
                turn,
                REMINDER + "-" + key + "/" + contact.id(),
                REMINDER,
                to,
                texts.spoken(contact.language()));
    }

    private void post(Turn turn, String key, String concerning, Address to, Language language) {
        NeutralText which = concerning.equals(ANSWER) ? NeutralText.RECEIVED : NeutralText.REMINDER;
        MessageText.Filled text = texts.message(turn.handle(), which, language);
        boolean _ =
                outbox.post(
                        turn,
                        new NewMessage(
                                key,
                                concerning,
                                new PersonId(0),
                                to,
                                language,
                                text,
                                Urgency.OTHER));
    }
}
