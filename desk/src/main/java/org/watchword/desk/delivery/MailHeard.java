package org.watchword.desk.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// What a mail that came in says. The mail library throws what it likes over a broken one; then
/// that part of it says nothing, and the rest is read.
///
/// @param sender whom it claims to come from; empty when it names nobody, several, or nonsense
/// @param name its Message-ID as it claims to be; may be empty
/// @param text its subject and its words
/// @param automatic no person wrote it: an answering machine, a bounce, a list
record MailHeard(Optional<String> sender, String name, String text, boolean automatic) {
    private static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final Set<String> NOBODY = Set.of("bulk", "junk", "list", "auto_reply");
    private static final Set<String> MACHINES = Set.of("mailer-daemon", "postmaster");

    /// Reads a mail, the beginning of one, or what was meant to be one.
    static MailHeard of(byte[] raw) {
        try {
            var message = new MimeMessage(NO_SESSION, new ByteArrayInputStream(raw));
            return new MailHeard(
                    sender(message),
                    header(message, "Message-ID"),
                    (subject(message) + "\n" + MailText.of(message)).strip(),
                    automatic(message));
        } catch (MessagingException | RuntimeException e) {
            // Without a head that can be read it is words of nobody known.
            String all = new String(raw, StandardCharsets.UTF_8).strip();
            return new MailHeard(Optional.empty(), "", all, false);
        }
    }

    /// Exactly one address, in exactly one header: with two, each reader would see another one.
    private static Optional<String> sender(MimeMessage message) throws MessagingException {
        String[] all = message.getHeader("From");
        if (all == null || all.length != 1) {
            return Optional.empty();
        }
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(all[0], false);
            return addresses.length == 1 && !addresses[0].isGroup()
                    ? MailAddress.of(addresses[0].getAddress()).map(MailAddress::folded)
                    : Optional.empty();
        } catch (MessagingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String subject(MimeMessage message) throws MessagingException {
        String raw = header(message, "Subject");
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw));
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return raw;
        }
    }

    private static boolean automatic(MimeMessage message) throws MessagingException {
        String submitted = header(message, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String from = header(message, "From").toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || NOBODY.contains(header(message, "Precedence").strip().toLowerCase(Locale.ROOT))
                || message.getHeader("X-Autoreply") != null
                || message.getHeader("X-Autorespond") != null
                || header(message, "Return-Path").strip().equals("<>")
                || header(message, "Content-Type")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("multipart/report")
                || MACHINES.stream().anyMatch(machine -> from.contains(machine + "@"));
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String[] all = message.getHeader(name);
        return all == null ? "" : Arrays.stream(all).findFirst().orElse("");
    }

    @Override
    public String toString() {
        return "mail";
    }
}
