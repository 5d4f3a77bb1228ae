package org.watchword.formats.age;

import static org.watchword.desk.Foreign.promise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.watchword.formats.cipher.Key;

/// Any bytes as an age file: they open whole, or a failure says why; a header has one spelling.
public final class AnyAgeFile {
    /// Of the published vectors, so that changes of them come as far as the payload.
    private static final String X25519 =
            "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";

    private static final String HYBRID =
            "AGE-SECRET-KEY-PQ-1HZLGZUPT4ETPKDEV8HSGFDCYZ4E522W0A7PU2LHT8EH9W6YLNC3SW78XKG";

    private static final String PASSPHRASE = "password";
    private static final int LITTLE_WORK = 2;

    public static void fuzzerTestOneInput(byte[] data) {
        header(data);
        try (var from = new Age(new SecureRandom(), 1).open(identities(), stream(data))) {
            promise(from.readAllBytes().length < data.length, "it holds no more than it is long");
        } catch (AgeFailure e) {
            promise(e.failure().kind() != null, "a failure says what it is");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void header(byte[] data) {
        var in = stream(data);
        try {
            byte[] again = Header.read(in).bytes();
            byte[] read = Arrays.copyOf(data, data.length - in.available());
            promise(Arrays.equals(again, read), "a header has one spelling");
        } catch (AgeFailure e) {
            promise(e.failure().kind() == Failure.Kind.HEADER, "a header fails as a header");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteArrayInputStream stream(byte[] data) {
        return new ByteArrayInputStream(data);
    }

    private static List<Identity> identities() {
        byte[] words = PASSPHRASE.getBytes(StandardCharsets.US_ASCII);
        return List.of(
                Identity.parse(X25519.getBytes(StandardCharsets.US_ASCII)).orElseThrow(),
                Identity.parse(HYBRID.getBytes(StandardCharsets.US_ASCII)).orElseThrow(),
                new PassphraseIdentity(Key.taking(words), LITTLE_WORK));
    }

    private AnyAgeFile() {}
}
