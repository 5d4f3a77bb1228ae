package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.watchword.formats.age.Seals.RANDOM;
import static org.watchword.formats.age.Seals.bytes;
import static org.watchword.formats.age.Seals.opened;
import static org.watchword.formats.age.Seals.sealed;

import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.armor.ArmoredEncryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// jagged, an age in Java by others.
class AnotherAgeInJava {
    private final X25519Identity anna = X25519Identity.fresh(RANDOM);

    @ParameterizedTest
    @ValueSource(ints = {1, 100, Chunks.CLEAR, 3 * Chunks.CLEAR + 5, 2_500_000})
    void opens_what_we_sealed_and_seals_what_we_open(int length)
            throws IOException, GeneralSecurityException {
        byte[] clear = bytes(length);
        byte[] ours = sealed(clear, 2, anna.recipient());
        assertArrayEquals(clear, theyOpen(ours, false));
        assertArrayEquals(clear, theyOpen(Seals.armored(ours), true));
        assertArrayEquals(clear, opened(theySeal(clear, false), 2, anna));
        assertArrayEquals(clear, opened(theySeal(clear, true), 2, anna));
    }

    private byte[] theyOpen(byte[] file, boolean armor)
            throws IOException, GeneralSecurityException {
        String letters = new String(anna.letters(), StandardCharsets.US_ASCII);
        var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(letters);
        var factory =
                armor
                        ? new ArmoredDecryptingChannelFactory()
                        : new StandardDecryptingChannelFactory();
        var in = Channels.newChannel(new ByteArrayInputStream(file));
        try (var channel = factory.newDecryptingChannel(in, List.of(reader))) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private byte[] theySeal(byte[] clear, boolean armor)
            throws IOException, GeneralSecurityException {
        var writer =
                X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(
                        anna.recipient().toString());
        var factory =
                armor
                        ? new ArmoredEncryptingChannelFactory()
                        : new StandardEncryptingChannelFactory();
        var out = new ByteArrayOutputStream();
        try (var channel =
                factory.newEncryptingChannel(Channels.newChannel(out), List.of(writer))) {
            channel.write(ByteBuffer.wrap(clear));
        }
        return out.toByteArray();
    }
}
