package org.watchword.story.gateway;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;

/// What somebody reads in a mail: its first plain text.
final class MessageWords {
    private MessageWords() {}

    static String of(Part part) throws MessagingException {
        try {
            if (part.getContent() instanceof MimeMultipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    String text = of(parts.getBodyPart(i));
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
                return "";
            }
            boolean plain = part.isMimeType("text/plain");
            return plain && part.getContent() instanceof String text
                    ? text.replace("\r\n", "\n").strip()
                    : "";
        } catch (IOException e) {
            throw new MessagingException("unreadable", e);
        }
    }
}
