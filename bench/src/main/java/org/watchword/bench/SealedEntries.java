package org.watchword.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.watchword.bench.keeper.Ground;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
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
import org.watchword.formats.slot.EpochKey;
import org.watchword.formats.slot.InboundSlot;
import org.watchword.formats.slot.ReadingKey;
import org.watchword.formats.slot.SettledSlots;

/// A case of many entries by a few authors, written and read.
final class SealedEntries {
    static final String SEAL = "seal and sign an entry, with its settled slot";
    static final String OPEN = "open and verify an entry";
    static final String SETTLED = "open a settled slot";
    static final String INBOUND = "open an inbound slot";
    static final String COLD = "open and verify a case in a process of its own";
    static final String REHEARSED = "open and verify a case in a process that rehearsed one";
    static final String OURS = "formats";

    private static final double MOST_SEAL_MILLIS = 0.5;
    private static final double MOST_SETTLED_MICROS = 5;
    private static final double MOST_COLD_SECONDS = 2;
    private static final int WARM_UP = 3;
    private static final int AUTHORS = 5;
    private static final int WORDS = 300;

    private final Effort effort;
    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final List<SigningKey> authors =
            Stream.generate(() -> SigningKey.fresh(random)).limit(AUTHORS).toList();
    private final byte[] seed = octets(32).bytes();
    private final Epoch epoch =
            new Epoch(
                    new OrganisationId(octets(OrganisationId.BYTES)),
                    new CaseId(octets(CaseId.BYTES)),
                    new CompartmentId(octets(CompartmentId.BYTES)),
                    1);
    private final EpochKey key = new EpochKey(epoch, new ReadingKey(Key.taking(seed.clone())));
    private final SettledSlots slots = new SettledSlots(key);
    private final Tally tally = new Tally();

    SealedEntries(Ground ground, Effort effort) {
        this.effort = effort;
        file = ground.fresh("entries").resolve("kept");
    }

    private record Written(Entry entry, EntrySealer.Sealed sealed, Octets settled) {}

    Findings measure() throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            round(new Tally());
        }
        for (int i = 0; i < effort.rounds(); i++) {
            List<Written> written = round(tally);
            kept(written).write(file);
            cold(COLD);
            cold(REHEARSED, "rehearsed");
        }
        return new Findings(how(), tally.figures(), goals(), List.of());
    }

    private Octets octets(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    /// The CPU of this thread alone: other work on the machine counts for nothing.
    private static long used() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<Written> round(Tally into) {
        int count = effort.entries();
        var sealer = new EntrySealer(random);
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(entry(i));
        }
        List<Written> written = new ArrayList<>(count);
        long begin = used();
        for (int i = 0; i < count; i++) {
            Entry entry = entries.get(i);
            var sealed = sealer.seal(entry, authors.get(i % AUTHORS));
            byte[] settled = slots.seal(sealed.key(), entry.context(), random);
            written.add(new Written(entry, sealed, Octets.of(settled)));
        }
        each(into, SEAL, Unit.CPU_MILLIS, (used() - begin) / 1e6 / count);
        read(into, written);
        return written;
    }

    private void read(Tally into, List<Written> written) {
        int count = written.size();
        long begin = used();
        for (Written one : written) {
            slots.open(
                    one.settled().bytes(),
                    one.entry().context(),
                    one.sealed().leaf().keyCommitment());
        }
        each(into, SETTLED, Unit.CPU_MICROS, (used() - begin) / 1e3 / count);
        var opener = new EntryOpener();
        begin = used();
        for (Written one : written) {
            var sealed = one.sealed();
            opener.open(sealed.entry(), sealed.leaf(), one.entry().context(), sealed.key());
        }
        each(into, OPEN, Unit.CPU_MICROS, (used() - begin) / 1e3 / count);
        inbound(into, written.subList(0, Math.ceilDiv(count, 10)));
    }

    private void inbound(Tally into, List<Written> written) {
        List<byte[]> stored = new ArrayList<>();
        for (Written one : written) {
            stored.add(
                    InboundSlot.seal(
                            one.sealed().key(), one.entry().context(), key.address(), random));
        }
        long begin = used();
        for (int i = 0; i < stored.size(); i++) {
            Written one = written.get(i);
            InboundSlot.open(
                    stored.get(i), one.entry().context(), key, one.sealed().leaf().keyCommitment());
        }
        each(into, INBOUND, Unit.CPU_MICROS, (used() - begin) / 1e3 / stored.size());
    }

    private static void each(Tally into, String what, Unit unit, double figure) {
        into.add(what, OURS, unit, figure, List.of());
    }

    private Entry entry(int nth) {
        return new Entry(
                new EntryContext(epoch, new EntryId(octets(EntryId.BYTES))),
                new EntryType("note"),
                AuthorKey.of(authors.get(nth % AUTHORS)),
                Instant.ofEpochMilli(1_764_000_000_000L + nth),
                new Seen(List.of(new Head(octets(Head.BYTES)))),
                Octets.of("w".repeat(WORDS).getBytes(StandardCharsets.US_ASCII)),
                List.of());
    }

    private KeptEntries kept(List<Written> written) {
        return new KeptEntries(
                Octets.of(seed),
                epoch,
                written.stream()
                        .map(one ->
                                new KeptEntries.Row(
                                        one.entry().context(),
                                        one.sealed().entry(),
                                        one.sealed().leaf(),
                                        one.settled()))
                        .toList());
    }

    private void cold(String what, String... rehearsed) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ColdReading.class.getName(),
                                file.toString()));
        line.addAll(List.of(rehearsed));
        Process process = new ProcessBuilder(line).redirectError(Redirect.INHERIT).start();
        String said;
        try (var out = process.inputReader()) {
            said = out.readLine();
        }
        if (process.waitFor() != 0 || said == null) {
            throw new IllegalStateException("status " + process.exitValue());
        }
        String[] words = said.split(" ", -1);
        if (Integer.parseInt(words[0]) != effort.entries()) {
            throw new IllegalStateException("only " + words[0] + " opened");
        }
        each(tally, what, Unit.CPU_SECONDS, Double.parseDouble(words[1]));
        each(tally, what + ", and its start", Unit.CPU_SECONDS, Double.parseDouble(words[2]));
        each(tally, what + ", by the clock", Unit.SECONDS, Double.parseDouble(words[3]));
    }

    private List<Goal> goals() {
        return List.of(
                goal(SEAL, Unit.CPU_MILLIS, MOST_SEAL_MILLIS),
                goal(SETTLED, Unit.CPU_MICROS, MOST_SETTLED_MICROS),
                goal(REHEARSED, Unit.CPU_SECONDS, MOST_COLD_SECONDS));
    }

    private Goal goal(String what, Unit unit, double most) {
        List<Double> rounds = tally.rounds(what, OURS);
        return Goal.atMost(what, unit, most, Spread.of(rounds).median(), rounds);
    }

    private List<String> how() {
        return List.of(
                ("%d entries of %d bytes by %d authors, each in the least size class. Sealing and"
                                + " the single openings run in this process once its code is"
                                + " compiled, and count the CPU of their thread.")
                        .formatted(effort.entries(), WORDS, AUTHORS),
                "Cold: a process is started anew, opens each slot and each entry with two threads,"
                        + " and counts the CPU of all its threads, compiling included. Rehearsed:"
                        + " before that it read a case about nobody, as a desk does once somebody"
                        + " opens case files; this counts in the line with its start alone.");
    }
}
