package org.watchword.formats.slot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.formats.VectorFile.bytes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.watchword.formats.VectorFile;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.KeyCommitment;
import org.watchword.formats.entry.OrganisationId;
import tools.jackson.databind.JsonNode;

class EveryVectorOfSlots {
    private static final Map<String, Integer> COUNTS =
            Map.of(
                    SlotVectors.SETTLED, 12,
                    SlotVectors.INBOUND, 12,
                    SlotVectors.GLASS, 8,
                    SlotVectors.EPOCH, 5,
                    SlotVectors.ACCOUNT, 13,
                    SlotVectors.KEYS, 3);

    private static Key key(JsonNode vector, String field) {
        return Key.taking(bytes(vector, field));
    }

    private static Epoch epoch(JsonNode place) {
        return new Epoch(
                new OrganisationId(Octets.of(bytes(place, "organisation"))),
                new CaseId(Octets.of(bytes(place, "case"))),
                new CompartmentId(Octets.of(bytes(place, "compartment"))),
                place.get("epoch").asLong());
    }

    private static EntryContext entry(JsonNode vector) {
        JsonNode place = vector.get("entry");
        return new EntryContext(epoch(place), new EntryId(Octets.of(bytes(place, "entry"))));
    }

    private static EpochKey epochKey(JsonNode vector) {
        return new EpochKey(epoch(vector.get("epoch")), new ReadingKey(key(vector, "epoch_seed")));
    }

    private static KeyCommitment commitment(JsonNode vector) {
        return new KeyCommitment(Octets.of(bytes(vector, "key_commitment")));
    }

    private static <T> void played(
            String file,
            Function<JsonNode, Slot<T>> opening,
            String field,
            Function<T, byte[]> is) {
        List<JsonNode> vectors = VectorFile.vectors(file);
        for (JsonNode vector : vectors) {
            String name = file + ": " + vector.get("name").asString();
            String end =
                    switch (opening.apply(vector)) {
                        case Slot.Open<T>(T key) -> {
                            assertEquals(
                                    vector.get(field).asString(),
                                    VectorFile.hex(is.apply(key)),
                                    name);
                            yield VectorFile.OPENED;
                        }
                        case Slot.Shut<T>(SlotFailure why) -> why.name();
                    };
            assertEquals(vector.get("expect").asString(), end, name);
        }
        counted(file, vectors);
    }

    private static void counted(String file, List<JsonNode> vectors) {
        assertEquals(COUNTS.get(file), vectors.size());
        System.out.println("vectors/" + file + ": " + vectors.size() + " played");
    }

    @Test
    void of_settled_ones_ends_as_it_says() {
        played(
                SlotVectors.SETTLED,
                vector ->
                        new SettledSlots(epochKey(vector))
                                .open(bytes(vector, "slot"), entry(vector), commitment(vector)),
                "data_key",
                DataKey::secretBytes);
    }

    @Test
    void of_inbound_ones_ends_as_it_says() {
        played(
                SlotVectors.INBOUND,
                vector ->
                        InboundSlot.open(
                                bytes(vector, "slot"),
                                entry(vector),
                                epochKey(vector),
                                commitment(vector)),
                "data_key",
                DataKey::secretBytes);
    }

    @Test
    void of_glass_ones_ends_as_it_says() {
        played(SlotVectors.GLASS, EveryVectorOfSlots::both, "data_key", DataKey::secretBytes);
    }

    private static Slot<DataKey> both(JsonNode vector) {
        var holder = new ReadingKey(key(vector, "holder_seed"));
        var place = new GlassContext(entry(vector), holder.address());
        var desk = new GlassSlots(key(vector, "watch_key"));
        return GlassSlots.openHolders(bytes(vector, "holders_half"), place, holder)
                .then(holders ->
                        desk.openDesks(bytes(vector, "desks_half"), place)
                                .then(desks -> holders.with(desks, commitment(vector))));
    }

    @Test
    void of_epochs_ends_as_it_says() {
        played(
                SlotVectors.EPOCH,
                vector -> {
                    var address = new Address(Octets.of(bytes(vector, "epoch_address")));
                    var epoch = new EpochAddress(epoch(vector.get("epoch")), address);
                    var member = new ReadingKey(key(vector, "member_seed"));
                    return EpochSlot.open(bytes(vector, "slot"), epoch, member);
                },
                "epoch_seed",
                opened -> opened.reading().seed().getEncoded());
    }

    @Test
    void of_accounts_ends_as_it_says() {
        List<JsonNode> vectors = VectorFile.vectors(SlotVectors.ACCOUNT);
        for (JsonNode vector : vectors) {
            assertEquals(
                    vector.get("expect").asString(),
                    end(vector),
                    () -> vector.get("name").asString());
        }
        counted(SlotVectors.ACCOUNT, vectors);
    }

    private static String end(JsonNode vector) {
        Optional<AccountSlots> read = AccountSlots.read(bytes(vector, "stored"));
        if (read.isEmpty()) {
            return SlotVectors.SPOILT;
        }
        Optional<AccountBody> body =
                read.get().open(vector.get("holder").asLong(), bytes(vector, "passphrase"));
        body.ifPresent(one -> {
            assertArrayEquals(bytes(vector, "seed"), one.seed().getEncoded());
            byte[] factor = one.factor().map(Key::getEncoded).orElseGet(() -> new byte[0]);
            assertArrayEquals(bytes(vector, "second_factor"), factor);
        });
        return body.isPresent() ? VectorFile.OPENED : SlotVectors.SHUT;
    }

    @Test
    void of_an_accounts_keys_gives_what_it_says() {
        List<JsonNode> vectors = VectorFile.vectors(SlotVectors.KEYS);
        for (JsonNode vector : vectors) {
            try (var keys = AccountKeys.of(key(vector, "seed"))) {
                assertEquals(
                        vector.get("address").asString(), keys.reading().address().octets().hex());
                assertArrayEquals(bytes(vector, "signing_key"), keys.signing().publicKey());
                assertArrayEquals(bytes(vector, "own_key"), keys.own().getEncoded());
            }
        }
        counted(SlotVectors.KEYS, vectors);
    }

    @Test
    void is_made_again_from_its_seed_byte_for_byte() {
        Map<String, String> made = SlotVectors.texts();
        assertEquals(COUNTS.keySet(), made.keySet());
        made.forEach((file, text) -> assertEquals(VectorFile.kept(file), text, file));
    }
}
