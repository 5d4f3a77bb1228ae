package org.watchword.formats.age;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.List;

/// Seals and opens whole files. Streams it is given stay open.
///
/// @param threads that seal or open the payload of one file; with one, the caller's own does it
public record Age(SecureRandom random, int threads) {
    /// Writes the header; what is written into the stream becomes the payload, and is whole after
    /// {@link SealingStream#finish}.
    ///
    /// @throws IllegalArgumentException when {@link Recipient#problem} has something to say
    public SealingStream seal(List<Recipient> recipients, OutputStream into) throws IOException {
        try (var fileKey = FileKey.fresh(random)) {
            into.write(Header.seal(fileKey, recipients, random).bytes());
            return SealingStream.to(into, fileKey, random, threads);
        }
    }

    /// Opens the header; the stream gives the payload. Armor is seen and taken off.
    ///
    /// @throws AgeFailure when it does not open; reading the stream can throw one too
    public OpeningStream open(List<? extends Identity> identities, InputStream from)
            throws IOException {
        InputStream in = bare(from);
        try (var fileKey = Header.read(in).open(identities)) {
            return OpeningStream.from(in, fileKey, threads);
        }
    }

    /// Without armor, if there is any; what is given is read through the stream that comes back
    /// from then on.
    public static InputStream bare(InputStream from) throws IOException {
        InputStream in = from.markSupported() ? from : new BufferedInputStream(from);
        return Armor.begins(in) ? new ArmorReader(in) : in;
    }
}
