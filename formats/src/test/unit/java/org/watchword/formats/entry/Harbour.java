package org.watchword.formats.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.watchword.formats.Drawn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;

/// A compartment of an invented case, and somebody who writes into it.
public final class Harbour {
    public static final Instant AT = Instant.parse("2026-11-29T15:04:05.678Z");

    private final Drawn random;
    private final SigningKey author;
    private final Epoch epoch;

    public Harbour(Drawn random) {
        this.random = random;
        author = SigningKey.fresh(random);
        epoch =
                new Epoch(
                        new OrganisationId(octets(OrganisationId.BYTES)),
                        new CaseId(octets(CaseId.BYTES)),
                        new CompartmentId(octets(CompartmentId.BYTES)),
                        3);
    }

    public Drawn random() {
        return random;
    }

    public SigningKey author() {
        return author;
    }

    public Epoch epoch() {
        return epoch;
    }

    public Epoch later() {
        return new Epoch(
                epoch.organisation(), epoch.ofCase(), epoch.compartment(), epoch.number() + 1);
    }

    public EntryContext place() {
        return new EntryContext(epoch, new EntryId(octets(EntryId.BYTES)));
    }

    public Entry first(String words) {
        return entry(words.getBytes(StandardCharsets.UTF_8), Seen.nothingIn(epoch), List.of());
    }

    public Entry entry(byte[] body, Seen seen, List<EvidenceReference> evidence) {
        return new Entry(
                place(),
                new EntryType("note"),
                AuthorKey.of(author),
                AT,
                seen,
                Octets.of(body),
                evidence);
    }

    public Seen seen(int heads) {
        return new Seen(
                Stream.generate(() -> new Head(octets(Head.BYTES))).limit(heads).sorted().toList());
    }

    public List<EvidenceReference> evidence(int count) {
        return Stream.generate(() -> new EvidenceReference(octets(EvidenceReference.BYTES)))
                .limit(count)
                .toList();
    }

    public EntrySealer.Sealed sealed(Entry entry) {
        return new EntrySealer(random).seal(entry, author);
    }

    public Octets octets(int length) {
        return Octets.of(random.bytes(length));
    }

    /// Every place that differs from one in one thing.
    public static List<EntryContext> beside(EntryContext place) {
        Epoch epoch = place.epoch();
        var other = Octets.of(new byte[16]);
        return List.of(
                in(
                        new Epoch(
                                new OrganisationId(other),
                                epoch.ofCase(),
                                epoch.compartment(),
                                epoch.number()),
                        place),
                in(
                        new Epoch(
                                epoch.organisation(),
                                new CaseId(other),
                                epoch.compartment(),
                                epoch.number()),
                        place),
                in(
                        new Epoch(
                                epoch.organisation(),
                                epoch.ofCase(),
                                new CompartmentId(other),
                                epoch.number()),
                        place),
                in(
                        new Epoch(
                                epoch.organisation(),
                                epoch.ofCase(),
                                epoch.compartment(),
                                epoch.number() + 1),
                        place),
                new EntryContext(epoch, new EntryId(other)));
    }

    private static EntryContext in(Epoch epoch, EntryContext place) {
        return new EntryContext(epoch, place.entry());
    }
}
