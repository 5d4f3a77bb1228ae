package org.watchword.desk.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// One conversation with a mail server, which remembers whether its message was handed over: up to
/// the final dot the server cannot have taken it, from the dot on it may have.
final class MailTransport extends SMTPTransport {
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.BEFORE_DOT);

    private enum Stage {
        BEFORE_DOT,
        DOT,
        REFUSED,
        ABANDONED
    }

    MailTransport(Session session, URLName url) {
        super(session, url, "smtp", false);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!stage.compareAndSet(Stage.BEFORE_DOT, Stage.DOT)) {
            throw new IOException("abandoned");
        }
        try {
            super.finishData();
        } catch (SMTPSendFailedException e) {
            if (e.getReturnCode() >= 400 && e.getReturnCode() < 600) {
                stage.set(Stage.REFUSED);
            }
            throw e;
        }
    }

    /// Another message begins; one that was given up stays so.
    void next() {
        stage.updateAndGet(before -> before == Stage.ABANDONED ? before : Stage.BEFORE_DOT);
    }

    /// Gives the message up: what is not handed over by now never will be.
    void abandon() {
        stage.compareAndSet(Stage.BEFORE_DOT, Stage.ABANDONED);
    }

    /// Whether the server may have taken the message.
    boolean mayBeOut() {
        return stage.get() == Stage.DOT;
    }

    /// Asks for a sign of life.
    void noop() throws MessagingException {
        issueCommand("NOOP", 250);
    }
}
