package org.watchword.formats.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchword.formats.Drawn;
import org.watchword.formats.cipher.AesGcm;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.EvidenceReference;
import org.watchword.formats.entry.Harbour;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.entry.Seen;

/// Somebody who verified a stretch of an invented compartment: a note, one that was erased, a short
/// one and a long one.
final class Remembering {
    static final long FIRST = 128;
    static final long LAST = 255;

    final Drawn random;
    final Harbour harbour;
    final byte[] own;
    final List<Stretch.Row> rows = new ArrayList<>();
    final SortedMap<Long, Entry> verified = new TreeMap<>();

    Remembering(String words) {
        random = new Drawn(words);
        harbour = new Harbour(random);
        own = random.bytes(32);
        adds(130, harbour.first("Нет вестей"), 0);
        adds(141, harbour.first("the road by the river"), 252);
        adds(199, harbour.entry(new byte[0], Seen.nothingIn(harbour.epoch()), List.of()), 0);
        adds(252, harbour.entry(new byte[9_000], harbour.seen(8), evidence()), 0);
    }

    private List<EvidenceReference> evidence() {
        return harbour.evidence(2);
    }

    private void adds(long number, Entry entry, long erasedBy) {
        var sealed = harbour.sealed(entry);
        var row =
                new Stretch.Row(
                        number,
                        entry.context().epoch().number(),
                        erasedBy,
                        erasedBy == 0 ? sealed.entry().octets().length() : 0,
                        entry.context().entry(),
                        Octets.of(sealed.leaf().bytes()));
        rows.add(row);
        if (row.isHeld()) {
            verified.put(number, entry);
        }
    }

    Key key() {
        return Key.taking(own.clone());
    }

    Stretch stretch() {
        return stretch(rows);
    }

    Stretch stretch(List<Stretch.Row> of) {
        return new Stretch(place(), FIRST, LAST, of);
    }

    Stretch.Place place() {
        Epoch epoch = harbour.epoch();
        return new Stretch.Place(epoch.organisation(), epoch.ofCase(), epoch.compartment());
    }

    /// The same stretch, with another row in the place of one.
    Stretch with(int nth, Stretch.Row row) {
        var other = new ArrayList<>(rows);
        other.set(nth, row);
        return stretch(other);
    }

    /// The same rows, looked for elsewhere: each differs in one thing.
    List<Stretch> elsewhere() {
        var other = Octets.of(new byte[16]);
        Stretch.Place place = place();
        return List.of(
                new Stretch(
                        new Stretch.Place(
                                new OrganisationId(other), place.ofCase(), place.compartment()),
                        FIRST,
                        LAST,
                        rows),
                new Stretch(
                        new Stretch.Place(
                                place.organisation(), new CaseId(other), place.compartment()),
                        FIRST,
                        LAST,
                        rows),
                new Stretch(
                        new Stretch.Place(
                                place.organisation(), place.ofCase(), new CompartmentId(other)),
                        FIRST,
                        LAST,
                        rows),
                new Stretch(place, FIRST - 1, LAST, rows),
                new Stretch(place, FIRST, LAST + 1, rows));
    }

    Octets sealed() {
        return Snapshot.seal(key(), stretch(), verified, random);
    }

    /// Sealed by its own reader, who does not keep to the page.
    ///
    /// @param inside as long as the padding makes it
    Octets sealedBy(byte[] inside) {
        byte[] drawn = random.bytes(32);
        var key = new Domain("watchword/v1/snapshot-key");
        var seal = new Domain("watchword/v1/snapshot-seal");
        byte[] ciphertext =
                AesGcm.seal(
                        Hkdf.derive(key(), key.before(drawn)),
                        new byte[AesGcm.NONCE_BYTES],
                        inside,
                        seal.before(stretch().bytes()));
        byte[] all = new byte[1 + drawn.length + ciphertext.length];
        all[0] = 1;
        System.arraycopy(drawn, 0, all, 1, drawn.length);
        System.arraycopy(ciphertext, 0, all, 1 + drawn.length, ciphertext.length);
        return Octets.of(all);
    }
}
