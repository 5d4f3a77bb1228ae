package org.watchword.desk.casebook.envelope;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.ledger.Enclosures;
import org.watchword.formats.entry.Enclosure;

/// The files of one envelope in the clear, for the time of a request; closing zeroes them.
final class Files implements AutoCloseable {
    private final Map<Enclosed, byte[]> all = new EnumMap<>(Enclosed.class);

    /// Takes the bytes over.
    void put(Enclosed which, byte[] file) {
        Optional.ofNullable(all.put(which, file)).ifPresent(Files::zeroed);
    }

    boolean has(Enclosed which) {
        return all.containsKey(which);
    }

    Map<Enclosed, Enclosure.Sealed> sealed(Enclosures by) {
        var sealed = new EnumMap<Enclosed, Enclosure.Sealed>(Enclosed.class);
        all.forEach((which, file) -> sealed.put(which, by.seal(file)));
        return sealed;
    }

    private static void zeroed(byte[] file) {
        Arrays.fill(file, (byte) 0);
    }

    @Override
    public void close() {
        all.values().forEach(Files::zeroed);
    }
}
