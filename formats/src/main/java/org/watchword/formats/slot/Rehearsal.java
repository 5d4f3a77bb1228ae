package org.watchword.formats.slot;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.EntryOpener;
import org.watchword.formats.entry.EntrySealer;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.Head;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.entry.Seen;

/// A case about nobody, written, read several times and dropped: by then Java has compiled what
/// reads a case. It is fast only then, and the first who opens one after a start need not be
/// whoever waits for that.
///
/// It is also the first use of all ciphers together: a Java in which they are broken shows itself
/// here.
public final class Rehearsal {
    private static final int ENTRIES = 1_000;
    private static final int READINGS = 5;
    private static final int INBOUND = 200;
    private static final byte[] WORDS =
            "Nothing of this ever happened. ".repeat(10).getBytes(StandardCharsets.US_ASCII);
    private static final AtomicBoolean PLAYED = new AtomicBoolean();

    private final SecureRandom random;
    private final SigningKey author;
    private final EpochKey key;

    private Rehearsal(SecureRandom random, SigningKey author, EpochKey key) {
        this.random = random;
        this.author = author;
        this.key = key;
    }

    private record Written(EntryContext place, EntrySealer.Sealed sealed, Octets settled) {}

    /// Some seconds of one processor the first time in a process; then nothing.
    ///
    /// @throws IllegalStateException when what was sealed does not open
    public static void once(SecureRandom random) {
        if (!PLAYED.getAndSet(true)) {
            play(random);
        }
    }

    static void play(SecureRandom random) {
        var epoch =
                new Epoch(
                        new OrganisationId(octets(OrganisationId.BYTES, random)),
                        new CaseId(octets(CaseId.BYTES, random)),
                        new CompartmentId(octets(CompartmentId.BYTES, random)),
                        1);
        try (var author = SigningKey.fresh(random);
                var key = new EpochKey(epoch, ReadingKey.fresh(random))) {
            new Rehearsal(random, author, key).play();
        }
    }

    private void play() {
        List<Written> written = new ArrayList<>(ENTRIES);
        try (var slots = new SettledSlots(key)) {
            for (int i = 0; i < ENTRIES; i++) {
                written.add(write(i, slots));
            }
            for (int i = 0; i < READINGS; i++) {
                read(written, slots);
            }
            written.subList(0, INBOUND).forEach(this::fromOutside);
        } finally {
            written.forEach(one -> one.sealed().key().close());
        }
    }

    private Written write(int nth, SettledSlots slots) {
        var place = new EntryContext(key.epoch(), new EntryId(octets(EntryId.BYTES, random)));
        var entry =
                new Entry(
                        place,
                        new EntryType("note"),
                        AuthorKey.of(author),
                        Instant.EPOCH.plusMillis(nth),
                        new Seen(List.of(new Head(octets(Head.BYTES, random)))),
                        Octets.of(WORDS),
                        List.of());
        var sealed = new EntrySealer(random).seal(entry, author);
        return new Written(place, sealed, Octets.of(slots.seal(sealed.key(), place, random)));
    }

    private static void read(List<Written> written, SettledSlots slots) {
        var opener = new EntryOpener();
        for (Written one : written) {
            var sealed = one.sealed();
            try (var found =
                    opened(
                            slots.open(
                                    one.settled().bytes(),
                                    one.place(),
                                    sealed.leaf().keyCommitment()))) {
                var entry = opener.open(sealed.entry(), sealed.leaf(), one.place(), found);
                if (!(entry instanceof EntryOpener.Opened.Whole)) {
                    throw new IllegalStateException("what was sealed does not open: " + entry);
                }
            }
        }
    }

    private void fromOutside(Written one) {
        var sealed = one.sealed();
        byte[] slot = InboundSlot.seal(sealed.key(), one.place(), key.address(), random);
        opened(InboundSlot.open(slot, one.place(), key, sealed.leaf().keyCommitment())).close();
    }

    private static DataKey opened(Slot<DataKey> slot) {
        return switch (slot) {
            case Slot.Open<DataKey>(DataKey found) -> found;
            case Slot.Shut<DataKey>(SlotFailure why) ->
                    throw new IllegalStateException("a slot does not open: " + why);
        };
    }

    private static Octets octets(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }
}
