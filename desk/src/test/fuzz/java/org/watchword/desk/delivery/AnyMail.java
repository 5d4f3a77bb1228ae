package org.watchword.desk.delivery;

import static org.watchword.desk.Foreign.promise;

import java.time.Instant;
import java.util.Optional;

/// Any bytes as a mail: something is read from them, never more than came, and a sender is an
/// address that stands.
public final class AnyMail {
    public static void fuzzerTestOneInput(byte[] data) {
        MailHeard heard = MailHeard.of(data);
        promise(heard.text().length() <= 2 * data.length + 2, "no more is read than came");
        heard.sender()
                .ifPresent(sender ->
                        promise(
                                MailAddress.of(sender)
                                        .map(MailAddress::folded)
                                        .equals(Optional.of(sender)),
                                "a sender is an address"));
        AnyWordHeard.kept(
                new Inbound.Word(
                        Optional.of(heard.name()),
                        heard.sender(),
                        Optional.empty(),
                        heard.text(),
                        Instant.EPOCH));
    }

    private AnyMail() {}
}
