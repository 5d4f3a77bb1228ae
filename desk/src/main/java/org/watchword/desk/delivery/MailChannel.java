package org.watchword.desk.delivery;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.basis.Limits;

/// Mail by SMTP over TLS. When many messages go at once, only the first few pay for connecting: see
/// {@link MailLines}. It does not listen: see {@link MailBothWays}.
final class MailChannel implements Channel {
    private static final long MOST_BYTES = 256 * 1024;
    private static final String SUBJECT_BREAK = "[\\p{Cc}\u2028\u2029]+";

    private final Patience patience;
    private final MailTalk.With with;
    private final MailLines lines;

    /// How long the server may take.
    ///
    /// @param connect until it lets itself be reached
    /// @param answer for one line
    /// @param whole for everything
    record Patience(Duration connect, Duration answer, Duration whole) {
        static Patience usual() {
            return new Patience(Limits.MAIL_CONNECT, Limits.MAIL_ANSWER, Limits.MAIL_SEND);
        }
    }

    MailChannel(MailSettings settings, KeyedHash hash, InstantSource clock, Patience patience) {
        this.patience = patience;
        this.with =
                new MailTalk.With(
                        settings,
                        MailTrust.of(settings.trust()),
                        hash,
                        clock,
                        patience,
                        MOST_BYTES);
        this.lines = new MailLines(Limits.MAIL_KEPT);
    }

    @Override
    public Duration deadline() {
        return patience.whole();
    }

    @Override
    public void start(Inbound inbound) {}

    @Override
    public void close() {
        lines.close();
    }

    @Override
    public Result send(Outgoing message) {
        Optional<MailAddress> to = MailAddress.of(message.address());
        if (to.isEmpty()) {
            return new Refused(Reason.ADDRESS_REFUSED, false);
        }
        var letter =
                new Outgoing(
                        to.get().toString(),
                        message.subject().replaceAll(SUBJECT_BREAK, " "),
                        message.text(),
                        message.key(),
                        message.repeat());
        var errand = new Errand();
        Optional<Reason> trouble = within(errand, () -> errand.hand(letter));
        return trouble.map(errand::came).orElseGet(errand::sent);
    }

    /// On a line of its own: whether one that stands still holds says little about the next.
    @Override
    public Health probe() {
        var errand = new Errand();
        return within(errand, errand::greet).<Health>map(Trouble::new).orElseGet(Alive::new);
    }

    /// A part of a conversation.
    private interface Part {
        Optional<Reason> talk();
    }

    /// Talks on a thread of its own and waits for its end, or cuts it off.
    ///
    /// @return what went wrong; empty when nothing did
    private Optional<Reason> within(Errand errand, Part part) {
        var task = new FutureTask<>(part::talk);
        Thread.ofVirtual().name("mail").start(task);
        try {
            return task.get(patience.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            errand.cutOff();
            return Optional.of(Reason.NO_ANSWER);
        } catch (InterruptedException e) {
            errand.cutOff();
            Thread.currentThread().interrupt();
            return Optional.of(Reason.NO_ANSWER);
        } catch (ExecutionException e) {
            errand.cutOff();
            return Optional.of(Reason.DESK_FAULT);
        }
    }

    /// One message, or one question, and the line it goes over.
    private final class Errand {
        private @Nullable MailTalk talk;
        private boolean cut;
        private Optional<String> sent = Optional.empty();

        private synchronized MailTalk over(MailTalk another) {
            talk = another;
            if (cut) {
                another.cutOff();
            }
            return another;
        }

        /// What was said in full by now is: the line may serve the next message already.
        synchronized void cutOff() {
            cut = true;
            if (talk != null && sent.isEmpty()) {
                talk.cutOff();
            }
        }

        synchronized Result sent() {
            return new Sent(sent.orElseThrow());
        }

        synchronized Result came(Reason trouble) {
            if (sent.isPresent()) {
                return sent();
            }
            return talk != null && talk.mayBeOut()
                    ? new Unsure(trouble)
                    : new Refused(trouble, true);
        }

        Optional<Reason> greet() {
            MailTalk fresh = over(new MailTalk(with));
            try {
                fresh.connect();
                fresh.greet();
                return Optional.empty();
            } catch (MessagingException | IOException e) {
                return Optional.of(fresh.reason(e));
            } finally {
                fresh.hangUp();
            }
        }

        /// Over a line that stands, and where that one was ended meanwhile, over a new one. A
        /// message that may be out is not said again.
        Optional<Reason> hand(Outgoing letter) {
            Optional<MailTalk> standing = lines.take();
            if (standing.isPresent()) {
                MailTalk old = over(standing.get());
                try {
                    said(old, letter);
                    return Optional.empty();
                } catch (MessagingException e) {
                    old.hangUp();
                    if (old.mayBeOut() || !old.wasEnded(e)) {
                        return Optional.of(old.reason(e));
                    }
                }
            }
            MailTalk fresh = over(new MailTalk(with));
            try {
                fresh.connect();
                said(fresh, letter);
                return Optional.empty();
            } catch (MessagingException | IOException e) {
                fresh.hangUp();
                return Optional.of(fresh.reason(e));
            }
        }

        private void said(MailTalk over, Outgoing letter) throws MessagingException {
            String messageId = over.hand(letter);
            synchronized (this) {
                sent = Optional.of(messageId);
                if (cut) {
                    over.hangUp();
                } else {
                    lines.keep(over);
                }
            }
        }
    }
}
