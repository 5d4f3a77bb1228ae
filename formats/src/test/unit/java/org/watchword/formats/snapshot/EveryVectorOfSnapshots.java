package org.watchword.formats.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.formats.VectorFile.bytes;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.formats.VectorFile;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.OrganisationId;
import tools.jackson.databind.JsonNode;

class EveryVectorOfSnapshots {
    private static final int COUNT = 20;

    @Test
    void ends_as_it_says() {
        List<JsonNode> vectors = VectorFile.vectors(SnapshotVectors.FILE);
        for (JsonNode vector : vectors) {
            String name = vector.get("name").asString();
            Stretch stretch = stretch(vector);
            var own = Key.taking(bytes(vector, "own_key"));
            String end =
                    switch (Snapshot.open(octets(vector, "snapshot"), stretch, own)) {
                        case Snapshot.Opened.Refused(SnapshotFailure why) -> why.name();
                        case Snapshot.Opened.Whole(Snapshot whole) -> {
                            assertEquals(expected(vector), told(stretch, whole), name);
                            yield VectorFile.OPENED;
                        }
                    };
            assertEquals(vector.get("expect").asString(), end, name);
        }
        assertEquals(COUNT, vectors.size());
        System.out.println("vectors/" + SnapshotVectors.FILE + ": " + COUNT + " played");
    }

    private static Octets octets(JsonNode of, String field) {
        return Octets.of(bytes(of, field));
    }

    private static Stretch stretch(JsonNode vector) {
        var rows = new ArrayList<Stretch.Row>();
        for (JsonNode row : vector.get("rows")) {
            rows.add(
                    new Stretch.Row(
                            row.get("number").asLong(),
                            row.get("epoch").asLong(),
                            row.get("erased_by").asLong(),
                            row.get("length").asInt(),
                            new EntryId(octets(row, "entry")),
                            octets(row, "leaf")));
        }
        var place =
                new Stretch.Place(
                        new OrganisationId(octets(vector, "organisation")),
                        new CaseId(octets(vector, "case")),
                        new CompartmentId(octets(vector, "compartment")));
        return new Stretch(place, vector.get("first").asLong(), vector.get("last").asLong(), rows);
    }

    private static List<String> expected(JsonNode vector) {
        var told = new ArrayList<String>();
        for (JsonNode one : vector.get("entries")) {
            told.add(one.get("number").asLong() + " " + one.get("body").asString());
        }
        return told;
    }

    private static List<String> told(Stretch stretch, Snapshot whole) {
        var told = new ArrayList<String>();
        for (long number = stretch.first(); number <= stretch.last(); number++) {
            String head = number + " ";
            whole.entry(number)
                    .ifPresent(entry -> told.add(head + VectorFile.hex(entry.written())));
        }
        return told;
    }

    @Test
    void is_made_again_from_its_seed_byte_for_byte() {
        assertEquals(VectorFile.kept(SnapshotVectors.FILE), SnapshotVectors.text());
    }
}
