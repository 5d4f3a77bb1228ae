package org.watchword.desk.delivery;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.watchword.desk.basis.KeyedHash;

/// One message as mail: plain text, and no header that says more about the desk than it must.
final class MailLetter extends MimeMessage {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final String CHARSET = StandardCharsets.UTF_8.name();
    private static final int ID_BYTES = 16;

    private final String messageId;

    MailLetter(Session session, MailAddress from, Outgoing message, KeyedHash hash, Instant now)
            throws MessagingException {
        super(session);
        byte[] name =
                hash.of("delivery/message-id", message.key().getBytes(StandardCharsets.UTF_8));
        messageId = "<%s@%s>".formatted(HexFormat.of().formatHex(name, 0, ID_BYTES), from.domain());
        setFrom(new InternetAddress(from.toString(), true));
        setRecipients(
                RecipientType.TO, new Address[] {new InternetAddress(message.address(), true)});
        setSubject(message.subject(), CHARSET);
        setText(message.text().replace("\n", "\r\n"), CHARSET);
        setHeader("Date", DATE.format(now));
        setHeader("Auto-Submitted", "auto-generated");
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
