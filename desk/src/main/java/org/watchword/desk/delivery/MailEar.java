package org.watchword.desk.delivery;

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
import java.util.Arrays;
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
    private static final Duration FIRST_REST = Duration.ofSeconds(1);

    private final ChannelId id;
    private final MailInSettings settings;
    private final MailTrust trust;
    private final InstantSource clock;
    private final Patience patience;
    private volatile @Nullable Reason trouble;
    private volatile boolean closed;
    private volatile @Nullable MailIn line;
    private @Nullable Thread thread;

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
    }

    void start(Inbound inbound) {
        thread = Thread.ofVirtual().name("mail-in-" + id.value()).start(() -> listen(inbound));
    }

    /// Why nothing comes in; empty while all is well.
    Optional<Reason> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void listen(Inbound inbound) {
        Duration rest = FIRST_REST;
        while (!closed) {
            boolean[] heard = {false};
            Optional<Reason> why = untilItBreaks(inbound, () -> heard[0] = true);
            if (closed) {
                return;
            }
            tell(why);
            rest = heard[0] ? FIRST_REST : longer(rest);
            pause(rest);
        }
    }

    private void tell(Optional<Reason> why) {
        Reason before = trouble;
        trouble = why.orElse(null);
        if (before != trouble) {
            LOG.info("{} hears: {}", id, why.map(Reason::name).orElse("yes"));
        }
    }

    private static Duration longer(Duration rest) {
        Duration twice = rest.multipliedBy(2);
        return twice.compareTo(Limits.LISTEN_AGAIN) < 0 ? twice : Limits.LISTEN_AGAIN;
    }

    /// Listens over one connection. Returns why it ended.
    private Optional<Reason> untilItBreaks(Inbound inbound, Runnable works) {
        try (MailIn in = MailIn.open(settings, trust, patience)) {
            line = in;
            while (!closed) {
                boolean more = take(inbound, in.folder());
                works.run();
                tell(Optional.empty());
                if (!more && !closed) {
                    in.await();
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException e) {
            return Optional.of(MailIn.reason(e));
        } catch (StoreUnavailable e) {
            LOG.warn("what came in over {} cannot be stored: {}", id, e.why());
            return Optional.of(Reason.DESK_FAULT);
        } catch (RuntimeException e) {
            LOG.error("{} could not take in what came: {}", id, e.getClass().getName());
            return Optional.of(Reason.DESK_FAULT);
        }
    }

    /// Takes in what nobody read yet, some at a time, the oldest first; true when there is more.
    /// Old mail in a box that was in use before is left alone.
    private boolean take(Inbound inbound, IMAPFolder folder)
            throws MessagingException, IOException {
        Instant since = clock.instant().minus(Limits.MAIL_IN_AGE);
        Message[] unread =
                folder.search(
                        new AndTerm(
                                new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                                new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since))));
        List<Message> some = Arrays.stream(unread).limit(Limits.MAIL_IN_AT_ONCE).toList();
        boolean all = true;
        for (Message one : some) {
            if (one instanceof IMAPMessage message && !message.isExpunged()) {
                all &= keptSurely(inbound, folder, message);
            }
        }
        if (!all) {
            throw new MessagingException("a mail could not be taken in");
        }
        return unread.length > some.size();
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
        } catch (MessagingException | IOException | RuntimeException e) {
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
        return "%s/%s/%s/%d/%d/%s"
                .formatted(
                        settings.host(),
                        settings.user().name(),
                        settings.folder(),
                        folder.getUIDValidity(),
                        folder.getUID(message),
                        heard.name());
    }

    private void pause(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
        MailIn open = line;
        if (open != null) {
            Thread.ofVirtual().name("mail-in-closing").start(open::cutOff);
        }
    }
}
