package org.watchword.desk.delivery;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/// What is written in a mail: its first plain text, or the words of its first HTML where there is
/// none. Attachments are left alone. Whatever is broken in it, something comes out.
final class MailText {
    private static final int DEPTH = 10;
    private static final int PARTS = 50;
    private static final Charset LAST_RESORT = Charset.forName("windows-1252");

    private int parts;

    static String of(MimeMessage message) {
        var text = new MailText();
        return text.first(message, "text/plain", 0)
                .orElseGet(() ->
                        new MailText().first(message, "text/html", 0).map(HtmlText::of).orElse(""));
    }

    private Optional<String> first(Part part, String type, int depth) {
        if (depth > DEPTH || ++parts > PARTS) {
            return Optional.empty();
        }
        try {
            if (part.isMimeType("multipart/*")) {
                return inside(part, type, depth);
            }
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
            return part.isMimeType(type) && !attached
                    ? Optional.of(decoded(part))
                    : Optional.empty();
        } catch (MessagingException | IOException | RuntimeException e) {
            // A part that cannot be read says nothing; another one may.
            return Optional.empty();
        }
    }

    private Optional<String> inside(Part part, String type, int depth)
            throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart many)) {
            return Optional.empty();
        }
        for (int i = 0; i < many.getCount() && parts <= PARTS; i++) {
            BodyPart one = many.getBodyPart(i);
            Optional<String> found = first(one, type, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String decoded(Part part) throws MessagingException {
        byte[] bytes = bytes(part);
        Optional<Charset> named = charset(part);
        if (named.isPresent() && !named.get().equals(StandardCharsets.US_ASCII)) {
            return new String(bytes, named.get());
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, LAST_RESORT);
        }
    }

    /// The one it names, if that is one.
    private static Optional<Charset> charset(Part part) throws MessagingException {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null
                    ? Optional.empty()
                    : Optional.of(Charset.forName(MimeUtility.javaCharset(name)));
        } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /// As much of it as can be decoded.
    private static byte[] bytes(Part part) throws MessagingException {
        var out = new ByteArrayOutputStream();
        try (InputStream in = stream(part)) {
            byte[] piece = new byte[8_192];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                out.write(piece, 0, n);
            }
        } catch (IOException | RuntimeException e) {
            // What came before the mistake is kept, whatever the decoder throws over it.
        }
        return out.toByteArray();
    }

    private static InputStream stream(Part part) throws MessagingException, IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException | IOException e) {
            // An encoding that nobody knows: as it came.
            return switch (part) {
                case MimeMessage message -> message.getRawInputStream();
                case MimeBodyPart body -> body.getRawInputStream();
                default -> throw e;
            };
        }
    }
}
