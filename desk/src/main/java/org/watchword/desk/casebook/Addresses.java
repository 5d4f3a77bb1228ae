package org.watchword.desk.casebook;

import java.util.Arrays;
import java.util.HexFormat;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.watch.timer.TimerId;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;

/// What stands for cases, compartments and reminders in the addresses of pages. A browser keeps
/// those in its history: hashed under the desk's key they are no numbers that stand anywhere else.
final class Addresses {
    private static final String OF_CASES = "casebook-case";
    private static final String OF_COMPARTMENTS = "casebook-compartment";
    private static final String OF_REMINDERS = "casebook-reminder";
    private static final int BYTES = 12;

    private final KeyedHash hash;

    Addresses(KeyedHash hash) {
        this.hash = hash;
    }

    String of(CaseId id) {
        return of(OF_CASES, id.octets());
    }

    String of(CompartmentId id) {
        return of(OF_COMPARTMENTS, id.octets());
    }

    String of(TimerId id) {
        return of(OF_REMINDERS, id.octets());
    }

    private String of(String domain, Octets id) {
        byte[] whole = hash.of(domain, id.bytes());
        return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
    }
}
