package org.watchword.formats.age;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.formats.cipher.Hmac;
import org.watchword.formats.cipher.Key;

/// The head of a file: the ways in, and a MAC over them under the file key. It can be kept apart
/// from the payload; written before it, both are a file again.
public final class Header {
    /// No header that we write comes near it, and reading one takes no more memory than a few times
    /// this.
    public static final int MOST_BYTES = 1024 * 1024;

    private static final String FAMILY = "age-encryption.org/";
    private static final String VERSION = FAMILY + "v1";
    private static final String END = "---";
    private static final int MAC_BYTES = 32;

    private final List<Stanza> stanzas;
    private final byte[] mac;

    private Header(List<Stanza> stanzas, byte[] mac) {
        this.stanzas = List.copyOf(stanzas);
        this.mac = mac;
    }

    /// At least one.
    public List<Stanza> stanzas() {
        return stanzas;
    }

    /// Wraps the file key for each of them.
    ///
    /// @throws IllegalArgumentException when {@link Recipient#problem} has something to say
    public static Header seal(FileKey fileKey, List<Recipient> recipients, SecureRandom random) {
        Recipient.problem(recipients)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem.name());
                });
        List<Stanza> stanzas =
                recipients.stream().map(recipient -> recipient.wrap(fileKey, random)).toList();
        return new Header(stanzas, mac(fileKey, stanzas));
    }

    /// Reads a header and nothing behind it.
    ///
    /// @throws AgeFailure when it is none
    public static Header read(InputStream in) throws IOException {
        begin(in);
        var lines = new HeaderLines(in, MOST_BYTES - FAMILY.length());
        if (!lines.next().equals("v1")) {
            throw new AgeFailure(Failure.OTHER_VERSION);
        }
        List<Stanza> stanzas = new ArrayList<>();
        String line = lines.next();
        while (!line.startsWith(END)) {
            stanzas.add(Stanza.read(line, lines));
            line = lines.next();
        }
        Optional<byte[]> mac =
                line.startsWith(END + " ")
                        ? Base64Text.read(line.substring(END.length() + 1), MAC_BYTES)
                        : Optional.empty();
        if (stanzas.isEmpty() || mac.isEmpty()) {
            throw new AgeFailure(Failure.HEADER_MALFORMED);
        }
        return new Header(stanzas, mac.get());
    }

    private static void begin(InputStream in) throws IOException {
        byte[] first = in.readNBytes(FAMILY.length());
        if (!new String(first, StandardCharsets.US_ASCII).equals(FAMILY)) {
            throw new AgeFailure(Failure.NO_AGE_FILE);
        }
    }

    /// The key of the file, if one of the identities opens it and the header is whole.
    ///
    /// @throws AgeFailure of the kind header, no match or HMAC
    public FileKey open(List<? extends Identity> identities) throws AgeFailure {
        boolean withPassphrase = stanzas.stream().anyMatch(one -> one.is(PassphraseRecipient.TYPE));
        if (withPassphrase && stanzas.size() > 1) {
            throw new AgeFailure(Failure.PASSPHRASE_NOT_ALONE);
        }
        for (Identity identity : identities) {
            Optional<FileKey> opened = identity.unwrap(stanzas);
            if (opened.isPresent()) {
                return whole(opened.get());
            }
        }
        throw new AgeFailure(Failure.NOBODY_HERE);
    }

    private FileKey whole(FileKey fileKey) throws AgeFailure {
        if (MessageDigest.isEqual(mac, mac(fileKey, stanzas))) {
            return fileKey;
        }
        fileKey.close();
        throw new AgeFailure(Failure.HEADER_CHANGED);
    }

    /// As it stands in a file. A header that was read gives the bytes it was read from: there is
    /// one spelling.
    public byte[] bytes() {
        return (signed(stanzas) + " " + Base64Text.of(mac) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Up to the three strokes, which the MAC covers too.
    private static String signed(List<Stanza> stanzas) {
        var text = new StringBuilder(VERSION).append('\n');
        stanzas.forEach(stanza -> stanza.write(text));
        return text.append(END).toString();
    }

    private static byte[] mac(FileKey fileKey, List<Stanza> stanzas) {
        try (Key key = fileKey.forHeader()) {
            return Hmac.sha256(key, signed(stanzas).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
