package org.watchword.desk.ledger;

import java.util.HashSet;
import java.util.List;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.entry.EvidenceReference;

/// What somebody wants to write.
public record What(EntryType type, Octets body, List<EvidenceReference> evidence) {
    private static final int MOST_EVIDENCE = 64;

    public What {
        evidence = List.copyOf(evidence);
    }

    public static What of(EntryType type, Octets body) {
        return new What(type, body, List.of());
    }

    boolean fits() {
        return body.length() <= Entry.MOST_BODY_BYTES
                && evidence.size() <= MOST_EVIDENCE
                && new HashSet<>(evidence).size() == evidence.size();
    }
}
