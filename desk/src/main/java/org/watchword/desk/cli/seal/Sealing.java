package org.watchword.desk.cli.seal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.watchword.desk.basis.Sentence;
import org.watchword.formats.age.Age;
import org.watchword.formats.age.AgeFailure;
import org.watchword.formats.age.ArmorWriter;
import org.watchword.formats.age.HybridIdentity;
import org.watchword.formats.age.Identity;
import org.watchword.formats.age.Recipient;
import org.watchword.formats.age.X25519Identity;

/// Seals and opens one file, and makes keys.
public final class Sealing {
    private static final int THREADS = 2;
    private static final int OUT_BUFFER = 64 * 1024;

    private final SecureRandom random;
    private final Pipes pipes;
    private final Progress progress;

    /// With what the program was started with.
    ///
    /// @param pipes what a {@link Place} leaves open
    public Sealing(SecureRandom random, Pipes pipes, Progress progress) {
        this.random = random;
        this.pipes = pipes;
        this.progress = progress;
    }

    /// What the program was started with.
    ///
    /// @param outIsScreen a person looks at what is written
    public record Pipes(InputStream in, OutputStream out, boolean outIsScreen) {}

    /// Whom to seal to.
    public record Whom(List<String> named, List<Path> files, Optional<Path> passphrase) {}

    /// What to open with.
    ///
    /// @param mostWork the most that a passphrase may cost, as the base-two logarithm
    public record With(List<Path> identities, Optional<Path> passphrase, int mostWork) {}

    public Outcome seal(Whom whom, Place place, boolean armor) {
        return told(() -> sealed(whom, place, armor));
    }

    public Outcome open(With with, Place place) {
        return told(() -> opened(with, place));
    }

    /// Makes a key pair.
    ///
    /// @param quantumSafe false for programs that know X25519 only
    public Outcome keygen(boolean quantumSafe, Instant now, Place place) {
        return told(() -> made(quantumSafe, now, place));
    }

    private static Outcome told(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (NotDone e) {
            return e.outcome();
        } catch (OutOfMemoryError e) {
            // A passphrase is made dear in memory: 256 MiB and more.
            return new Outcome.Not(Sentence.of("cli.seal.no-memory"), 3);
        }
    }

    private Outcome sealed(Whom whom, Place place, boolean armor) {
        List<Recipient> recipients = Keys.recipients(whom.named(), whom.files(), whom.passphrase());
        try {
            if (place.to().isEmpty() && !armor && pipes.outIsScreen()) {
                throw NotDone.given(Sentence.of("cli.seal.screen"));
            }
            through(place, (in, out) -> seal(recipients, in, out, armor));
            return new Outcome.Done();
        } finally {
            recipients.forEach(Recipient::close);
        }
    }

    private void seal(List<Recipient> recipients, InputStream in, OutputStream out, boolean armor)
            throws IOException {
        if (!armor) {
            sealBare(recipients, in, out);
            return;
        }
        try (var text = new ArmorWriter(out)) {
            sealBare(recipients, in, text);
            text.finish();
        }
    }

    private void sealBare(List<Recipient> recipients, InputStream in, OutputStream out)
            throws IOException {
        try (var into = new Age(random, THREADS).seal(recipients, out)) {
            into.takeFrom(in);
            into.finish();
        }
    }

    private Outcome opened(With with, Place place) {
        List<Identity> identities =
                Keys.identities(with.identities(), with.passphrase(), with.mostWork());
        try {
            through(
                    place,
                    (in, out) -> {
                        try (var from = new Age(random, THREADS).open(identities, in)) {
                            from.transferTo(out);
                        }
                    });
            return new Outcome.Done();
        } finally {
            identities.forEach(Identity::close);
        }
    }

    private Outcome made(boolean quantumSafe, Instant now, Place place) {
        return quantumSafe ? madeHybrid(now, place) : madeX25519(now, place);
    }

    private Outcome madeHybrid(Instant now, Place place) {
        try (var identity = HybridIdentity.fresh(random)) {
            return written(identity.recipient().toString(), identity.letters(), now, place);
        }
    }

    private Outcome madeX25519(Instant now, Place place) {
        try (var identity = X25519Identity.fresh(random)) {
            return written(identity.recipient().toString(), identity.letters(), now, place);
        }
    }

    /// As age-keygen writes it: the notes are not translated, programs read them.
    private Outcome written(String recipient, byte[] letters, Instant now, Place place) {
        String notes = "# created: " + now + "\n# public key: " + recipient + "\n";
        through(
                place,
                (_, out) -> {
                    out.write(notes.getBytes(StandardCharsets.US_ASCII));
                    out.write(letters);
                    out.write('\n');
                });
        Arrays.fill(letters, (byte) 0);
        return new Outcome.Made(recipient);
    }

    private interface Work {
        void between(InputStream in, OutputStream out) throws IOException;
    }

    private void through(Place place, Work work) {
        try (InputStream in = reading(place.from())) {
            if (place.to().isEmpty()) {
                var out = new BufferedOutputStream(pipes.out(), OUT_BUFFER);
                guarded(work, in, out, Optional.empty());
                return;
            }
            Path target = place.to().get();
            try (var file = OutFile.at(target, place.over(), random)) {
                guarded(work, in, file.stream(), Optional.of(target));
                file.complete();
            }
        } catch (IOException e) {
            throw NotDone.around(Sentence.of("cli.seal.unreadable"));
        }
    }

    /// Tells a file that does not open from one that cannot be read, and both from a disk that is
    /// full.
    private void guarded(Work work, InputStream in, OutputStream out, Optional<Path> target)
            throws IOException {
        var sink = new Sink(out);
        try {
            work.between(in, sink);
            sink.flush();
        } catch (AgeFailure e) {
            sink.flush();
            throw new Unopened(e.failure(), target.isEmpty() && sink.any).notDone();
        } catch (Sink.Broken e) {
            throw OutFile.unwritable(target.orElse(Path.of("-")));
        } finally {
            progress.end();
        }
    }

    private InputStream reading(Optional<Path> from) {
        if (from.isEmpty()) {
            progress.begin(OptionalLong.empty());
            return new Source(pipes.in(), progress, false);
        }
        Path file = from.get();
        try {
            progress.begin(OptionalLong.of(Files.size(file)));
            if (Files.isDirectory(file)) {
                throw NotDone.given(Sentence.of("cli.seal.directory", "file", file.toString()));
            }
            return new Source(Files.newInputStream(file), progress, true);
        } catch (IOException e) {
            throw NotDone.given(Sentence.of("cli.seal.no-file", "file", file.toString()));
        }
    }
}
