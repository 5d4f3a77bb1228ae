package org.watchword.formats.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.VectorFile.bytes;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchword.formats.VectorFile;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import tools.jackson.databind.JsonNode;

class EveryVectorOfEntries {
    private static final int COUNT = 39;
    private static final int SOUND = 6;

    private final List<JsonNode> vectors = VectorFile.vectors(EntryVectors.FILE);

    @Test
    void ends_as_it_says() {
        var opener = new EntryOpener();
        for (JsonNode vector : vectors) {
            try (var key = DataKey.taking(Key.taking(bytes(vector, "data_key")))) {
                var opened =
                        opener.open(
                                new SealedEntry(Octets.of(bytes(vector, "sealed"))),
                                Leaf.read(bytes(vector, "leaf")).orElseThrow(),
                                place(vector.get("context")),
                                key);
                assertEquals(vector.get("expect").asString(), word(opened), name(vector));
                if (opened instanceof EntryOpener.Opened.Whole(Entry entry)) {
                    same(vector.get("entry"), entry);
                }
            }
        }
        System.out.println("vectors/" + EntryVectors.FILE + ": " + vectors.size() + " played");
    }

    private static String name(JsonNode vector) {
        return vector.get("name").asString();
    }

    private static String word(EntryOpener.Opened opened) {
        return switch (opened) {
            case EntryOpener.Opened.Whole _ -> VectorFile.OPENED;
            case EntryOpener.Opened.Failed(EntryFailure failure) -> failure.name();
        };
    }

    private static EntryContext place(JsonNode context) {
        return new EntryContext(
                new Epoch(
                        new OrganisationId(Octets.of(bytes(context, "organisation"))),
                        new CaseId(Octets.of(bytes(context, "case"))),
                        new CompartmentId(Octets.of(bytes(context, "compartment"))),
                        context.get("epoch").asLong()),
                new EntryId(Octets.of(bytes(context, "entry"))));
    }

    private static void same(JsonNode said, Entry entry) {
        assertEquals(said.get("type").asString(), entry.type().word());
        assertEquals(said.get("author").asString(), entry.author().octets().hex());
        assertEquals(said.get("at").asLong(), entry.at().toEpochMilli());
        assertEquals(said.get("body").asString(), entry.body().hex());
        assertEquals(
                listed(said.get("seen")), hexes(entry.seen().heads().stream().map(Head::octets)));
        assertEquals(
                listed(said.get("evidence")),
                hexes(entry.evidence().stream().map(EvidenceReference::octets)));
    }

    private static List<String> listed(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.get(i).asString())
                .toList();
    }

    private static List<String> hexes(Stream<Octets> many) {
        return many.map(Octets::hex).toList();
    }

    @Test
    void is_here_and_every_kind_of_failure_among_them() {
        assertEquals(COUNT, vectors.size());
        var ends = new TreeSet<String>();
        vectors.forEach(vector -> ends.add(vector.get("expect").asString()));
        var all = new TreeSet<String>();
        Stream.of(EntryFailure.values()).map(Enum::name).forEach(all::add);
        all.add(VectorFile.OPENED);
        assertEquals(all, ends);
        long sound = vectors.stream().filter(vector -> vector.has("entry")).count();
        assertEquals(SOUND, sound);
    }

    @Test
    void is_made_again_from_its_seed_byte_for_byte() {
        assertTrue(EntryVectors.text().equals(VectorFile.kept(EntryVectors.FILE)));
    }
}
