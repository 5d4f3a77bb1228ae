package org.watchword.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.entry.SealedEntry;

/// Entries of one epoch with their slots, as rows would give them, in a file between two processes.
///
/// @param seed of the epoch's key
record KeptEntries(Octets seed, Epoch epoch, List<Row> rows) {
    record Row(EntryContext place, SealedEntry entry, Leaf leaf, Octets slot) {}

    void write(Path file) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.write(seed.bytes());
            out.write(epoch.organisation().octets().bytes());
            out.write(epoch.ofCase().octets().bytes());
            out.write(epoch.compartment().octets().bytes());
            out.writeLong(epoch.number());
            out.writeInt(rows.size());
            for (Row row : rows) {
                out.write(row.place().entry().octets().bytes());
                out.write(row.leaf().bytes());
                many(out, row.entry().octets());
                many(out, row.slot());
            }
        }
    }

    private static void many(DataOutputStream out, Octets octets) throws IOException {
        out.writeInt(octets.length());
        out.write(octets.bytes());
    }

    static KeptEntries read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Octets seed = octets(in, 32);
            var epoch =
                    new Epoch(
                            new OrganisationId(octets(in, OrganisationId.BYTES)),
                            new CaseId(octets(in, CaseId.BYTES)),
                            new CompartmentId(octets(in, CompartmentId.BYTES)),
                            in.readLong());
            int count = in.readInt();
            List<Row> rows = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                var place = new EntryContext(epoch, new EntryId(octets(in, EntryId.BYTES)));
                Leaf leaf = Leaf.read(octets(in, Leaf.BYTES).bytes()).orElseThrow();
                var entry = new SealedEntry(octets(in, in.readInt()));
                rows.add(new Row(place, entry, leaf, octets(in, in.readInt())));
            }
            return new KeptEntries(seed, epoch, rows);
        }
    }

    private static Octets octets(DataInputStream in, int length) throws IOException {
        return Octets.of(in.readNBytes(length));
    }
}
