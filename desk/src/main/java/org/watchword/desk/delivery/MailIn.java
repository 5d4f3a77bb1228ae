package org.watchword.desk.delivery;

import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/// One connection to a mailbox.
final class MailIn implements AutoCloseable {
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final boolean calls;
    private final MailEar.Patience patience;

    private MailIn(IMAPStore store, IMAPFolder folder, boolean calls, MailEar.Patience patience) {
        this.store = store;
        this.folder = folder;
        this.calls = calls;
        this.patience = patience;
    }

    /// Connects, signs in and opens the folder.
    static MailIn open(MailInSettings settings, MailTrust trust, MailEar.Patience patience)
            throws MessagingException {
        String protocol = settings.implicitTls() ? "imaps" : "imap";
        var session = Session.getInstance(properties(protocol, settings, trust, patience));
        var store = (IMAPStore) session.getStore(protocol);
        try {
            store.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().name(),
                    settings.user().password());
            var folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new MailIn(store, folder, store.hasCapability("IDLE"), patience);
        } catch (MessagingException e) {
            closeQuietly(store);
            throw e;
        }
    }

    private static Properties properties(
            String protocol, MailInSettings settings, MailTrust trust, MailEar.Patience patience) {
        var properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.put(prefix + "ssl.socketFactory", trust.sockets());
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(!settings.implicitTls()));
        properties.setProperty(
                prefix + "starttls.required", String.valueOf(!settings.implicitTls()));
        properties.setProperty(
                prefix + "connectiontimeout", String.valueOf(patience.connect().toMillis()));
        properties.setProperty(prefix + "timeout", String.valueOf(patience.answer().toMillis()));
        return properties;
    }

    IMAPFolder folder() {
        return folder;
    }

    /// Returns when something may have come, or when it is time to look anyway.
    void await() throws MessagingException {
        if (!calls) {
            pause();
            int _ = folder.getMessageCount();
            return;
        }
        var done = new CountDownLatch(1);
        Thread.ofVirtual().name("mail-in-look").start(() -> lookAnyway(done));
        try {
            folder.idle(true);
        } finally {
            done.countDown();
        }
    }

    /// Asks the server something, which ends its wait: a line that died silently is found out.
    private void lookAnyway(CountDownLatch done) {
        try {
            if (!done.await(patience.look().toMillis(), TimeUnit.MILLISECONDS)) {
                int _ = folder.getMessageCount();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MessagingException | IllegalStateException e) {
            // Whoever waits learns the same.
        }
    }

    private void pause() {
        try {
            Thread.sleep(patience.ask());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Reason reason(Exception error) {
        return switch (error) {
            case FolderNotFoundException _ -> Reason.REFUSED;
            case FolderClosedException _, StoreClosedException _ -> MailTrouble.of(error, -1, null);
            case MessagingException e when said(e).contains("STARTTLS") -> Reason.NOT_TRUSTED;
            default -> MailTrouble.of(error, -1, null);
        };
    }

    private static String said(Exception error) {
        return error.getMessage() == null ? "" : error.getMessage();
    }

    /// Lets go of the line from another thread, whatever it waits for.
    void cutOff() {
        try {
            folder.forceClose();
        } catch (MessagingException | IllegalStateException e) {
            // Closed is closed.
        }
        closeQuietly(store);
    }

    @Override
    public void close() {
        cutOff();
    }

    private static void closeQuietly(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException e) {
            // Closed is closed.
        }
    }
}
