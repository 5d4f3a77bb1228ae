package org.watchword.desk.delivery;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.delivery.Inbound.Word;
import org.watchword.desk.store.StoreUnavailable;

/// Fetches what people write to a mailbox, and comes back whenever the line breaks.
///
/// A mail is marked as read only when it is durable here: after a crash it comes again, and is kept
/// once. What no person wrote is marked and left alone.
final class MailEar implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailEar.class);

    private final ChannelId id;
    private final MailInSettings settings;
    private final MailTrust trust;
    private final InstantSource clock;
    private final Patience patience;
    private final Listening listening;
    private volatile @Nullable MailIn line;

    /// Since when the desk listens at this mailbox; not known until the store has said it.
    private @Nullable Instant since;

    /// The first number that the server had not given when this run first looked, and of which
    /// count: whatever clocks say, such a mail came while the desk listened.
    private volatile long firstNew = -1;

    private long numbering;

    /// How long the server may take, and how often it is asked.
    ///
    /// @param answer for one line, also while it has nothing to say
    /// @param look how long nobody looks while the server promised to call
    /// @param ask how long nobody looks when it cannot call
    record Patience(Duration connect, Duration answer, Duration look, Duration ask) {
        static Patience usual() {
            return new Patience(
                    Limits.MAIL_CONNECT,
                    Limits.MAIL_IN_ANSWER,
                    Limits.MAIL_IN_LOOK,
                    Limits.MAIL_IN_ASK);
        }
    }

    MailEar(
            ChannelId id,
            MailInSettings settings,
            MailTrust trust,
            InstantSource clock,
            Patience patience) {
        this.id = id;
        this.settings = settings;
        this.trust = trust;
        this.clock = clock;
        this.patience = patience;
        listening = new Listening(id);
    }

    void start(Inbound inbound) {
        listening.start("mail-in", () -> untilItBreaks(inbound));
    }

    /// Why nothing comes in; empty while all is well.
    Optional<Reason> trouble() {
        return listening.trouble();
    }

    /// Listens over one connection. Returns why it ended.
    private Optional<Reason> untilItBreaks(Inbound inbound) {
        if (since == null) {
            since = inbound.since(id, box());
        }
        try (MailIn in = MailIn.open(settings, trust, patience)) {
            line = in;
            look(in.folder());
            while (!listening.closed()) {
                boolean more = take(inbound, in.folder());
                listening.well();
                if (!more && !listening.closed()) {
                    in.await();
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException e) {
            return Optional.of(MailIn.reason(e));
        }
    }

    /// Whether this run has seen the mailbox.
    boolean looked() {
        return firstNew >= 0;
    }

    private void look(IMAPFolder folder) throws MessagingException {
        if (firstNew < 0) {
            numbering = folder.getUIDValidity();
            firstNew = Math.max(folder.getUIDNext(), 0);
        }
    }

    /// Takes in what nobody read yet, some at a time, the oldest first; true when there is more.
    /// What lay in a mailbox that was in use before was written to somebody else.
    private boolean take(Inbound inbound, IMAPFolder folder)
            throws MessagingException, IOException {
        List<IMAPMessage> unread = unread(folder);
        List<IMAPMessage> some = unread.stream().limit(Limits.MAIL_IN_AT_ONCE).toList();
        boolean all = true;
        for (IMAPMessage message : some) {
            if (!message.isExpunged()) {
                all &= keptSurely(inbound, folder, message);
            }
        }
        if (!all) {
            throw new MessagingException("a mail could not be taken in");
        }
        return unread.size() > some.size();
    }

    /// Servers search by days, and each in its own zone.
    private List<IMAPMessage> unread(IMAPFolder folder) throws MessagingException {
        Instant from = from();
        Message[] found =
                folder.search(
                        new AndTerm(
                                new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                                new ReceivedDateTerm(
                                        ComparisonTerm.GE,
                                        Date.from(from.minus(Duration.ofDays(1))))));
        var dates = new FetchProfile();
        dates.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(found, dates);
        List<IMAPMessage> unread = new ArrayList<>();
        for (Message one : found) {
            if (one instanceof IMAPMessage message
                    && !message.isExpunged()
                    && isForTheDesk(folder, message, from)) {
                unread.add(message);
            }
        }
        return unread;
    }

    private Instant from() {
        Instant oldest = clock.instant().minus(Limits.MAIL_IN_AGE);
        Instant begun = since == null ? oldest : since;
        Instant first = begun.minus(Limits.MAIL_IN_SLACK);
        return first.isAfter(oldest) ? first : oldest;
    }

    private boolean isForTheDesk(IMAPFolder folder, IMAPMessage message, Instant from)
            throws MessagingException {
        if (firstNew > 0
                && folder.getUIDValidity() == numbering
                && folder.getUID(message) >= firstNew) {
            return true;
        }
        Date came = message.getReceivedDate();
        return came == null || !came.toInstant().isBefore(from);
    }

    /// One that cannot be taken in stays unread and holds up none behind it. Returns whether it
    /// could.
    private boolean keptSurely(Inbound inbound, IMAPFolder folder, IMAPMessage message)
            throws MessagingException, IOException {
        try {
            keep(inbound, folder, message);
            return true;
        } catch (StoreUnavailable e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
            if (!folder.isOpen()) {
                throw e;
            }
            LOG.error("{}: a mail could not be taken in: {}", id, e.getClass().getName());
            return false;
        }
    }

    private void keep(Inbound inbound, IMAPFolder folder, IMAPMessage message)
            throws MessagingException, IOException {
        MailHeard heard = MailHeard.of(beginning(message));
        if (heard.automatic()) {
            LOG.info("{}: a mail that no person wrote was left alone", id);
        } else {
            inbound.keep(id, word(heard, name(folder, message, heard)));
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }

    /// What stands at its beginning is what somebody wrote; attachments come behind it.
    private static byte[] beginning(IMAPMessage message) throws MessagingException, IOException {
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            return in.readNBytes(Limits.MAIL_IN_BYTES);
        }
    }

    private Word word(MailHeard heard, String name) {
        return new Word(
                Optional.of(name), heard.sender(), Optional.empty(), heard.text(), clock.instant());
    }

    /// The server's own number for it, which nobody who writes can choose; the rest tells two
    /// servers apart that count alike.
    private String name(IMAPFolder folder, IMAPMessage message, MailHeard heard)
            throws MessagingException {
        return "%s/%d/%d/%s"
                .formatted(box(), folder.getUIDValidity(), folder.getUID(message), heard.name());
    }

    private String box() {
        return settings.host() + "/" + settings.user().name() + "/" + settings.folder();
    }

    @Override
    public void close() {
        listening.close();
        MailIn open = line;
        if (open != null) {
            Thread.ofVirtual().name("mail-in-closing").start(open::cutOff);
        }
    }
}
